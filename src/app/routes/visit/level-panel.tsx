// Re-triage: a press or the level's own digit sets it at once, at the time typed beside the deeds.
import { useEffect, useRef } from "react";
import { levels, scales, type Level } from "#core/clinical/scales.ts";
import { triageOf } from "#core/visit/visit.ts";
import { settingsOf } from "#core/ward/ward.ts";
import { useWardState } from "../../app-context.tsx";
import { useKeys } from "../../keys.ts";
import { LevelSign } from "../../ui/level-sign.tsx";
import type { Chart } from "./use-chart.ts";

export const LevelPanel = ({ chart: { act, text, file } }: { readonly chart: Chart }) => {
  const { words, language } = text;
  const { ward } = useWardState();
  const scale = scales[settingsOf(ward).scale];
  const ref = useRef<HTMLDivElement>(null);
  const now = triageOf(file.visit)?.value.level;
  const set = (level: Level): void => {
    const name = scale.levels.find((one) => one.level === level)?.name[language];
    if (name !== undefined) void act((atMs) => ({ type: "SetTriage", scale: scale.id, scaleVersion: scale.version, level, atMs }), words.visit.doneTriage(`${level} ${name}`));
  };
  useKeys(Object.fromEntries(levels.map((level) => [String(level), () => set(level)])));
  useEffect(() => {
    const tile = ref.current?.querySelector<HTMLElement>("[data-now=true]") ?? ref.current?.querySelector("button");
    tile?.focus();
  }, []);
  return (
    <div className="tiles" role="group" aria-label={words.visit.chooseLevel} ref={ref}>
      {scale.levels.map(({ level, colour, name, limitMin }) => (
        <button key={level} type="button" className="tile" data-colour={colour} data-now={level === now} aria-keyshortcuts={String(level)} onClick={() => set(level)}>
          <LevelSign level={level} />
          <span className="tile-name">
            <b>{level}</b> {name[language]}
          </span>
          <span className="tile-limit">{words.levels.limit(limitMin)}</span>
        </button>
      ))}
    </div>
  );
};
