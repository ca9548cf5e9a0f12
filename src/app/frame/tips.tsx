// The reminders below the page. They come with the first patient, so that no start waits for them.
import { BackupTip } from "./backup-tip.tsx";
import { SafetyTip } from "./safety-tip.tsx";

export const FrameTips = () => (
  <>
    <SafetyTip />
    <BackupTip />
  </>
);
