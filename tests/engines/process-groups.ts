// Programs, each with all its children in a group of its own: a kill leaves none behind to go on writing.
import { type ChildProcess, spawn } from "node:child_process";

export type Begin = (command: string, args: ReadonlyArray<string>, env?: Readonly<Record<string, string>>) => ChildProcess;

export interface ProcessGroups {
  readonly begin: Begin;
  /** As when the power goes: nobody is told. */
  readonly killAll: () => Promise<void>;
}

export const processGroups = (): ProcessGroups => {
  const living = new Map<ChildProcess, Promise<void>>();
  const begin: Begin = (command, args, env = {}) => {
    const child = spawn(command, args, { detached: true, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, TZ: "Europe/Oslo", ...env } });
    const ended = new Promise<void>((resolve) => {
      child.once("close", () => resolve());
      child.once("error", () => resolve());
    });
    living.set(child, ended);
    return child;
  };
  const killAll = async (): Promise<void> => {
    for (const { pid } of living.keys()) if (pid !== undefined) killGroup(pid);
    await Promise.all(living.values());
    living.clear();
  };
  return { begin, killAll };
};

/** Its leader may have ended by itself and left children. */
const killGroup = (pid: number): void => {
  try {
    process.kill(-pid, "SIGKILL");
  } catch (thrown) {
    if (!(thrown instanceof Error && "code" in thrown && thrown.code === "ESRCH")) throw thrown;
  }
};

/** What the first matching line of an output holds in its first bracket; fails with all that was said when the program ends before. */
export const said = (child: ChildProcess, pattern: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (bytes: Buffer) => {
        output += bytes.toString();
        const found = pattern.exec(output)?.[1];
        if (found !== undefined) resolve(found);
      });
    }
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${child.spawnfile} ended with ${code}: ${output}`)));
  });
