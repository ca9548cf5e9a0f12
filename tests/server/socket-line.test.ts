/** The line against bare sockets: every way in which a receiver can answer badly. */
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { afterEach, expect, it } from "vitest";
import { createSocketLine } from "../../server/mllp/socket-line.ts";

const closing: Array<() => unknown> = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
const never = new AbortController().signal;

const receiving = async (onMessage: (socket: Socket, text: string, nth: number) => void, more: { readonly maxBytes?: number; readonly answerTimeoutMs?: number } = {}) => {
  const sockets = new Set<Socket>();
  let nth = 0;
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("data", (data) => onMessage(socket, data.toString().slice(1, -2), (nth += 1)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A TCP server has no other kind of address.
  const { port } = server.address() as AddressInfo;
  const line = createSocketLine({ host: "127.0.0.1", port, connectTimeoutMs: 2_000, answerTimeoutMs: 2_000, maxBytes: 1_000, ...more });
  closing.push(line.close, () => sockets.forEach((socket) => socket.destroy()), () => new Promise((resolve) => server.close(resolve)));
  return { line, sockets, ask: (text: string, signal = never) => line.exchange(text, (answer) => answer.startsWith("yes"), signal) };
};
const frame = (text: string): string => `\u000b${text}\u001c\r`;

it("[SKL1] of two at once the second waits for the first's answer, on the same connection", async () => {
  const open: string[] = [];
  const { ask, sockets } = await receiving((socket, text) => {
    open.push(text);
    expect(open).toHaveLength(1);
    setImmediate(() => (open.pop(), socket.write(frame(`yes ${text}`))));
  });
  expect(await Promise.all(["a", "b", "c"].map((text) => ask(text)))).toEqual(["a", "b", "c"].map((text) => ({ is: "answered", text: `yes ${text}` })));
  expect(sockets.size).toBe(1);
});

it("[SKL1] an answer in many pieces is one answer", async () => {
  const { ask } = await receiving((socket) => {
    const whole = Buffer.from(frame("yes æøå"));
    let at = 0;
    const next = (): void => void (at < whole.length && socket.write(whole.subarray(at, (at += 1)), () => setImmediate(next)));
    next();
  });
  expect(await ask("a")).toEqual({ is: "answered", text: "yes æøå" });
});

it("[SKL2] without a connection nothing was sent", async () => {
  const line = createSocketLine({ host: "127.0.0.1", port: 1, connectTimeoutMs: 2_000, answerTimeoutMs: 2_000, maxBytes: 10 });
  expect(await line.exchange("a", () => true, never)).toMatchObject({ is: "notSent" });
  const { ask } = await receiving(() => undefined);
  expect(await ask("a", AbortSignal.abort())).toMatchObject({ is: "notSent" });
});

it.each<readonly [string, (socket: Socket) => void]>([
  ["closes", (socket) => socket.end()],
  ["breaks the connection", (socket) => socket.resetAndDestroy()],
  ["closes in the middle of its answer", (socket) => socket.end(frame("yes").slice(0, 3))],
  ["answers outside of a frame", (socket) => socket.write("HTTP/1.1 200 OK\r\n")],
  ["answers twice", (socket) => socket.write(frame("yes") + frame("yes"))],
  ["answers without end", (socket) => socket.write(`\u000b${"x".repeat(5_000)}`)],
])("[SKL2] who %s has given no answer, and the next message goes on a new connection", async (_, answer) => {
  const { ask, sockets } = await receiving((socket, text, nth) => (nth === 1 ? answer(socket) : socket.write(frame(`yes ${text}`))));
  expect(await ask("a")).toMatchObject({ is: "noAnswer" });
  expect(await ask("b")).toEqual({ is: "answered", text: "yes b" });
  expect(sockets.size).toBe(2);
});

it("[SKL3] a late answer is not taken for the next one's", async () => {
  const waiting: Socket[] = [];
  const { ask } = await receiving(
    (socket, text) => {
      if (text === "slow") waiting.push(socket);
      else {
        waiting[0]?.write(frame("yes slow"));
        socket.write(frame(`yes ${text}`));
      }
    },
    { answerTimeoutMs: 150 },
  );
  expect(await ask("slow")).toEqual({ is: "noAnswer", why: "no answer in time" });
  expect(await ask("next")).toEqual({ is: "answered", text: "yes next" });
});

it("[SKL3] an answer that is not clear closes the connection", async () => {
  const { ask, sockets } = await receiving((socket, text) => socket.write(frame(text)));
  expect(await ask("no")).toEqual({ is: "answered", text: "no" });
  expect(await ask("yes")).toEqual({ is: "answered", text: "yes" });
  expect(sockets.size).toBe(2);
});

it("[SKL4] bytes that nobody asked for close the connection, and are nobody's answer", async () => {
  const { ask, sockets } = await receiving((socket, text) => socket.write(frame(`yes ${text}`)));
  await ask("a");
  const [first] = sockets;
  const closed = new Promise((resolve) => first?.once("close", resolve));
  first?.write(frame("yes b"));
  await closed;
  expect(await ask("b")).toEqual({ is: "answered", text: "yes b" });
  expect(sockets.size).toBe(2);
});

it("[SKL2] stopped while it waits, it says that it does not know", async () => {
  const stop = new AbortController();
  const { ask } = await receiving(() => stop.abort());
  expect(await ask("a", stop.signal)).toMatchObject({ is: "noAnswer" });
});
