/**
 * What this device and this ward have chosen.
 *
 * - STG1 A choice of the ward is a record: every device hears it, and the last one said stands.
 * - STG2 Times of a scale that nobody has confirmed are marked as such, beside the times.
 * - STG3 While the book opens, nothing of the ward's can be changed: a list that is not known yet would be said over the ward's own.
 */
import { screensInOrder, type Screen } from "#core/recovery/screens.ts";
import { screenWords } from "../recovery/screen-words.ts";
import { useApp } from "../../app-context.tsx";
import { usePageWords } from "../../page-words.ts";
import { Link } from "../../router/link.tsx";
import { BackupSection } from "../archive/backup-section.tsx";
import { InTheHouse } from "./in-the-house.tsx";
import { Keeping } from "./keeping.tsx";
import { OlderBooks } from "./older-books.tsx";
import { OwnFormsSection } from "./own-forms-section.tsx";
import { OrderEditor, ShortListEditor } from "./short-list-editor.tsx";
import { TheWard } from "./the-ward.tsx";
import { ThisDevice } from "./this-device.tsx";
import { TriageSetSection } from "./triage-set-section.tsx";
import { useWardSettings } from "./use-ward-settings.ts";
import "./settings.css";

const lists = [
  { name: "places", none: "placesNone" },
  { name: "clinicians", none: "cliniciansNone" },
  { name: "reasons", none: "reasonsNone" },
] as const;

export const SettingsPage = () => {
  const { settings, frame } = usePageWords();
  const { book } = useApp();
  return (
    <div className="page settings">
      <h1>{settings.title}</h1>
      <div className="settings-columns">
        <div className="stack">
          <ThisDevice />
          <Keeping />
          <BackupSection />
          <OlderBooks />
          <InTheHouse />
          <p>
            <Link to="/import">{settings.importLink}</Link>
          </p>
        </div>
        <div className="stack">{book.is === "opening" ? <p className="soft">{frame.opening}</p> : <OfTheWard />}</div>
      </div>
    </div>
  );
};

const OfTheWard = () => {
  const { settings, back } = usePageWords();
  const { now, set } = useWardSettings();
  return (
    <>
      <TheWard />
      {lists.map(({ name, none }) => (
        <ShortListEditor key={name} draft={`settings/${name}`} title={settings[name]} none={settings[none]} list={now[name]} onChange={(list) => set({ [name]: list }, settings.listSaved(settings[name]))} />
      ))}
      <OrderEditor title={back.screensTitle} hint={back.screensHint} list={screensInOrder(now.screens)} nameOf={(screen) => back[screenWords[screen as Screen]]} onChange={(screens) => set({ screens }, settings.listSaved(back.screensTitle))} />
      <TriageSetSection />
      <OwnFormsSection />
    </>
  );
};
