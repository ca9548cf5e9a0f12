/**
 * What a receiver does with a message that its library has parsed: files it or not, answers or not, as a seeded evening of faults
 * says. The libraries parse and build; the desk only decides.
 */
import type { Socket } from "node:net";

export const faults = ["droppedAfter", "droppedBefore", "applicationError", "busy", "late", "foreignId", "garbage", "closedMidFrame"] as const;
export type Fault = (typeof faults)[number];

/** Fields as they stood on the wire, read by the receiver's own library. */
export interface Filed {
  readonly id: string;
  readonly event: string;
  readonly patient: string;
  readonly name: string;
  readonly visit: string;
  readonly order: string;
  readonly values: ReadonlyArray<string>;
}

export interface DeskRules {
  readonly dedupes: boolean;
  readonly nextFault: () => Fault | null;
  /** Later than anybody waits. */
  readonly lateMs: number;
}

export interface Receiver {
  readonly port: number;
  /** In the order they were filed; twice where it was filed twice. */
  readonly filed: () => ReadonlyArray<Filed>;
  readonly met: () => ReadonlyArray<Fault>;
  readonly stop: () => Promise<void>;
}

/** The receiver's own library writes it. */
type Acknowledge = (code: "AA" | "AE" | "AR", id: string, error?: string) => string;

export const createDesk = ({ dedupes, nextFault, lateMs }: DeskRules) => {
  const filed: Filed[] = [];
  const met: Fault[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const commit = (message: Filed): void => {
    if (!dedupes || filed.every(({ id }) => id !== message.id)) filed.push(message);
  };
  const later = (act: () => void): void => {
    const timer = setTimeout(() => (timers.delete(timer), act()), lateMs);
    timers.add(timer);
  };
  const take = (message: Filed, socket: Socket, acknowledge: Acknowledge): void => {
    const fault = nextFault();
    if (fault !== null) met.push(fault);
    if (fault !== "droppedBefore" && fault !== "applicationError" && fault !== "busy") commit(message);
    const say = (bytes: string): void => void (socket.destroyed || socket.write(bytes));
    const yes = framedAs(acknowledge("AA", message.id));
    switch (fault) {
      case null:
        return say(yes);
      case "droppedAfter":
      case "droppedBefore":
        return undefined;
      case "applicationError":
        return say(framedAs(acknowledge("AE", message.id, "204")));
      case "busy":
        return say(framedAs(acknowledge("AR", message.id, "207")));
      case "late":
        return later(() => say(yes));
      case "foreignId":
        return say(framedAs(acknowledge("AA", `x${message.id.slice(1)}`)));
      case "garbage":
        return say(framedAs("HTTP/1.1 200 OK"));
      case "closedMidFrame":
        return void socket.end(yes.slice(0, 30));
    }
  };
  return { take, filed: () => filed, met: () => met, close: () => timers.forEach((timer) => clearTimeout(timer)) };
};

const framedAs = (text: string): string => `\u000b${text}\u001c\r`;

/** The same seed gives the same faults. */
export const faultsOf = (seed: number, share: number): (() => Fault | null) => {
  let state = seed;
  const dice = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return () => (dice() < share ? (faults[Math.floor(dice() * faults.length)] ?? null) : null);
};
