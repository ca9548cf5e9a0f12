/**
 * A handover on one card, in the five parts that it is said in, with lines for what only the one who hands over knows.
 *
 * - ISB1 Each part has what the book knows of it: who, why and how urgent, what is known from before, the last look with its NEWS2 and the medicines
 *   since, and what the last note of each part says, with its time.
 * - ISB2 What nobody asked or measured is an empty line for the pen, never a guess; a struck note is not read out.
 * - ISB3 Allergies stand first of what is known from before, also that nobody asked; results that came and what is awaited stand in A.
 */
import type { ReactNode } from "react";
import { noteParts, type NotePart } from "#core/clinical/note.ts";
import { detailNames, type DetailName } from "#core/visit/details.ts";
import { answerOf, triageOf, type Visit } from "#core/visit/visit.ts";
import { awaitedOf } from "#projections/orders.ts";
import { scoredLooks } from "#projections/looks.ts";
import { timelineOf } from "#projections/timeline.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { codeOf } from "#forms/scanned.ts";
import { timeOf } from "../../formats.ts";
import { detailLabel, standingText, type TextContext } from "../visit/fact-text.ts";
import { foundAnswers, news2Text } from "../visit/found-text.ts";
import { medicineText } from "../visit/medicine-text.ts";
import { namesOf, orderNames } from "../visit/order-text.ts";
import { nameText } from "../visit/who-text.ts";
import type { Paper } from "./paper.ts";
import { PaperLevel } from "./paper-level.tsx";
import { QrCode } from "./qr-code.tsx";
import { Sheet } from "./sheet.tsx";

const whoFields: ReadonlyArray<DetailName> = ["nationalNumber", "born", "sex"];
const parts = ["identification", "situation", "background", "assessment", "recommendation"] as const satisfies ReadonlyArray<NotePart>;

const penLines: { readonly [P in (typeof parts)[number]]: number } = { identification: 0, situation: 2, background: 4, assessment: 3, recommendation: 4 };

export const IsbarSheet = ({ file, paper }: { readonly file: VisitFile; readonly paper: Paper }) => {
  const { visit } = file;
  const { words } = paper.text;
  const notes = lastNotes(file);
  const known = knownOf(visit, paper.text);
  return (
    <Sheet paper={paper} title={`ISBAR ${visit.number ?? ""}`}>
      <article className="paper-isbar" aria-label={`ISBAR ${visit.number ?? ""}`}>
        {parts.map((part, place) => (
          <section key={part} className="isbar-part">
            <b className="isbar-letter" aria-hidden="true">
              {"ISBAR"[place]}
            </b>
            <div>
              <h2>{words.clinical[part]}</h2>
              {known[part]}
              {notes[part] !== undefined && (
                <p className="isbar-note">
                  {timeOf(notes[part].atMs, paper.text.nowMs, paper.text.language)} {notes[part].said}
                </p>
              )}
              {Array.from({ length: penLines[part] }, (_, line) => (
                <hr key={line} />
              ))}
            </div>
            {part === "identification" && visit.number !== null && <QrCode code={codeOf("visit", visit.number)} />}
          </section>
        ))}
        <p className="isbar-hands">
          <span>{words.hands.handedBy}</span>
          <span>{words.hands.handedTo}</span>
          <span>{words.hands.clock}</span>
        </p>
      </article>
    </Sheet>
  );
};

type Noted = { readonly said: string; readonly atMs: Parameters<typeof timeOf>[0] };

/** Of each part the last that was written and stands. */
const lastNotes = (file: VisitFile): { readonly [P in NotePart]?: Noted } => {
  const notes: { [P in NotePart]?: Noted } = {};
  for (const entry of timelineOf(file, []).toReversed()) {
    if (entry.is !== "line" || entry.line.struck !== null || entry.line.event.type !== "v1.Noted") continue;
    for (const part of noteParts) {
      const said = entry.line.event.note[part];
      if (said !== undefined && said.trim() !== "") notes[part] = { said, atMs: entry.line.atMs };
    }
  }
  return notes;
};

const knownOf = (visit: Visit, text: TextContext): { readonly [P in (typeof parts)[number]]: ReactNode } => {
  const { words, nowMs, language } = text;
  const fact = (name: DetailName): string => (answerOf(visit, name) === undefined ? "" : `${detailLabel(name, words)}: ${standingText(name, visit, text)}`);
  const before = detailNames.filter((name) => !whoFields.includes(name) && !["name", "reason", "arrivedBy", "allergies"].includes(name));
  const looked = scoredLooks(visit).at(-1);
  const said = (texts: ReadonlyArray<string>): ReactNode => <p>{texts.filter((one) => one !== "").join(" · ")}</p>;
  return {
    identification: said([`${visit.number ?? ""} ${nameText(visit, words)}`, ...whoFields.map(fact)]),
    situation: (
      <>
        <PaperLevel triage={triageOf(visit)?.value ?? null} text={text} />
        {said([fact("reason"), visit.arrivedAtMs === null ? "" : `${words.print.arrived} ${timeOf(visit.arrivedAtMs, nowMs, language)}`, fact("arrivedBy")])}
      </>
    ),
    background: (
      <>
        <p>
          <b>{`${detailLabel("allergies", words)}: ${standingText("allergies", visit, text)}`}</b>
        </p>
        {said(before.map(fact))}
      </>
    ),
    assessment: (
      <>
        {looked !== undefined && (
          <p>
            <b>{timeOf(looked.look.atMs, nowMs, language)}</b> {foundAnswers(looked.look.value, words.clinical, language).map(([label, answer]) => `${label} ${answer}`).join(" · ")}
          </p>
        )}
        {looked !== undefined && looked.scores.news2 !== null && (
          <p>
            <b>NEWS2 {news2Text(looked.scores.news2, words.clinical)}</b>
          </p>
        )}
        {said([resultsText(visit, text), awaitedText(visit, text)])}
        {visit.medicines.length > 0 && said([`${words.hands.given}: ${visit.medicines.map(({ value, atMs }) => `${timeOf(atMs, nowMs, language)} ${medicineText(value, language)}`).join(", ")}`])}
      </>
    ),
    recommendation: null,
  };
};

const resultsText = ({ orders: { all, loose } }: Visit, { words: { orders }, nowMs, language }: TextContext): string => {
  const came = [...all.flatMap((order) => order.results.map((result) => ({ name: `${namesOf(order)} `, result }))), ...loose.map((result) => ({ name: "", result }))].toSorted((a, b) => a.result.atMs - b.result.atMs);
  const texts = came.map(({ name, result: { value, atMs } }) => `${timeOf(atMs, nowMs, language)} ${name}${value.text === "" ? orders.textOnPaper : value.text}${value.critical === undefined ? "" : ` ‼ ${orders.critical.toLowerCase()}`}`);
  return texts.length === 0 ? "" : `${orders.result}: ${texts.join(", ")}`;
};

const awaitedText = (visit: Visit, { words: { orders }, nowMs, language }: TextContext): string => {
  const awaited = awaitedOf(visit, nowMs).map((one) => `${orderNames(one.orders)} (${timeOf(one.orderedAtMs, nowMs, language)})`);
  return awaited.length === 0 ? "" : `${orders.awaited}: ${awaited.join(", ")}`;
};
