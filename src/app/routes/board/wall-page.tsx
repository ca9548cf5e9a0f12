// Being built.
export const WallPage = () => <div className="page" />;
