/**
 * Names the version after what the build holds, stamps it into the pages, and makes the service worker that keeps it.
 * The same sources give the same name on every machine: no clock and no counter is asked.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin, Rolldown } from "vite";
import { bundleScript, hashOf, shortHash } from "./bundle.ts";

const head = /(?=<title>)/;

export const worker = ({ programVersion }: { readonly programVersion: string }): Plugin => {
  let publicDir = "";
  return {
    name: "vaktbok-worker",
    apply: "build",
    enforce: "post",
    configResolved: (config) => {
      ({ publicDir } = config);
    },
    generateBundle: {
      order: "post",
      async handler(_options, bundle) {
        const files = [...contentOf(bundle), ...publicFiles(publicDir)].toSorted(([a], [b]) => (a < b ? -1 : 1));
        const name = `${programVersion}-${shortHash(JSON.stringify(files.map(([url, content]) => [url, hashOf(content)])))}`;
        const stamped = files.map(([url, content]) => [url, url.endsWith(".html") ? stamp(String(content), name) : content] as const);
        for (const [url, content] of stamped) {
          const page = bundle[url.slice(2)];
          if (url.endsWith(".html") && page?.type === "asset") page.source = content;
        }
        const version = { name, files: stamped.map(([url, content]) => ({ url, integrity: `sha256-${hashOf(content)}` })) };
        const { script } = await bundleScript("src/sw/worker.ts", { VERSION: JSON.stringify(version) });
        this.emitFile({ type: "asset", fileName: "sw.js", source: script });
        // Not part of any version: it is put in the place of sw.js by hand, when a worker has to go.
        const { script: killSwitch } = await bundleScript("src/sw/kill-switch.ts");
        this.emitFile({ type: "asset", fileName: "kill-switch/sw.js", source: killSwitch });
      },
    },
  };
};

type File = readonly [url: string, content: string | Uint8Array];

const stamp = (html: string, name: string): string => html.replace(head, `<meta name="version" content="${name}" />\n    `);

const contentOf = (bundle: Rolldown.OutputBundle): ReadonlyArray<File> =>
  Object.values(bundle).map((one) => [`./${one.fileName}`, one.type === "chunk" ? one.code : one.source] as const);

/** Pictures of the icon are the system's once the app is installed; no outage asks for them. */
const publicFiles = (dir: string): ReadonlyArray<File> =>
  readdirSync(dir)
    .filter((name) => !/\.(?:png|ico)$/.test(name))
    .map((name) => [`./${name}`, readFileSync(join(dir, name))] as const);
