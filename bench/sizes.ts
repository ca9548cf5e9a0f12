/** What a device downloads, and what it keeps. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

export interface Sizes {
  readonly scriptGzKb: number;
  /** Of that, what the door needs: the pieces named in its page. */
  readonly doorScriptGzKb: number;
  readonly styleGzKb: number;
  readonly keptKb: number;
  /** Before a key can be pressed: page, style, boot script. */
  readonly firstKb: number;
}

export const sizes = (dir: string): Sizes => {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const kb = (bytes: number): number => Math.round(bytes / 100) / 10;
  const gz = (ending: string): number => kb(files.filter((file) => file.endsWith(ending)).reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0));
  const raw = (wanted: ReadonlyArray<string>): number => kb(wanted.reduce((sum, file) => sum + statSync(file).size, 0));
  const pieces = /data-pieces="([^"]*)"/.exec(readFileSync(join(dir, "intake.html"), "utf8"))?.[1]?.split(" ") ?? [];
  return {
    doorScriptGzKb: kb(pieces.reduce((sum, piece) => sum + gzipSync(readFileSync(join(dir, piece))).length, 0)),
    scriptGzKb: gz(".js"),
    styleGzKb: gz(".css"),
    // As scripts/vite/worker.ts chooses: the icon's pictures are the system's.
    keptKb: raw(files.filter((file) => !file.endsWith("sw.js") && !file.endsWith(".png"))),
    firstKb: raw(files.filter((file) => /intake\.html$|door-[^/]*\.css$|boot-[^/]*\.js$/.test(file))),
  };
};
