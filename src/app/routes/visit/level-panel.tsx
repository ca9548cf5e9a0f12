// Re-triage: a press or the level's own digit sets it at once, at the time typed beside the deeds. Where the ward has a triage set,
// it stands below to read in.
import { useEffect, useRef, type ReactNode } from "react";
import { levelOf, levels, scales, type Level, type Scale } from "#core/clinical/scales.ts";
import { triageOf } from "#core/visit/visit.ts";
import { settingsOf } from "#core/ward/ward.ts";
import { useWardState } from "../../app-context.tsx";
import { useKeys } from "../../keys.ts";
import { LevelSign } from "../../ui/level-sign.tsx";
import type { TextContext } from "./fact-text.ts";
import { TriageAidPart } from "./triage-aid.tsx";
import type { Chart } from "./use-chart.ts";
import { useTriageAid, type TriageAid } from "./use-triage-aid.ts";

export const LevelPanel = ({ chart }: { readonly chart: Chart }) => {
  const { act, text, file } = chart;
  const { words, language } = text;
  const { ward } = useWardState();
  const scale = scales[settingsOf(ward).scale];
  const ref = useRef<HTMLDivElement>(null);
  const aid = useTriageAid(chart, scale.id);
  const now = triageOf(file.visit)?.value.level;
  const { because } = aid;
  const set = (level: Level): void => {
    const name = scale.levels.find((one) => one.level === level)?.name[language];
    const command = { type: "SetTriage", scale: scale.id, scaleVersion: scale.version, level, ...(because === null ? {} : { because }) } as const;
    if (name !== undefined) void act((atMs) => ({ ...command, atMs }), words.visit.doneTriage(`${level} ${name}`));
  };
  const focusTile = (): void => (ref.current?.querySelector<HTMLElement>("[data-now=true]") ?? ref.current?.querySelector("button"))?.focus();
  const toSearch = (): void => {
    const search = aid.ref.current?.querySelector("input");
    search?.focus();
    search?.select();
  };
  useKeys({
    ...Object.fromEntries(levels.map((level) => [String(level), () => set(level)])),
    ArrowDown: aid.loaded === null ? undefined : toSearch,
  });
  useEffect(focusTile, []);
  const tiles = (
    <div className="tiles" role="group" aria-label={words.visit.chooseLevel} ref={ref}>
      {scale.levels.map(({ level, colour, name, limitMin }) => (
        <button key={level} type="button" className="tile" data-colour={colour} data-now={level === now} data-pointed={level === because?.level} aria-keyshortcuts={String(level)} onClick={() => set(level)}>
          <LevelSign level={level} />
          <span className="tile-name">
            <b>{level}</b> {name[language]}
          </span>
          <span className="tile-limit">{words.levels.limit(limitMin)}</span>
        </button>
      ))}
    </div>
  );
  if (aid.loaded === null) return tiles;
  return (
    <Aided tiles={tiles} aid={aid} scale={scale} text={text}>
      <TriageAidPart aid={aid} head={aid.loaded.head} text={text} toTiles={focusTile} />
    </Aided>
  );
};

interface AidedProps {
  readonly tiles: ReactNode;
  readonly aid: TriageAid;
  readonly scale: Scale;
  readonly text: TextContext;
  readonly children: ReactNode;
}

/** The tiles stay in sight while one reads, and beside them what was chosen points to. */
const Aided = ({ tiles, aid: { because }, scale, text: { words, language }, children }: AidedProps) => {
  const meant = because === null ? null : levelOf(scale.id, because.level);
  return (
    <div className="level-panel">
      <div className="level-top">
        {tiles}
        <p className="level-says" role="status">
          {meant === null ? (
            <span className="soft">{words.triageSet.chooseFirst}</span>
          ) : (
            <>
              {words.triageSet.points}
              <span className="level" data-colour={meant.colour}>
                <LevelSign level={meant.level} />
                {meant.level} {meant.name[language]}
              </span>
              <span className="level-says-more">{words.triageSet.sayIt}</span>
            </>
          )}
        </p>
      </div>
      {children}
    </div>
  );
};
