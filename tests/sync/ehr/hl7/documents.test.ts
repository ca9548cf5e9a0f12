import { expect, it } from "vitest";
import { visitToMessages } from "#sync/ehr/hl7/messages.ts";
import { header, messageText, segment } from "#sync/ehr/hl7/segment.ts";
import { hl7Text, plain } from "#sync/ehr/hl7/text.ts";
import { keyEntity } from "#sync/ehr/hl7/values.ts";
import { arrived, given, idOf, visitId } from "../given-visit.ts";
import { hl7Source } from "./sources.ts";

const note = { event: { type: "v1.Noted", visit: visitId, note: { text: "Våken og klar.\nSår på fot|høyre", assessment: "Ses i morgen" } }, minute: 5, lateMin: 20 } as const;
const fieldsOf = async (): Promise<ReadonlyArray<ReadonlyArray<string>>> => {
  const documents = (await visitToMessages(given({ event: arrived() }, note), hl7Source())).filter(({ event }) => event === "T02");
  expect(documents).toHaveLength(1);
  return (documents[0]?.text ?? "").split("\r").map((line) => line.split("|"));
};
const named = (lines: ReadonlyArray<ReadonlyArray<string>>, name: string): ReadonlyArray<ReadonlyArray<string>> => lines.filter(([one]) => one === name);

it("[HLW1] a note is one text in one OBX, its lines and signs escaped", async () => {
  const obx = named(await fieldsOf(), "OBX");
  expect(obx).toHaveLength(1);
  expect([obx[0]?.[2], obx[0]?.[5]]).toEqual(["TX", expect.stringMatching(/Våken og klar\.\\\.br\\Sår på fot\\F\\høyre/)]);
  expect(obx[0]?.[5]).toContain("Vurdering: Ses i morgen");
});

it("[HLW2] TXA has when it happened, when it was written, and our key", async () => {
  const [txa] = named(await fieldsOf(), "TXA");
  expect([txa?.[4], txa?.[6]]).toEqual(["20260120164800+0100", "20260120170800+0100"]);
  expect(txa?.[12]).toBe(`${idOf("device-a", 2)}.note^VAKTBOK^https://vaktbok.no/fhir/record-id^URI`);
});

it("[HLM4] the header says that the text is UTF-8", async () => {
  const [msh] = await fieldsOf();
  // MSH-1 is the sign between fields: a field's number is one more than its place here.
  expect(msh?.[17]).toBe("UNICODE UTF-8");
});

it("[HLS1] every segment ends with CR, the last one too, and says nothing after its last field", () => {
  const text = messageText([header({ 3: plain("VAKTBOK"), 10: plain("1") }), segment("PV1", { 1: plain("1"), 4: hl7Text(""), 6: hl7Text(null) })]);
  expect(text).toBe("MSH|^~\\&|VAKTBOK|||||||1\rPV1|1\r");
});

it("[HLV2] a key of ours has our own address, by URI", () => {
  expect(keyEntity("a.note")).toBe("a.note^VAKTBOK^https://vaktbok.no/fhir/record-id^URI");
});
