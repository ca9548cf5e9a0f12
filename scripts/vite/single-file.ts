/**
 * The whole program in one HTML file, `vaktbok.html`, from the same sources: for a stick, a shared folder, a machine with no
 * server and no network. It is built a second time, without pieces, and everything is put inside.
 *
 * - ONE1 The file asks for nothing: every script, style and picture is in it, and its policy lets it talk to nobody.
 * - ONE2 What is in it runs because its hash stands in the policy; nothing else does.
 */
import { readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { build, type Plugin, type Rolldown } from "vite";
import { contentPolicy } from "../content-policy.mjs";
import { bundleScript, hashOf, shortHash } from "./bundle.ts";
import { leanPackages } from "./lean-packages.ts";

export const singleFile = ({ programVersion }: { readonly programVersion: string }): Plugin => ({
  name: "vaktbok-single-file",
  apply: "build",
  enforce: "post",
  generateBundle: {
    order: "post",
    async handler() {
      const [{ program, style }, boot, rescue] = await Promise.all([builtWhole(), bundleScript("src/app/boot.ts"), bundleScript("src/redd/redd.ts")]);
      const scripts = [boot.script, rescue.script, program].map(inScript);
      const source = page({ version: `${programVersion}-${shortHash(scripts.join("") + style)}`, scripts, style: style + rescue.style });
      this.emitFile({ type: "asset", fileName: "vaktbok.html", source });
    },
  },
});

const builtWhole = async (): Promise<{ readonly program: string; readonly style: string }> => {
  const built = await build({
    configFile: false,
    logLevel: "error",
    base: "./",
    publicDir: false,
    plugins: [react(), leanPackages(), withoutWorkers],
    build: { write: false, target: "es2023", cssCodeSplit: false, modulePreload: false, rolldownOptions: { input: "src/app/main.tsx", output: { codeSplitting: false } } },
  });
  const [output] = [built].flat() as ReadonlyArray<Rolldown.RolldownOutput>; // Never a watcher: nobody asked to watch.
  const chunks = output?.output.filter((one) => one.type === "chunk") ?? [];
  const style = output?.output.find((one) => one.type === "asset" && one.fileName.endsWith(".css"));
  const [chunk] = chunks;
  if (chunk === undefined || chunks.length > 1 || style?.type !== "asset") throw new Error(`the one file came out in ${chunks.length} pieces`);
  return { program: chunk.code, style: String(style.source) };
};

/** A page of a file may start none, and has no files of the origin to need them for. */
const withoutWorkers: Plugin = {
  name: "vaktbok-without-workers",
  enforce: "pre",
  transform: (code) => (code.includes("new Worker(") ? code.replace(/new Worker\(new URL\("[^"]+", import\.meta\.url\), \{ type: "module" \}\)/g, "null") : null),
};

/** What would end the element that holds it, written otherwise. */
const inScript = (script: string): string => script.trim().replaceAll("</script", String.raw`<\/script`).replaceAll("<!--", String.raw`<\!--`);

interface Parts {
  readonly version: string;
  readonly scripts: ReadonlyArray<string>;
  readonly style: string;
}

const page = ({ version, scripts, style }: Parts): string => {
  const [boot = "", rescue = "", program = ""] = scripts;
  const hash = (text: string): string => `'sha256-${hashOf(text)}'`;
  const policy = contentPolicy({ scripts: scripts.map(hash), styles: [hash(style)], workers: ["'none'"], connect: ["'none'"] });
  const icon = `data:image/svg+xml;base64,${readFileSync("public/icon.svg").toString("base64")}`;
  return readFileSync("index.html", "utf8")
    .replace("<html", '<html data-form="file"')
    .replace(/\s*<link rel="(?:apple-touch-icon|manifest)"[^>]*>/g, "")
    .replace('href="/icon.svg"', () => `href="${icon}"`)
    .replace(/\s*<script type="module"[^>]*><\/script>/, "")
    .replace('<meta charset="utf-8" />', (charset) => `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />\n    <meta name="version" content="${version}" />`)
    .replace("</head>", () => `<script>${boot}</script>\n    <style>${style}</style>\n  </head>`)
    .replace("</body>", () => `<script>${rescue}</script>\n    <script type="module">${program}</script>\n  </body>`);
};
