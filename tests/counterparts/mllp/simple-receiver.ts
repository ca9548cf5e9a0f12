/** A receiver on simple-hl7: another framing, another parser, other acknowledgements. */
import type { AddressInfo } from "node:net";
import { Server, type SimpleMessage } from "simple-hl7";
import { createDesk, type DeskRules, type Filed, type Receiver } from "./desk.ts";

export const startSimpleReceiver = async (rules: DeskRules): Promise<Receiver> => {
  const desk = createDesk(rules);
  const server = Server.createTcpServer({}, (error, request, response) => {
    // It tells of senders that went away in the same place as of messages.
    if (error !== null) return;
    desk.take(readBySimple(request.msg), response.socket, (code, id, errorCode) => {
      response.ack.getSegment("MSA")?.setField(1, code);
      response.ack.getSegment("MSA")?.setField(2, id);
      if (errorCode !== undefined) response.ack.addSegment("ERR", "", "", errorCode, "E");
      return response.ack.toString();
    });
  });
  server.start(0);
  const net = server.server;
  const sockets = new Set<{ readonly destroy: () => void }>();
  net.on("connection", (socket) => sockets.add(socket));
  if (!net.listening) await new Promise((resolve) => net.once("listening", resolve));
  return {
    // A TCP server has no other kind of address.
    port: (net.address() as AddressInfo).port,
    filed: desk.filed,
    met: desk.met,
    stop: async () => {
      desk.close();
      const closed = new Promise((resolve) => net.once("close", resolve));
      server.stop();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
};

export const readBySimple = (message: SimpleMessage): Filed => ({
  id: message.header.getField(8),
  event: message.header.getField(7).split("^")[1] ?? "",
  patient: message.getSegment("PID")?.getField(3) ?? "",
  name: (message.getSegment("PID")?.getField(5) ?? "").split("~")[0]?.split("^")[0] ?? "",
  visit: (message.getSegment("PV1")?.getField(19) ?? "").split("^")[0] ?? "",
  order: (message.getSegment("OBR")?.getField(3) ?? "").split("^")[0] ?? "",
  values: message.getSegments("OBX").map((obx) => obx.getField(5)),
});
