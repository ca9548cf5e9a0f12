import { expect, it } from "vitest";
import { known } from "#core/answer.ts";
import { emptyState } from "#projections/ward-state.ts";
import { letterOf } from "#projections/letter.ts";
import { wordsIn } from "#i18n/all-words.ts";
import { pageWordsOf } from "#i18n/pages/page-words.ts";
import { letterText } from "#app/routes/visit/letter-text.ts";
import { visitToMessages } from "#sync/ehr/hl7/messages.ts";
import { readHl7Text } from "#sync/ehr/hl7/text.ts";
import { arrived, given, visitId } from "../given-visit.ts";
import { sourceOf } from "../fhir/sources.ts";
import { hl7Source } from "./sources.ts";

const doctor = { name: "Eirik Storeik", role: "doctor" } as const;
const file = given({ event: arrived({ name: known("Åse & Co"), reason: known("Vondt | ankelen") }) }, { event: { type: "v1.Concluded", visit: visitId, conclusion: { assessment: "Ikke brudd" } }, minute: 60, by: doctor });
const letter = letterOf(file, { downtimes: [], isDrill: true });
const text = letterText(letter, "discharge", pageWordsOf(wordsIn.nb, "nb"), "nb");

it("[HLW1] a letter is every line of it, in one text that reads back", async () => {
  const messages = await visitToMessages(file, hl7Source({ letters: [{ ...sourceOf(emptyState), letter, text }] }));
  const lines = messages.find(({ event }) => event === "T02")?.text.split("\r").map((line) => line.split("|")) ?? [];
  const whole = readHl7Text(lines.find(([name]) => name === "OBX")?.[5] ?? "");
  for (const line of [text.to, ...text.patient, ...text.sections.flatMap((section) => section.lines)]) expect(whole).toContain(line.text);
  expect(whole).toContain("Vondt | ankelen");
});

it("[HLW2] its kind, its key and its author stand in TXA; without a conclusion it is in progress", async () => {
  const txaOf = async (one: typeof file) => {
    const its = letterOf(one, { downtimes: [], isDrill: true });
    const messages = await visitToMessages(one, hl7Source({ letters: [{ ...sourceOf(emptyState), letter: its, text }] }));
    return messages.find(({ event }) => event === "T02")?.text.split("\r").find((line) => line.startsWith("TXA"))?.split("|") ?? [];
  };
  const txa = await txaOf(file);
  expect([txa[2], txa[5], txa[17]]).toEqual(["DS", "^Eirik Storeik", "DO"]);
  expect(txa[12]).toMatch(/^[0-9a-f]{64}\.letter-discharge\^VAKTBOK/);
  expect((await txaOf(given({ event: arrived() })))[17]).toBe("IP");
});
