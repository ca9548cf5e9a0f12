// Being built.
export const SettingsPage = () => <div className="page" />;
