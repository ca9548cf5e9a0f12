/** A receiver on Medplum's HL7 server: its framing, its parser, its acknowledgements. */
import { Hl7Message, Hl7Segment } from "@medplum/core";
import { Hl7Server } from "@medplum/hl7";
import type { AddressInfo } from "node:net";
import { createDesk, type DeskRules, type Filed, type Receiver } from "./desk.ts";

export const startMedplumReceiver = async (rules: DeskRules): Promise<Receiver> => {
  const desk = createDesk(rules);
  const server = new Hl7Server((connection) => {
    connection.addEventListener("message", ({ message }) => desk.take(readByMedplum(message), connection.socket, (code, id, error) => acknowledgement(message, code, id, error)));
    // A sender that goes away is no news here.
    connection.addEventListener("error", () => undefined);
  });
  server.start(0);
  const { server: net } = server;
  if (net === undefined) throw new Error("the receiver did not start");
  if (!net.listening) await new Promise((resolve) => net.once("listening", resolve));
  return {
    // A TCP server has no other kind of address.
    port: (net.address() as AddressInfo).port,
    filed: desk.filed,
    met: desk.met,
    stop: async () => {
      desk.close();
      await server.stop({ forceDrainTimeoutMs: 1 });
    },
  };
};

const acknowledgement = (message: Hl7Message, code: string, id: string, error: string | undefined): string => {
  const header = message.header;
  const msa = new Hl7Segment(["MSA", code, id]);
  const err = error === undefined ? [] : [new Hl7Segment(["ERR", "", "", `${error}^^HL70357`, "E"])];
  const msh = new Hl7Segment(["MSH", "^~\\&", field(header, 5), field(header, 6), field(header, 3), field(header, 4), "20260120200000", "", "ACK", `a${id.slice(1)}`, "T", "2.5.1"]);
  return new Hl7Message([msh, msa, ...err]).toString();
};

export const readByMedplum = (message: Hl7Message): Filed => ({
  id: field(message.header, 10),
  event: message.header.getComponent(9, 2),
  patient: field(message.getSegment("PID"), 3),
  name: message.getSegment("PID")?.getField(5)?.getComponent(1) ?? "",
  visit: message.getSegment("PV1")?.getComponent(19, 1) ?? "",
  order: message.getSegment("OBR")?.getComponent(3, 1) ?? "",
  values: message.getAllSegments("OBX").map((obx) => field(obx, 5)),
});

const field = (segment: Hl7Segment | undefined, index: number): string => segment?.getField(index)?.toString() ?? "";
