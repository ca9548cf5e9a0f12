// How safe the book lies here: kept by the browser, installed, ready without network. Each with what the browser truly said.
import { useInstall, type InstallState } from "../../install.ts";
import { useKept, type Kept } from "../../keeping.ts";
import { useCare } from "../../use-care.ts";
import { useUpdate } from "../../update.ts";
import { programVersion } from "../../version.ts";
import { usePageWords } from "../../page-words.ts";
import { SectionHead } from "./this-device.tsx";

export const Keeping = () => {
  const { settings, frame } = usePageWords();
  const { isOfflineReady, isWaiting } = useUpdate();
  return (
    <section className="card stack" aria-labelledby="settings-keep">
      <SectionHead id="settings-keep" title={settings.keepTitle} />
      <KeepAsk />
      <InstallAsk />
      <CopiesHere />
      <p className="keep-line" data-kind={isOfflineReady ? "good" : "warn"}>
        {isOfflineReady ? frame.offlineReady(programVersion) : frame.offlineNotReady}
      </p>
      {!isOfflineReady && <p className="soft small">{settings.version(programVersion)}</p>}
      {isWaiting && <p className="keep-line">{frame.newVersionWaits}</p>}
    </section>
  );
};

const CopiesHere = () => {
  const now = useCare();
  const { care } = usePageWords();
  if (now === null) return null;
  const text = { kept: care.both, behind: care.behind, none: care.one }[now.second];
  return (
    <p className="keep-line" data-kind={now.second === "kept" ? "good" : "warn"}>
      {text}
    </p>
  );
};

/** The same two questions alone, for the moments when they are best asked: after a first patient, after a drill. */
export const SafetyAsks = () => {
  const { settings } = usePageWords();
  return (
    <section className="card stack" aria-labelledby="safety-asks">
      <SectionHead id="safety-asks" title={settings.tipTitle} />
      <KeepAsk />
      <InstallAsk />
    </section>
  );
};

const keptWords: { readonly [K in Exclude<Kept, "unknown">]: "keptPromised" | "keptNot" | "keptRefused" | "keptCannot" } = {
  promised: "keptPromised", notPromised: "keptNot", refused: "keptRefused", cannot: "keptCannot",
};

const KeepAsk = () => {
  const { settings } = usePageWords();
  const { kept, ask } = useKept();
  if (kept === "unknown") return null;
  return (
    <div className="keep-ask">
      <p className="keep-line" data-kind={kept === "promised" ? "good" : "warn"} role="status">
        {settings[keptWords[kept]]}
      </p>
      {(kept === "notPromised" || kept === "refused") && (
        <button type="button" className="button" onClick={() => void ask()}>
          {settings.keep}
        </button>
      )}
    </div>
  );
};

const installWords: { readonly [S in InstallState]: "installedYes" | "installOffered" | "installDeclined" | "installNone" } = {
  installed: "installedYes", offered: "installOffered", declined: "installDeclined", notOffered: "installNone",
};

const InstallAsk = () => {
  const { settings } = usePageWords();
  const { state, ask } = useInstall();
  return (
    <div className="keep-ask">
      <p className="keep-line" data-kind={state === "installed" ? "good" : "plain"} role="status">
        {settings[installWords[state]]}
      </p>
      {state === "offered" && (
        <button type="button" className="button" onClick={() => void ask()}>
          {settings.install}
        </button>
      )}
    </div>
  );
};
