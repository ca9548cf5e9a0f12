/**
 * What a device loads and keeps, weighed when the app has been built. A build that is too heavy is no build.
 *
 * - BUD1 The scripts of the door's page until its book is open, in one language, and all that is kept for an outage: neither
 *   is above its ceiling.
 * - BUD2 What is above the promise (docs/performance.md), though under the ceiling, is told at every build.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import type { Logger, Plugin } from "vite";

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

type Limit = Pick<Sizes, "startScriptGzKb" | "keptKb">;

export const promise: Limit = { startScriptGzKb: 170, keptKb: 900 };
/** A little above what there is. It goes down with every kilobyte that is saved, and up only by what a feature weighs, with it. */
export const ceiling: Limit = { startScriptGzKb: 170, keptKb: 1_600 };

export const above = (limit: Limit, sizes: Limit): ReadonlyArray<string> => [
  ...(sizes.startScriptGzKb > limit.startScriptGzKb ? [`a start loads ${sizes.startScriptGzKb} kB of scripts, gzipped, not ${limit.startScriptGzKb}`] : []),
  ...(sizes.keptKb > limit.keptKb ? [`${sizes.keptKb} kB are kept for an outage, not ${limit.keptKb}`] : []),
];

export const sizesText = (sizes: Sizes): string =>
  `scripts of a start ${sizes.startScriptGzKb} kB gz, in all ${sizes.scriptGzKb} kB gz; style ${sizes.styleGzKb} kB gz; before the first key ${sizes.firstKb} kB; kept for an outage ${sizes.keptKb} kB`;

/** After everything is written, public files too. */
export const weighed = (): Plugin => {
  let dir = "";
  let logger: Pick<Logger, "info" | "warn"> = console;
  return {
    name: "vaktbok-budget",
    apply: "build",
    configResolved: (config) => {
      dir = resolve(config.root, config.build.outDir);
      logger = config.logger;
    },
    writeBundle: {
      order: "post",
      handler() {
        const sizes = sizesOf(dir);
        logger.info(sizesText(sizes));
        for (const fault of above(promise, sizes)) logger.warn(`Above the promise: ${fault}`);
        const faults = above(ceiling, sizes);
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
    keptKb: kb(raw(files.filter((file) => !/(?:^sw\.js|\.png|\.ico|^404\.html|^vaktbok\.html|.[\\/]index\.html)$/.test(file)))),
    firstKb: kb(raw(named(/intake\.html$|door-[^/]*\.css$|boot-[^/]{10}\.js$/))),
  };
};

const sum = (values: ReadonlyArray<number>): number => values.reduce((all, one) => all + one, 0);
const kb = (bytes: number): number => Math.round(bytes / 100) / 10;
