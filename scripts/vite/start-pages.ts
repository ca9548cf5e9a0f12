/**
 * Makes the two pages of the build from index.html: `index.html`, which has the boot script in its head, and `intake.html`,
 * in which the door form stands drawn with a small style of its own, and the program comes afterwards, piece by piece.
 */
import { runnerImport, type Plugin, type Rolldown } from "vite";
import type { drawDoor } from "../../src/app/prerender.tsx";
import { bundleScript, shortHash } from "./bundle.ts";

const program = /\s*<script type="module"[^>]*><\/script>/g;
const preload = /\s*<link rel="modulepreload"[^>]*>/g;
const wholeStyle = /<link rel="stylesheet"[^>]*>/;
const address = /(?:href|src)="([^"]+)"/;

const addressIn = (tag: string | undefined): string => address.exec(tag ?? "")?.[1] ?? "";

export const startPages = (): Plugin => ({
  name: "vaktbok-start-pages",
  apply: "build",
  enforce: "post",
  generateBundle: {
    order: "post",
    async handler(_options, bundle) {
      const index = pageIn(bundle);
      const [boot, bootLater, { door, templates }] = await Promise.all([bundleScript("src/app/boot.ts"), bundleScript("src/app/boot-later.ts"), drawn()]);
      const emit = (name: string, ending: string, source: string): string => {
        const fileName = `assets/${name}-${shortHash(source)}.${ending}`;
        this.emitFile({ type: "asset", fileName, source });
        return `./${fileName}`;
      };
      const script = `<script src="${emit("boot", "js", boot.script)}" data-later="${emit("later", "js", bootLater.script)}"`;
      const style = emit("door", "css", boot.style);
      const html = String(index.source);
      index.source = html.replace(wholeStyle, (tag) => `${script}></script>\n    ${tag}`);
      // Every language is named; the boot script leaves out those that this device does not speak.
      const base = addressIn(html.match(program)?.[0]).replace(/assets\/.*$/, "");
      const words = Object.values(bundle).flatMap((one) => (one.type === "chunk" && one.name.startsWith("words-") ? [`${base}${one.fileName}`] : []));
      const [entry = "", ...preloads] = [...html.matchAll(program), ...html.matchAll(preload)].map(([tag]) => addressIn(tag));
      const pieces = [...preloads, ...words, entry].join(" ");
      const intake = html
        .replace(preload, "")
        .replace(program, "")
        .replace(wholeStyle, (tag) => `${script} data-style="${addressIn(tag)}" data-pieces="${pieces}"></script>\n    <link rel="stylesheet" href="${style}">`)
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
