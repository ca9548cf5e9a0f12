/**
 * File systems in a file, for what a directory cannot do: lose what was never synced, and be full. Root only.
 *
 * The image of a power cut lies in memory, so whatever the file system has sent to its "disk" is in it at once, and what
 * it still keeps in its own cache is not. A copy of the image, taken while no process runs, is the disk after the cut.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const run = (program: string, ...args: ReadonlyArray<string>): boolean => spawnSync(program, args, { stdio: "ignore" }).status === 0;

const must = (program: string, ...args: ReadonlyArray<string>): void => {
  const { status, stderr } = spawnSync(program, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")}: ${stderr.trim()}`);
};

export interface Mounted {
  readonly folder: string;
  readonly unmount: () => void;
}

const mounted = (place: string, ...args: ReadonlyArray<string>): Mounted => {
  mkdirSync(place, { recursive: true });
  must("mount", ...args, place);
  return {
    folder: place,
    unmount: () => {
      // A process that was killed a moment ago may still hold it.
      for (let turn = 0; turn < 50 && !run("umount", place); turn += 1) spawnSync("sleep", ["0.1"]);
      rmSync(place, { recursive: true, force: true });
    },
  };
};

export interface Workshop {
  /** An image with a folder's content on it, all of it on the disk. */
  readonly image: (name: string, from: string | null) => string;
  readonly copy: (image: string, name: string) => string;
  /** Nothing is written back for want of time, only when it is asked for; barriers stay. */
  readonly mount: (image: string) => Mounted;
  readonly remove: (image: string) => void;
  readonly close: () => void;
}

const imageSize = "96M";

/** null: this machine does not let us mount. */
export const openWorkshop = (): Workshop | null => {
  if (process.getuid?.() !== 0 || !run("which", "mkfs.ext4")) return null;
  const base = mkdtempSync(join(tmpdir(), "vaktbok-disk-"));
  if (!run("mount", "-t", "tmpfs", "-o", "size=2g", "tmpfs", base)) return null;
  const mount = (image: string): Mounted => mounted(`${image}.mounted`, "-t", "ext4", "-o", "loop,commit=300", image);
  const close = (): void => {
    for (let turn = 0; turn < 50 && !run("umount", base); turn += 1) spawnSync("sleep", ["0.1"]);
    rmSync(base, { recursive: true, force: true });
  };
  const workshop: Workshop = {
    image: (name, from) => {
      const image = join(base, name);
      must("truncate", "-s", imageSize, image);
      must("mkfs.ext4", "-q", "-E", "lazy_itable_init=0,lazy_journal_init=0", image);
      const on = mount(image);
      if (from !== null) cpSync(from, join(on.folder, "profile"), { recursive: true });
      else mkdirSync(join(on.folder, "profile"));
      on.unmount();
      return image;
    },
    copy: (image, name) => {
      must("cp", "--sparse=always", image, join(base, name));
      return join(base, name);
    },
    mount,
    remove: (image) => rmSync(image, { force: true }),
    close,
  };
  try {
    workshop.remove(workshop.image("trial", null));
    return workshop;
  } catch {
    close();
    return null;
  }
};

/** A disk of so many megabytes, and no more. */
export const smallDisk = (sizeMb: number): Mounted => mounted(mkdtempSync(join(tmpdir(), "vaktbok-small-")), "-t", "tmpfs", "-o", `size=${sizeMb}m`, "tmpfs");
