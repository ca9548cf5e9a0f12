/**
 * The rescue page, redd.html: one small script and one small style, nothing of the program. It lies on the shelf of the
 * service worker like every other file, so it opens with the server gone.
 *
 * - RSP1 Page, script and style are less than 15 kB together.
 */
import type { Plugin } from "vite";
import { contentPolicy } from "../content-policy.mjs";
import { bundleScript, shortHash } from "./bundle.ts";

const mostBytes = 15_000;

export const rescuePage = (): Plugin => ({
  name: "vaktbok-rescue-page",
  apply: "build",
  enforce: "post",
  generateBundle: {
    order: "post",
    async handler() {
      const { script, style } = await bundleScript("src/redd/redd.ts");
      const emit = (ending: string, source: string): string => {
        const fileName = `assets/redd-${shortHash(source)}.${ending}`;
        this.emitFile({ type: "asset", fileName, source });
        return `./${fileName}`;
      };
      const source = page(emit("css", style), emit("js", script));
      const bytes = Buffer.byteLength(script + style + source);
      if (bytes > mostBytes) this.error(`the rescue page is ${bytes} bytes: ${mostBytes} is the most`);
      this.emitFile({ type: "asset", fileName: "redd.html", source });
    },
  },
});

const page = (style: string, script: string): string => `<!doctype html>
<html lang="nb">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${contentPolicy()}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Vaktbok</title>
    <link rel="icon" href="./icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="${style}" />
    <script defer src="${script}"></script>
  </head>
  <body>
    <main id="redd"></main>
    <noscript>Vaktbok trenger JavaScript. / Vaktbok needs JavaScript.</noscript>
  </body>
</html>
`;
