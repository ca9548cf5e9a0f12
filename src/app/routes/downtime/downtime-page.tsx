// Being built.
export const DowntimePage = () => <div className="page" />;
