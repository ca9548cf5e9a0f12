// Being built.
export const DrillPage = () => <div className="page" />;
