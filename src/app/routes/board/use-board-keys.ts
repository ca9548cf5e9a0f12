// The board's own keys; those of every page are in frame/frame-keys.tsx.
import { levels } from "#core/clinical/scales.ts";
import type { VisitId } from "#core/visit/events.ts";
import { usePageWords } from "../../page-words.ts";
import { useDeeds } from "../../deeds.tsx";
import { useKeys, type KeyMap } from "../../keys.ts";
import type { HereLine, Line } from "./lines.ts";
import type { RowDeeds } from "./use-row-deeds.ts";
import type { RowHand } from "./use-row-hand.ts";

interface BoardKeys {
  readonly lines: ReadonlyArray<Line>;
  readonly chosen: VisitId | null;
  readonly open: VisitId | null;
  readonly chosenNow: () => VisitId | null;
  readonly choose: (id: VisitId) => void;
  readonly order: RowHand["order"];
  readonly deeds: RowDeeds;
  readonly touch: () => void;
  readonly close: () => void;
  readonly find: () => void;
}

export const useBoardKeys = ({ lines, chosen, open, chosenNow, choose, order, deeds, touch, close, find }: BoardKeys): void => {
  const { say } = useDeeds();
  const words = usePageWords();
  const step = (by: 1 | -1) => (): void => {
    const from = lines.findIndex(({ id }) => id === chosenNow());
    const to = lines[from < 0 ? 0 : Math.min(Math.max(from + by, 0), lines.length - 1)];
    touch();
    if (to !== undefined) choose(to.id);
  };
  const toChosen = (doing: (line: HereLine) => void) => (): void => {
    const line = lines.find(({ id }) => id === chosenNow());
    if (line?.is !== "here") return say(words.board.chooseRowFirst);
    touch();
    return doing(line);
  };
  const keys: KeyMap = {
    j: step(1),
    l: step(-1),
    ArrowDown: chosen === null ? undefined : step(1),
    ArrowUp: chosen === null ? undefined : step(-1),
    c: toChosen(({ row }) => order(row, "callIn")),
    s: toChosen(({ row }) => order(row, "beginCare")),
    u: toChosen(({ row }) => order(row, "seeAgain")),
    "/": find,
    Escape: open === null ? undefined : close,
  };
  const levelKeys = Object.fromEntries(levels.map((level) => [String(level), toChosen(({ row }) => deeds.setLevel(row, level))]));
  useKeys({ ...keys, ...levelKeys });
};
