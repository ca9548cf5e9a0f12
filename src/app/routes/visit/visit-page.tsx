// Being built.
export const VisitPage = () => <div className="page" />;
