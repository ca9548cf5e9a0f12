/**
 * A form to be written on: the door, the level, looks, medicines and notes on one side of A4, with the code that leads it to its visit.
 *
 * - PFM1 Every form has its number in print and as a code: a blank one its own, one of a visit the visit's. No form without a number, and no national number in a code.
 * - PFM2 What the book knows stands in its field; what was not asked is empty, and what was asked and is unknown says so.
 */
import type { ReactNode } from "react";
import { scales } from "#core/clinical/scales.ts";
import { answerOf, triageOf, type Visit } from "#core/visit/visit.ts";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { settingsOf } from "#core/ward/ward.ts";
import { doorFields } from "#forms/door.ts";
import { codeOf } from "#forms/scanned.ts";
import { useWardState } from "../../app-context.tsx";
import { choicesOf } from "../../field-words.ts";
import { timeOf } from "../../formats.ts";
import { LevelSign } from "../../ui/level-sign.tsx";
import { detailLabel, standingText } from "../visit/fact-text.ts";
import { nameText } from "../visit/who-text.ts";
import { pressureText, valueText } from "../visit/found-text.ts";
import type { Paper } from "./paper.ts";
import { QrCode } from "./qr-code.tsx";

interface FormSheetProps {
  readonly number: TemporaryNumber;
  /** Null: blank. */
  readonly visit: Visit | null;
  readonly paper: Paper;
}

export const FormSheet = ({ number, visit, paper }: FormSheetProps) => {
  const { words } = paper.text;
  const { hands } = words;
  return (
    <article className="sheet paper-form" aria-label={`${hands.paperForm} ${number}`}>
      <header className="form-head">
        <div>
          <strong className="number">{number}</strong>
          <p>{visit === null ? hands.blankFor : nameText(visit, words)}</p>
        </div>
        <div className="form-whose">
          {paper.isDrill && <b>{words.print.drill}</b>}
          <span>{paper.ward}</span>
          <span>{paper.printedAt}</span>
          <span>{hands.formScan}</span>
        </div>
        <QrCode code={codeOf(visit === null ? "blank" : "visit", number)} />
      </header>
      <DoorPart visit={visit} paper={paper} />
      <LevelPart visit={visit} paper={paper} />
      <LooksPart visit={visit} paper={paper} />
      <MedicinesPart visit={visit} paper={paper} />
      <section className="form-notes">
        <h2>{words.clinical.noteTitle}</h2>
        {Array.from({ length: noteLines }, (_, line) => (
          <hr key={line} />
        ))}
        <p className="form-end">
          <span>{hands.leftHow}</span>
          <span>{hands.clock}</span>
          <span>{hands.sign}</span>
        </p>
      </section>
    </article>
  );
};

const noteLines = 4;

type PartProps = Pick<FormSheetProps, "visit" | "paper">;

const DoorPart = ({ visit, paper: { text } }: PartProps) => (
  <dl className="form-fields">
    {doorFields.map(({ name }) => {
      const answer = visit === null ? undefined : answerOf(visit, name);
      const choices = choicesOf(name, text.words);
      return (
        <div key={name} className={`form-field form-${name}`}>
          <dt>{detailLabel(name, text.words)}</dt>
          <dd>{visit !== null && answer !== undefined ? standingText(name, visit, text) : choices === null ? "" : choices.map(([value, word]) => <Box key={value}>{word}</Box>)}</dd>
        </div>
      );
    })}
    <div className="form-field form-arrivedAt">
      <dt>{text.words.intake.arrivedAt}</dt>
      <dd>{visit === null || visit.arrivedAtMs === null ? "" : timeOf(visit.arrivedAtMs, text.nowMs, text.language)}</dd>
    </div>
  </dl>
);

const LevelPart = ({ visit, paper: { text } }: PartProps) => {
  const { scale } = settingsOf(useWardState().ward);
  const stands = visit === null ? null : (triageOf(visit)?.value ?? null);
  return (
    <p className="form-levels">
      <b>{text.words.print.level}</b>
      {scales[scale].levels.map(({ level, name }) => (
        <Box key={level} isTicked={stands?.scale === scale && stands.level === level}>
          <LevelSign level={level} /> {level} {name[text.language]}
        </Box>
      ))}
      <span className="form-clock">{text.words.hands.clock}</span>
    </p>
  );
};

const columns = 7;

/** The first column is the last look that the book has; the rest is for the pen. */
const LooksPart = ({ visit, paper: { text } }: PartProps) => {
  const { words, language, nowMs } = text;
  const { clinical } = words;
  const last = visit?.looks.at(-1);
  const measured = last?.value.measured ?? {};
  const number = (value: number | undefined): string => (value === undefined ? "" : valueText(value, language));
  const rows: ReadonlyArray<readonly [label: string, last: string]> = [
    [words.hands.clock, last === undefined ? "" : timeOf(last.atMs, nowMs, language)],
    [`${clinical.respirationPerMin} /min`, number(measured.respirationPerMin)],
    [`${clinical.spo2Pct} %`, number(measured.spo2Pct)],
    [`${clinical.oxygen} l/min`, number(measured.oxygenLPerMin)],
    [`${clinical.pressure} mmHg`, pressureText(measured.systolicMmHg, measured.diastolicMmHg).replace(" mmHg", "")],
    [`${clinical.pulsePerMin} /min`, number(measured.pulsePerMin)],
    [`${clinical.tempC} °C`, number(measured.tempC)],
    ["A C V P U", last?.value.consciousness ?? ""],
    [`${clinical.painOf10} /10`, number(measured.painOf10)],
    [`${clinical.glucoseMmolL} mmol/l`, number(measured.glucoseMmolL)],
    ["NEWS2", ""],
    [words.hands.sign, ""],
  ];
  return (
    <table className="form-table" aria-label={clinical.observeTitle}>
      <tbody>
        {rows.map(([label, known]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {Array.from({ length: columns }, (_, column) => (
              <td key={column}>{column === 0 ? known : ""}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const medicineRows = 5;
const room = "\u00a0";

const MedicinesPart = ({ visit, paper: { text } }: PartProps) => {
  const { hands, clinical } = text.words;
  const heads = [hands.clock, clinical.drug, clinical.dose, clinical.route, hands.sign, clinical.checkedBy];
  const given = (visit?.medicines ?? []).slice(-medicineRows);
  return (
    <table className="form-table form-medicines" aria-label={hands.given}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {given.map(({ by, atMs, value: { drug, dose, doseText = "", route, checkedBy = "" } }) => (
          <tr key={by}>
            <td>{timeOf(atMs, text.nowMs, text.language)}</td>
            <td>{drug}</td>
            <td>{dose === undefined ? doseText : `${valueText(dose.value, text.language)} ${dose.unit}`}</td>
            <td>{route === undefined ? "" : clinical[route]}</td>
            <td>{room}</td>
            <td>{checkedBy}</td>
          </tr>
        ))}
        {Array.from({ length: Math.max(2, medicineRows - given.length) }, (_, row) => (
          <tr key={row}>
            {heads.map((head) => (
              <td key={head}>{room}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Box = ({ isTicked = false, children }: { readonly isTicked?: boolean; readonly children: ReactNode }) => (
  <span className="form-box">
    <i aria-hidden="true">{isTicked ? "×" : ""}</i>
    {children}
  </span>
);
