/**
 * What the page's main thread worked, told by its own processor clock: a machine that is busy with other things makes a frame
 * late, but not its work longer. The throttle counts as work, as on a device that is so slow.
 */
import type { CDPSession } from "@playwright/test";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** Processor time, in microseconds. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

export interface MainThread {
  /** Each task of more than a millisecond. */
  readonly tasksMs: ReadonlyArray<number>;
  /** From each key until the frame that shows it is handed over. */
  readonly keysMs: ReadonlyArray<number>;
}

const categories = "devtools.timeline,disabled-by-default-devtools.timeline";

export const traced = async (cdp: CDPSession, work: () => Promise<void>): Promise<MainThread> => {
  const events: Array<TraceEvent> = [];
  // The protocol gives events as records of anything; these fields are those of Chromium's trace format.
  cdp.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as ReadonlyArray<TraceEvent>)));
  await cdp.send("Tracing.start", { transferMode: "ReportEvents", categories });
  await work();
  const done = new Promise<void>((resolve) => cdp.once("Tracing.tracingComplete", () => resolve()));
  await cdp.send("Tracing.end");
  await done;
  return workIn(events);
};

const workIn = (events: ReadonlyArray<TraceEvent>): MainThread => {
  const page = events.find(({ name }) => name === "FireAnimationFrame");
  const own = events.filter(({ ph, pid, tid }) => ph === "X" && pid === page?.pid && tid === page.tid).toSorted((a, b) => a.ts - b.ts);
  const ms = ({ tdur = 0 }: TraceEvent): number => tdur / 1_000;
  const tasks = own.filter(({ name }) => name === "RunTask");
  const commits = own.filter(({ name }) => name === "Commit").map(({ ts }) => ts);
  const keys = own.filter(({ name, args }) => name === "EventDispatch" && args?.data?.type === "keydown");
  const keysMs = keys.map((key) => {
    const shownAt = commits.find((ts) => ts > key.ts) ?? Number.POSITIVE_INFINITY;
    // The task of the key itself began a little before it.
    const first = tasks.findLastIndex(({ ts }) => ts <= key.ts);
    return tasks.slice(Math.max(0, first)).filter(({ ts }) => ts <= shownAt).reduce((sum, task) => sum + ms(task), 0);
  });
  return { tasksMs: tasks.map(ms).filter((one) => one > 1), keysMs };
};
