// What the form reads back to the nurse under each field, while she types: quiet when all is well.
import { readBorn } from "#core/identity/born.ts";
import { readNationalNumber } from "#core/identity/national-number.ts";
import type { EpochMs } from "#core/time.ts";
import type { DoorAnswers, DoorReading, DoorWarning } from "#forms/door.ts";
import type { Language, Words } from "#i18n/words.ts";
import { ageText, shortDate } from "../../formats.ts";

interface Note {
  readonly kind: "good" | "warn" | "plain";
  readonly text: string;
}
interface NoteContext {
  readonly words: Words;
  readonly language: Language;
  readonly nowMs: EpochMs;
  readonly isDrill: boolean;
}

export const doorNotes = (typed: DoorAnswers, reading: DoorReading, context: NoteContext): { readonly [field: string]: Note | undefined } => ({
  nationalNumber: numberNote(typed, reading, context),
  born: warned(reading, "born", context) ?? bornNote(typed, context),
  arrivedAt: warned(reading, "arrivedAt", context),
});

const warned = (reading: DoorReading, field: DoorWarning["field"], { words }: NoteContext): Note | undefined => {
  const warning = reading.warnings.find((one) => one.field === field);
  return warning === undefined ? undefined : { kind: "warn", text: warningText(warning, words) };
};

const warningText = (warning: DoorWarning, { intake }: Words): string => {
  switch (warning.type) {
    case "NotRead":
      return warning.field === "born" ? intake.notRead : intake.timeNotRead;
    case "InFuture":
      return intake.timeInFuture;
    case "WrongNumber":
      return intake.numberWrong;
    case "SyntheticNumber":
      return intake.numberSynthetic;
    case "RealNumberInDrill":
      return intake.numberRealInDrill;
    case "DiffersFromBorn":
      return intake.numberDiffersFromBorn;
  }
};

const numberNote = (typed: DoorAnswers, reading: DoorReading, context: NoteContext): Note | undefined => {
  const text = (typed.nationalNumber ?? "").trim();
  // Half a number is not a wrong number: nothing is said until it could be whole.
  if (text === "" || (text.replace(/\D/g, "").length < 11 && /^[\d .-]*$/.test(text))) return undefined;
  const warning = warned(reading, "nationalNumber", context);
  if (warning !== undefined) return warning;
  const number = readNationalNumber(text, context.nowMs);
  if (number.checked !== "ok") return undefined;
  const { words, nowMs } = context;
  const age = number.born === null ? "" : `, ${ageText({ is: "date", date: number.born }, nowMs, words)}`;
  const sex = number.sex === null ? "" : `, ${words.fields.sex.choices[number.sex].toLowerCase()}`;
  return { kind: "good", text: `${words.intake.numberOk}${age}${sex}` };
};

const bornNote = (typed: DoorAnswers, { words, language, nowMs }: NoteContext): Note | undefined => {
  const born = readBorn(typed.born ?? "", nowMs);
  if (born === null) return undefined;
  switch (born.is) {
    case "date":
      return { kind: "plain", text: `${words.intake.readAsDate(`${shortDate(Date.parse(born.date) as EpochMs, language)} ${born.date.slice(0, 4)}`)}, ${ageText(born, nowMs, words)}` };
    case "year":
      return { kind: "plain", text: words.intake.readAsYear(born.year) };
    case "age":
      return { kind: "plain", text: words.intake.readAsAge(ageText(born, nowMs, words)) };
  }
};
