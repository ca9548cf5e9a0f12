/**
 * What a person does with a visit that is typed back by hand, each a record before it is shown.
 *
 * - BKD1 Taking a visit locks every item of it that is not back yet; letting go frees what nobody has typed.
 * - BKD2 Typed and checked are said of what stood on the page then, by its hash: a later change is not covered.
 * - BKD3 What is taken back was said, and stays said.
 * - BKD4 What is not to be typed has its reason, and counts as settled; taken up again it is to be typed.
 * - BKD5 Cleared is what stood on the page then: a later record is not covered.
 */
import { runsOf } from "#core/log/runs.ts";
import type { ItemSaying, ItemWord } from "#core/recovery/events.ts";
import { isDone } from "#core/recovery/item.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import type { BackEntry, BackVisit } from "#projections/back-entry.ts";
import { useApp } from "../../app-context.tsx";
import { useDeeds } from "../../deeds.tsx";

/** The road by hand has one target: the journal system that people sit in front of. */
const byHand = "hand";

export interface BackDeeds {
  readonly take: (visit: BackVisit) => Promise<boolean>;
  readonly release: (visit: BackVisit) => Promise<boolean>;
  readonly type: (entry: BackEntry, at: string) => Promise<boolean>;
  readonly untype: (entry: BackEntry) => Promise<boolean>;
  readonly check: (entry: BackEntry) => Promise<boolean>;
  readonly leaveOut: (entry: BackEntry, why: string) => Promise<boolean>;
  readonly sign: () => Promise<boolean>;
}

export const useBackDeeds = ({ visit: { id: of }, records }: VisitFile): BackDeeds => {
  const { clock } = useApp();
  const { tell } = useDeeds();
  const say = async (items: ReadonlyArray<ItemSaying>): Promise<boolean> =>
    items.length === 0 || (await tell([{ atMs: clock.nowMs(), event: { type: "v1.ItemsSaid", of, target: byHand, items } }], "")).ok;
  return {
    take: (visit) => say(openItems(visit).map((item) => ({ ...item, is: "taken" }))),
    release: (visit) => say(openItems(visit, ["taken"]).map((item) => ({ ...item, is: "released" }))),
    type: (entry, at) => say(withWord(entry, "keyed").map((item) => (at === "" ? item : { ...item, at }))),
    untype: (entry) => say([...withWord(entry, "released"), ...withWord(entry, "taken")]),
    leaveOut: (entry, why) => say(withWord(entry, "void").map((item) => ({ ...item, why }))),
    sign: async () => (await tell([{ atMs: clock.nowMs(), event: { type: "v1.VisitSigned", of, held: runsOf(records) } }], "")).ok,
    check: (entry) => say(withWord(entry, "checked")),
  };
};

const withWord = ({ items }: BackEntry, is: ItemWord): ReadonlyArray<ItemSaying> => items.map((item) => ({ ...item, is }));

const openItems = ({ entries }: BackVisit, only?: ReadonlyArray<string>) =>
  entries.flatMap(({ items, standings }) => items.filter((_, place) => {
    const standing = standings[place];
    return standing !== undefined && !isDone(standing) && standing.is !== "keyed" && (only === undefined || only.includes(standing.is));
  }));
