// What counts on this device alone: who writes, what it is called, and how it looks.
import { roles, type Role } from "#core/staff/actor.ts";
import { languageNames, languages } from "#i18n/words.ts";
import { useApp, useWardState } from "../../app-context.tsx";
import { usePageWords } from "../../page-words.ts";
import { useDeeds } from "../../deeds.tsx";
import type { Light } from "../../prefs.ts";
import { ChipChoice } from "./chip-choice.tsx";
import { SavedField } from "./saved-field.tsx";

export const ThisDevice = () => {
  const { settings, frame } = usePageWords();
  const { prefs, setPrefs } = useApp();
  return (
    <section className="card stack" aria-labelledby="settings-device">
      <SectionHead id="settings-device" title={settings.deviceTitle} text={settings.deviceText} />
      <WhoWrites />
      <DeviceName />
      <ChipChoice label={frame.language} choices={languages.map((language) => [language, languageNames[language]])} chosen={prefs.language} onChoose={(language) => setPrefs({ language })} />
      <ChipChoice<Light>
        label={settings.light}
        choices={[["day", frame.day], ["night", frame.night], ["system", settings.system]]}
        chosen={prefs.light}
        onChoose={(light) => setPrefs({ light })}
      />
      <ChipChoice
        label={settings.touch}
        choices={[["finger", settings.finger], ["glove", settings.glove]]}
        chosen={prefs.isGlove ? "glove" : "finger"}
        onChoose={(touch) => setPrefs({ isGlove: touch === "glove" })}
      />
    </section>
  );
};

export const SectionHead = ({ id, title, text }: { readonly id: string; readonly title: string; readonly text?: string }) => (
  <div>
    <h2 id={id}>{title}</h2>
    {text !== undefined && <p className="soft small">{text}</p>}
  </div>
);

const WhoWrites = () => {
  const { settings } = usePageWords();
  const { prefs, setPrefs } = useApp();
  const { say } = useDeeds();
  const { actor } = prefs;
  const setActor = (change: { readonly name?: string; readonly role?: Role }): void => {
    const next = { ...actor, ...change };
    setPrefs({ actor: next });
    say(settings.actorSaved(next.name, settings.roles[next.role]));
  };
  return (
    <>
      <SavedField draft="settings/actor" label={settings.actorName} value={actor.name} hint={settings.actorHint} onSave={(name) => setActor({ name })} />
      <ChipChoice label={settings.role} choices={roles.map((role) => [role, settings.roles[role]])} chosen={actor.role} onChoose={(role) => setActor({ role })} />
    </>
  );
};

const DeviceName = () => {
  const { settings } = usePageWords();
  const { book, clock } = useApp();
  const { ward } = useWardState();
  const { tell } = useDeeds();
  if (book.is !== "open") return null;
  const { device } = book;
  return (
    <SavedField
      draft="settings/device"
      label={settings.deviceName}
      value={ward.names[device]?.value ?? ""}
      hint={settings.deviceNameHint}
      onSave={(name) => void tell([{ atMs: clock.nowMs(), event: { type: "v1.DeviceNamed", device, name } }], settings.deviceNamed(name))}
    />
  );
};
