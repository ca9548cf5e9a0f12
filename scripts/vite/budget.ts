/**
 * What a device loads and keeps, weighed when the app has been built. A build that is too heavy is no build.
 *
 * - BUD1 The scripts of the door's page until its book is open, in one language, are at most 170 kB gzipped.
 * - BUD2 What is kept on the device for an outage is at most 900 kB.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

export interface Sizes {
  /** The boot script, the pieces named in the door's page with the heaviest language, and the worker that holds the keys. */
  readonly startScriptGzKb: number;
  /** Every page, all languages, the drill's evening, the exporters and the service worker. */
  readonly scriptGzKb: number;
  readonly styleGzKb: number;
  readonly keptKb: number;
  /** Before a key can be pressed: page, style, boot script. */
  readonly firstKb: number;
}

export const budget = { startScriptGzKb: 170, keptKb: 900 } as const;

export const tooHeavy = (sizes: Pick<Sizes, keyof typeof budget>): ReadonlyArray<string> => [
  ...(sizes.startScriptGzKb > budget.startScriptGzKb ? [`a start loads ${sizes.startScriptGzKb} kB of scripts, gzipped: ${budget.startScriptGzKb} is the most`] : []),
  ...(sizes.keptKb > budget.keptKb ? [`${sizes.keptKb} kB are kept for an outage: ${budget.keptKb} is the most`] : []),
];

export const sizesText = (sizes: Sizes): string =>
  `scripts of a start ${sizes.startScriptGzKb} kB gz, in all ${sizes.scriptGzKb} kB gz; style ${sizes.styleGzKb} kB gz; before the first key ${sizes.firstKb} kB; kept for an outage ${sizes.keptKb} kB`;

/** After everything is written, public files too. */
export const weighed = (): Plugin => {
  let dir = "";
  let say: (text: string) => void = () => undefined;
  return {
    name: "vaktbok-budget",
    apply: "build",
    configResolved: ({ build, logger }) => {
      dir = build.outDir;
      say = (text) => logger.info(text);
    },
    closeBundle: {
      order: "post",
      handler() {
        const sizes = sizesOf(dir);
        say(sizesText(sizes));
        const faults = tooHeavy(sizes);
        if (faults.length > 0) this.error(faults.join("; "));
      },
    },
  };
};

export const sizesOf = (dir: string): Sizes => {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)));
  const gz = (some: ReadonlyArray<string>): number => sum(some.map((file) => gzipSync(readFileSync(join(dir, file))).length));
  const raw = (some: ReadonlyArray<string>): number => sum(some.map((file) => statSync(join(dir, file)).size));
  const named = (pattern: RegExp): ReadonlyArray<string> => files.filter((file) => pattern.test(file));
  const door = readFileSync(join(dir, "intake.html"), "utf8");
  const isPiece = (file: string): boolean => door.includes(file);
  const heaviest = Math.max(...named(/\/words-.*\.js$/).map((file) => gz([file])));
  const common = named(/\.js$/).filter((file) => (isPiece(file) && !/\/words-/.test(file)) || /\.worker-/.test(file));
  return {
    startScriptGzKb: kb(gz(common) + heaviest),
    scriptGzKb: kb(gz(named(/\.js$/))),
    styleGzKb: kb(gz(named(/\.css$/))),
    // As worker.ts chooses: the icon's pictures are the system's.
    keptKb: kb(raw(files.filter((file) => !/(?:^sw\.js|\.png|^404\.html|.[\\/]index\.html)$/.test(file)))),
    firstKb: kb(raw(named(/intake\.html$|door-[^/]*\.css$|boot-[^/]{10}\.js$/))),
  };
};

const sum = (values: ReadonlyArray<number>): number => values.reduce((all, one) => all + one, 0);
const kb = (bytes: number): number => Math.round(bytes / 100) / 10;
