// Being built.
export const BoardPage = () => <div className="page" />;
