/**
 * Makes the two pages of the build from index.html: `index.html`, which has the boot script in its head, and `intake.html`,
 * in which the door form stands drawn and the program comes afterwards, piece by piece.
 */
import { runnerImport, type Plugin, type Rolldown } from "vite";
import type { drawDoor } from "../../src/app/prerender.tsx";
import { bundleScript, shortHash } from "./bundle.ts";

const program = /\s*<script type="module"[^>]*><\/script>/;
const preload = /\s*<link rel="modulepreload"[^>]*>/g;
const href = /(?:href|src)="([^"]+)"/;

export const startPages = (): Plugin => ({
  name: "vaktbok-start-pages",
  apply: "build",
  enforce: "post",
  generateBundle: {
    order: "post",
    async handler(_options, bundle) {
      const index = pageIn(bundle);
      const boot = await bundleScript("src/app/boot.ts");
      const bootFile = `assets/boot-${shortHash(boot)}.js`;
      this.emitFile({ type: "asset", fileName: bootFile, source: boot });
      const { door, templates } = await drawn();
      const html = String(index.source);
      index.source = html.replace(/(?=<link rel="stylesheet")/, () => `<script src="/${bootFile}"></script>\n    `);
      const pieces = [...html.matchAll(preload), ...html.matchAll(new RegExp(program, "g"))].map(([tag]) => href.exec(tag)?.[1] ?? "");
      const intake = html
        .replace(preload, "")
        .replace(program, "")
        .replace(/(?=<link rel="stylesheet")/, () => `<script src="/${bootFile}" data-pieces="${pieces.join(" ")}"></script>\n    `)
        .replace(/<div id="shell">.*?<\/div>(?=\n)/s, () => `<div id="shell">${door}</div>`)
        .replace(/(?=\n\s*<noscript>)/, () => `\n    ${templates}<vaktbok-door></vaktbok-door>`);
      this.emitFile({ type: "asset", fileName: "intake.html", source: intake });
    },
  },
});

/** Vite's runner reads the app's own parts as the build does; Node alone could not. */
const drawn = async (): Promise<ReturnType<typeof drawDoor>> => {
  const { module } = await runnerImport<{ readonly drawDoor: typeof drawDoor }>("src/app/prerender.tsx", { configFile: false, logLevel: "error" });
  return module.drawDoor();
};

const pageIn = (bundle: Rolldown.OutputBundle): Rolldown.OutputAsset => {
  const page = bundle["index.html"];
  if (page?.type !== "asset") throw new Error("the build has no index.html");
  return page;
};
