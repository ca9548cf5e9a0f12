/**
 * The folder for backups and the recovery code, as a section of the settings.
 *
 * - BKS1 What the section says of the folder is what the folder is: writing, making, paused and why, stopped by what.
 */
import { useState } from "react";
import { carriageOf } from "#projections/carriage.ts";
import { useApp, useWardState } from "../../app-context.tsx";
import { usePageWords } from "../../page-words.ts";
import type { Backups, BackupState } from "../../archive/backups.ts";
import type { Archive } from "../../archive/port.ts";
import { useBackups } from "../../archive/use-backups.ts";
import { BackupAge } from "./backup-age.tsx";
import { CodeStep } from "./code-step.tsx";
import { backupFaultText } from "./fault-text.ts";
import { recoveryMark } from "./recovery-mark.ts";
import "./archive.css";

export const BackupSection = () => {
  const { archive: words } = usePageWords();
  const { book } = useApp();
  const { backups, state } = useBackups();
  if (book.is !== "open" || book.archive === undefined || backups === null) return null;
  return (
    <section className="card stack archive" aria-labelledby="backup-title">
      <div>
        <h2 id="backup-title">{words.backupTitle}</h2>
        <p className="soft small">{words.backupText}</p>
      </div>
      <BackupAge />
      <FolderPart backups={backups} state={state} />
      <h3>{words.codeTitle}</h3>
      <CodePart archive={book.archive} onMade={() => void backups.allow()} />
    </section>
  );
};

const FolderPart = ({ backups, state }: { readonly backups: Backups; readonly state: BackupState }) => {
  const words = usePageWords();
  const { archive } = words;
  const { profile } = useApp();
  const { onlyHere } = carriageOf(useWardState());
  switch (state.is) {
    case "cannot":
      return <p className="archive-line">{profile === "drill" ? archive.folderDrill : archive.folderCannot}</p>;
    case "off":
      return (
        <>
          <p className="archive-line" data-kind="warn">{archive.folderOff}</p>
          <Press word={archive.chooseFolder} onPress={backups.choose} />
        </>
      );
    case "paused":
      return (
        <>
          <p className="archive-line" data-kind="warn" role="status">
            {state.needs === "code" ? archive.folderNeedsCode(state.folder) : archive.folderPaused(state.folder)}
          </p>
          <div className="row">
            {state.needs === "permission" && <Press word={archive.allowFolder} onPress={backups.allow} />}
            <Change backups={backups} />
          </div>
        </>
      );
    case "on":
      return (
        <>
          <p className="archive-line" data-kind={state.fault === null ? "good" : "warn"} role="status">
            {archive.folderOn(state.folder)} {state.isMaking && archive.folderMaking}
          </p>
          {state.fault !== null && <p className="archive-fault">{backupFaultText(state.fault, words)}</p>}
          <div className="row">
            {onlyHere > 0 && <Press word={archive.backUpNow} isStill={state.isMaking} onPress={backups.backUp} />}
            <Change backups={backups} />
          </div>
        </>
      );
  }
};

const Change = ({ backups }: { readonly backups: Backups }) => {
  const { archive } = usePageWords();
  return (
    <>
      <Press word={archive.otherFolder} onPress={backups.choose} />
      <Press word={archive.stopFolder} onPress={backups.stop} />
    </>
  );
};

const Press = ({ word, isStill = false, onPress }: { readonly word: string; readonly isStill?: boolean; readonly onPress: () => Promise<void> }) => (
  <button type="button" className="button" disabled={isStill} onClick={() => void onPress()}>
    {word}
  </button>
);

const CodePart = ({ archive, onMade }: { readonly archive: Archive; readonly onMade: () => void }) => {
  const { archive: words } = usePageWords();
  const { ward: { recovery } } = useWardState();
  const [isMaking, setIsMaking] = useState(false);
  const done = (): void => {
    setIsMaking(false);
    onMade();
  };
  return (
    <>
      <p>{recovery === null ? words.codeNone : words.codeThere(recoveryMark(recovery.value))}</p>
      {isMaking && recovery !== null && <p className="archive-warn">{words.codeAnewText}</p>}
      {isMaking ? (
        <CodeStep archive={archive} onDone={done} onCancel={() => setIsMaking(false)} />
      ) : (
        <p>
          <button type="button" className="button" onClick={() => setIsMaking(true)}>
            {recovery === null ? words.codeMake : words.codeAnew}
          </button>
        </p>
      )}
    </>
  );
};
