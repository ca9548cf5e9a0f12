// What became of a line, in words: who struck it, when and why, and what became of the strike.
import type { Actor } from "#core/staff/actor.ts";
import type { EpochMs } from "#core/time.ts";
import type { Strike } from "#projections/chart.ts";
import type { IdleStrike } from "#projections/timeline.ts";
import { timeOf } from "../../formats.ts";
import { actorText, type TextContext } from "./fact-text.ts";

const by = (actor: Actor, atMs: EpochMs, { words, nowMs, language }: TextContext): readonly [string, string] => [actorText(actor, words), timeOf(atMs, nowMs, language)];

export const strikeText = (strike: Strike, text: TextContext): string => {
  const { visit } = text.words;
  const who = by(strike.by, strike.atMs, text);
  const { identity } = text.words;
  const struck = strike.as === "undo" ? visit.undoneBy(...who) : visit.correctedBy(...who);
  const said = strike.confirmedBy === null ? struck : `${struck}, ${identity.confirmedByShort} ${strike.confirmedBy}`;
  return strike.why === "" ? said : `${said}: ${strike.why}`;
};

export const idleText = ({ strike, is }: IdleStrike, text: TextContext): string => {
  const { visit } = text.words;
  const who = by(strike.by, strike.atMs, text);
  if (is === "waiting") return visit.idleWaits(...who);
  const said = strike.as === "undo" ? visit.idleUndone(...who) : visit.idleCorrected(...who);
  return strike.why === "" ? said : `${said}: ${strike.why}`;
};
