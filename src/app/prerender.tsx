/**
 * The door's page as HTML, drawn when the app is built from the very parts that React draws later: the frame's outline and
 * the door form in each language, and the level tiles of each scale. boot-door.ts puts the right ones in place.
 */
import { renderToStaticMarkup } from "react-dom/server";
import { HouseIcon, MenuGridIcon, PersonPlusIcon, ArrowUndoIcon, LineGraphIcon } from "@navikt/aksel-icons";
import { scaleIds, type ScaleId } from "#core/clinical/scales.ts";
import { defaultSettings } from "#core/ward/ward.ts";
import { doorFields } from "#forms/door.ts";
import { languages, wordsIn, type Language } from "#i18n/words.ts";
import { mainPlaces } from "./frame/places.ts";
import { defaultPrefs } from "./prefs.ts";
import { DoorForm, LevelTiles } from "./routes/intake/door-form.tsx";

const icons = { board: HouseIcon, newPatient: PersonPlusIcon, lead: LineGraphIcon, recovery: ArrowUndoIcon } as const;

interface Drawn {
  /** What stands at once: the default language with the default scale. */
  readonly door: string;
  /** The other languages and all scales, inert. */
  readonly templates: string;
}

export const drawDoor = (): Drawn => ({
  door: renderToStaticMarkup(<DoorShell language={defaultPrefs.language} />),
  templates: renderToStaticMarkup(
    <>
      {languages.map((language) => language !== defaultPrefs.language && <LanguageTemplate key={language} language={language} />)}
      {languages.flatMap((language) => scaleIds.map((scale) => <TilesTemplate key={`${language} ${scale}`} language={language} scale={scale} />))}
    </>,
  ),
});

const LanguageTemplate = ({ language }: { readonly language: Language }) => (
  <template data-door={language}>
    <DoorShell language={language} />
  </template>
);

const TilesTemplate = ({ language, scale }: { readonly language: Language; readonly scale: ScaleId }) => (
  <template data-tiles={`${language} ${scale}`}>
    <LevelTiles words={wordsIn[language]} language={language} scale={scale} chosen={undefined} />
  </template>
);

/** The page as IntakePage in Frame draws it while the book opens; links and buttons of it are held by boot-door.ts. */
const DoorShell = ({ language }: { readonly language: Language }) => {
  const words = wordsIn[language];
  const { intake } = words;
  const label = (name: (typeof doorFields)[number]["name"]): string => intake[name];
  return (
    <div className="frame" data-profile="real" data-mark={words.frame.drillMark}>
      <ShellTop language={language} />
      <main>
        <div className="intake">
          <div className="stack">
            <h1 className="unseen">{intake.title}</h1>
            <DoorForm
              words={words}
              language={language}
              scale={defaultSettings.scale}
              reasons={defaultSettings.reasons}
              draft={{}}
              status={
                <div className="registered" role="status" hidden data-held="">
                  <p>{intake.saving}</p>
                </div>
              }
            />
          </div>
          <aside className="intake-side">
            <section className="not-asked">
              <h2>{intake.notAsked}</h2>
              <ul>
                {[intake.triageLevel, ...doorFields.map(({ name }) => label(name))].map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
              <p className="soft small">{intake.tip}</p>
            </section>
          </aside>
        </div>
      </main>
    </div>
  );
};

const ShellTop = ({ language }: { readonly language: Language }) => {
  const { frame } = wordsIn[language];
  return (
    <header className="frame-top">
      <strong className="drill-mark" hidden>
        {frame.drillMark}
      </strong>
      <div className="frame-who">
        <strong>{defaultSettings.name}</strong>
        <span>{frame.thisDevice(frame.deviceUnnamed)}</span>
      </div>
      <nav className="frame-nav" aria-label={frame.mainMenu}>
        {mainPlaces.map(({ path, word }) => {
          const Icon = icons[word];
          return (
            <a key={path} href={path} aria-current={path === "/intake" ? "page" : undefined}>
              <Icon aria-hidden />
              {frame[word]}
            </a>
          );
        })}
        <button type="button" disabled>
          <MenuGridIcon aria-hidden />
          {frame.more}
        </button>
      </nav>
      <div className="frame-state">
        <p className="records-state">{frame.opening}</p>
      </div>
    </header>
  );
};
