// Being built.
export const PrintPage = () => <div className="page" />;
