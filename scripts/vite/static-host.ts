/**
 * For a host that knows files and nothing else, in any folder: a copy of the page in a folder of each screen's name, so that
 * every screen opens cold, and a `404.html` that leads an address which is no file to the page behind a `#`.
 * After the first visit the service worker answers all of them, and none of these is asked for.
 *
 * - HOST1 Every page of the public surface opens cold on a host that knows files only, in any folder.
 */
import type { Plugin, Rolldown } from "vite";
import { mainPlaces, morePlaces } from "../../src/app/frame/places.ts";
import { hashOf } from "./bundle.ts";

const doorPage = "intake";
/** `/visit` has patients' numbers below it: those addresses are no files, and 404.html knows what to do with them. */
const screens = [...[...mainPlaces, ...morePlaces].map(({ path }) => path.slice(1)).filter((name) => name !== ""), "wall", "visit"];

export const staticHost = (): Plugin => ({
  name: "vaktbok-static-host",
  apply: "build",
  enforce: "post",
  generateBundle: {
    order: "post",
    handler(_options, bundle) {
      for (const screen of screens) {
        const page = textIn(bundle, screen === doorPage ? "intake.html" : "index.html");
        this.emitFile({ type: "asset", fileName: `${screen}/index.html`, source: page.replace(/(?<=[" ])\.\//g, "../") });
      }
      this.emitFile({ type: "asset", fileName: "404.html", source: lostPage() });
    },
  },
});

const textIn = (bundle: Rolldown.OutputBundle, fileName: string): string => {
  const page = bundle[fileName];
  if (page?.type !== "asset") throw new Error(`the build has no ${fileName}`);
  return String(page.source);
};

/** Its script stands in the page: nobody knows how deep the page is asked for, so it can point to no file. */
const lostPage = (): string => {
  const script = `(${jump.toString()})(${JSON.stringify(screens)});`;
  return `<!doctype html>
<html lang="nb">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-${hashOf(script)}'; base-uri 'none'; form-action 'none'" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Vaktbok</title>
  </head>
  <body>
    <p>Denne adressen er ingen side. Åpne Vaktbok fra forsiden. / Denne adressa er inga side. Opne Vaktbok frå framsida. / No page has this address. Open Vaktbok from its front page.</p>
    <script>${script}</script>
  </body>
</html>
`;
};

/** Runs in the browser, as text: it may use nothing from around it. */
const jump = (names: ReadonlyArray<string>): void => {
  const parts = location.pathname.split("/");
  const at = parts.findIndex((part, place) => place > 0 && names.includes(part));
  if (at > 0) location.replace(`${parts.slice(0, at).join("/")}/#/${parts.slice(at).join("/")}${location.search}`);
};
