/**
 * The door's page as HTML, drawn when the app is built from the very parts that React draws later: the frame's outline and
 * the door form in each language. boot-dress.ts puts the right one in place and gives it the ward's own scale and reasons.
 */
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { HouseIcon, MenuGridIcon, PersonPlusIcon, ArrowUndoIcon, LineGraphIcon } from "@navikt/aksel-icons";
import { defaultSettings } from "#core/ward/ward.ts";
import { doorFields } from "#forms/door.ts";
import { wordsIn } from "#i18n/all-words.ts";
import { languages, type Language } from "#i18n/words.ts";
import { mainPlaces } from "./frame/places.ts";
import { defaultPrefs } from "./prefs.ts";
import { DoorForm, LevelTiles } from "./routes/intake/door-form.tsx";

const icons = { board: HouseIcon, newPatient: PersonPlusIcon, lead: LineGraphIcon, recovery: ArrowUndoIcon } as const;

interface Drawn {
  /** What stands at once, in the default language. */
  readonly door: string;
  /** The other languages, and the tiles of a scale with all five levels to make any scale's from; inert. */
  readonly templates: string;
}

export const drawDoor = (): Drawn => ({
  door: ready(<DoorShell language={defaultPrefs.language} />),
  templates: ready(
    <>
      <template data-tiles="">
        <LevelTiles words={wordsIn[defaultPrefs.language]} language={defaultPrefs.language} scale="mts" chosen={undefined} />
      </template>
      {languages.map((language) => language !== defaultPrefs.language && (
        <template key={language} data-door={language}>
          <DoorShell language={language} />
        </template>
      ))}
    </>,
  ),
});

/** The browser itself puts the focus there in the first frame; a script that did so would have to lay the page out first. */
const ready = (drawn: ReactNode): string => renderToStaticMarkup(drawn).replaceAll('data-first="true"', 'data-first="true" autofocus=""');

/** The page as IntakePage in Frame draws it while the book opens; links and buttons of it are held by boot-door.ts. */
const DoorShell = ({ language }: { readonly language: Language }) => {
  const words = wordsIn[language];
  const { intake } = words;
  const label = (name: (typeof doorFields)[number]["name"]): string => words.fields[name].label;
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
            <a key={path} href={`.${path}`} aria-current={path === "/intake" ? "page" : undefined}>
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
