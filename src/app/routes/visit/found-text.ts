// What was found, in words and with its units: the chart, the paper and the notice say the same.
import { gcsParts, gcsTotal, measureNames, measures, type Found, type Gcs, type MeasureName } from "#core/clinical/found.ts";
import type { News2 } from "#core/clinical/news2.ts";
import { numberText } from "#forms/observation.ts";
import type { ClinicalWords } from "#i18n/pages/clinical.ts";
import type { Language } from "#i18n/words.ts";

/** With the language's own decimal sign. */
export const valueText = (value: number, language: Language): string => (language === "en" ? String(value) : numberText(value));

export const foundAnswers = (found: Found, words: ClinicalWords, language: Language): ReadonlyArray<readonly [label: string, answer: string]> => {
  const { measured, breathing, spo2Scale, consciousness, gcs, weightIs, by, remark = "" } = found;
  const { systolicMmHg, diastolicMmHg, oxygenLPerMin } = measured;
  const said = (name: MeasureName): string => (measured[name] === undefined ? "" : `${valueText(measured[name], language)} ${measures[name].sign}`);
  const answers: ReadonlyArray<readonly [string, string]> = [
    ...measureNames.flatMap((name): ReadonlyArray<readonly [string, string]> => {
      if (name === "diastolicMmHg" || name === "oxygenLPerMin") return [];
      if (name === "systolicMmHg") return [[words.pressure, pressureText(systolicMmHg, diastolicMmHg)]];
      const also = name === "weightKg" && weightIs !== undefined ? ` (${words.estimated.toLowerCase()})` : name === "spo2Pct" && spo2Scale === 2 ? ` (${words.scale2})` : "";
      return [[words[name], said(name) === "" ? "" : said(name) + also]];
    }),
    [words.breathing, breathing === undefined ? "" : [words[breathing], oxygenLPerMin === undefined ? "" : said("oxygenLPerMin")].filter((text) => text !== "").join(" ")],
    [words.consciousness, consciousness === undefined ? "" : `${consciousness} ${words[consciousness].toLowerCase()}`],
    [words.gcs, gcs === undefined ? "" : gcsText(gcs)],
    [words.source, by === undefined ? "" : words[by].toLowerCase()],
    [words.remark, remark],
  ];
  return answers.filter(([, answer]) => answer !== "");
};

/** "120/80 mmHg", "120/– mmHg". */
export const pressureText = (over: number | undefined, under: number | undefined): string =>
  over === undefined && under === undefined ? "" : `${over ?? "–"}/${under ?? "–"} mmHg`;

/** "14: E4 V4 M6"; without a sum while a part cannot be tested. */
const gcsText = (gcs: Gcs): string => {
  const total = gcsTotal(gcs);
  const parts = gcsParts.map((part, place) => `${"EVM"[place] ?? ""}${gcs[part]}`).join(" ");
  return total === null ? parts : `${total}: ${parts}`;
};

/** "7, høy"; "≥ 3, ufullstendig". */
export const news2Text = (news2: News2, words: ClinicalWords): string =>
  news2.is === "complete" ? `${news2.total}, ${words[news2.band]}` : `≥ ${news2.atLeast}, ${words.incomplete}`;
