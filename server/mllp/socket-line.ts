/**
 * One TCP connection to a receiver of HL7 v2, kept open from message to message.
 *
 * - SKL1 One message is under way at a time; the next waits for its turn.
 * - SKL2 Whether a byte left here decides what silence means: before that it was not sent, after that nobody knows.
 * - SKL3 After anything but a clear answer the connection is closed, so that a late answer meets nobody; the next message opens another.
 * - SKL4 Bytes that come while nothing was asked belong to nothing: the connection is closed.
 */
import { connect, type Socket } from "node:net";
import { framed, noBytes, readFrames, type FrameReader } from "#sync/ehr/mllp/frames.ts";
import type { Exchange, MllpLine } from "#sync/ehr/mllp/line.ts";

export interface SocketTarget {
  readonly host: string;
  readonly port: number;
  readonly connectTimeoutMs: number;
  readonly answerTimeoutMs: number;
  /** Of one answer. */
  readonly maxBytes: number;
}

/** What the connection tells whoever waits. */
interface Heard {
  readonly text: (text: string) => void;
  readonly gone: (why: string) => void;
}

interface Connection {
  readonly socket: Socket;
  heard: Heard | null;
}

export const createSocketLine = (target: SocketTarget): MllpLine => {
  let open: Connection | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const drop = (): void => {
    open?.socket.destroy();
    open = null;
  };
  const oneExchange = async (text: string, isAnswer: (text: string) => boolean, signal: AbortSignal): Promise<Exchange> => {
    if (signal.aborted) return { is: "notSent", why: "stopped before it was sent" };
    if (open === null || !isUsable(open.socket)) {
      drop();
      const opened = await opening(target, signal);
      if (typeof opened === "string") return { is: "notSent", why: opened };
      open = opened;
    }
    const exchange = await asked(open, text, target.answerTimeoutMs, signal);
    if (exchange.is !== "answered" || !isAnswer(exchange.text)) drop();
    return exchange;
  };
  return {
    exchange: (text, isAnswer, signal) => {
      const mine = turn.then(() => oneExchange(text, isAnswer, signal));
      turn = mine.catch(() => undefined);
      return mine;
    },
    close: drop,
  };
};

/** The other end may have closed it since the last message. */
const isUsable = (socket: Socket): boolean => !socket.destroyed && socket.writable && !socket.readableEnded;

/** The connection, or why there is none. */
const opening = ({ host, port, connectTimeoutMs, maxBytes }: SocketTarget, signal: AbortSignal): Promise<Connection | string> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, noDelay: true });
    const connection: Connection = { socket, heard: null };
    const failed = (why: string): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stopped);
      socket.destroy();
      resolve(why);
    };
    const stopped = (): void => failed("stopped before it was sent");
    const timer = setTimeout(() => failed("no connection in time"), connectTimeoutMs);
    signal.addEventListener("abort", stopped, { once: true });
    const refused = (error: Error): void => failed(`no connection: ${error.message}`);
    socket.once("error", refused);
    socket.once("connect", () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stopped);
      socket.off("error", refused);
      listen(connection, maxBytes);
      resolve(connection);
    });
  });

const listen = (connection: Connection, maxBytes: number): void => {
  const { socket } = connection;
  let reader: FrameReader = noBytes;
  const gone = (why: string): void => {
    socket.destroy();
    connection.heard?.gone(why);
  };
  socket.on("data", (chunk) => {
    if (connection.heard === null) return gone("an answer that nobody asked for");
    const read = readFrames(reader, chunk, maxBytes);
    reader = read.reader;
    const [first] = read.frames;
    if (read.fault !== null) return gone(read.fault === "tooLarge" ? "an answer larger than the limit" : "bytes outside of a frame");
    if (first === undefined) return undefined;
    return read.frames.length > 1 || reader.open !== null ? gone("more than one answer") : connection.heard.text(first);
  });
  socket.on("error", (error) => gone(`the connection broke: ${error.message}`));
  socket.on("end", () => gone("the connection was closed before an answer"));
  socket.on("close", () => gone("the connection was closed before an answer"));
};

const asked = (connection: Connection, text: string, timeoutMs: number, signal: AbortSignal): Promise<Exchange> =>
  new Promise((resolve) => {
    const done = (exchange: Exchange): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stopped);
      connection.heard = null;
      resolve(exchange);
    };
    const noAnswer = (why: string): void => done({ is: "noAnswer", why });
    const stopped = (): void => noAnswer("stopped before an answer");
    const timer = setTimeout(() => noAnswer("no answer in time"), timeoutMs);
    signal.addEventListener("abort", stopped, { once: true });
    connection.heard = { text: (answer) => done({ is: "answered", text: answer }), gone: noAnswer };
    connection.socket.write(framed(text));
  });
