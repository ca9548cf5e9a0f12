// Being built.
export const RecoveryPage = () => <div className="page" />;
