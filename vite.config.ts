/** The build: pages that stand before the program is here, one style sheet, pieces that come one by one, and a worker that keeps them all. */
import { readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { contentPolicy } from "./scripts/vite/content-policy.ts";
import { weighed } from "./scripts/vite/budget.ts";
import { leanPackages } from "./scripts/vite/lean-packages.ts";
import { rescuePage } from "./scripts/vite/rescue-page.ts";
import { singleFile } from "./scripts/vite/single-file.ts";
import { startPages } from "./scripts/vite/start-pages.ts";
import { staticHost } from "./scripts/vite/static-host.ts";
import { worker } from "./scripts/vite/worker.ts";
import { languages } from "./src/i18n/words.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly version: string };

/** Each is evaluated in a turn of its own on the door's page, so none may be much heavier than the others. */
const groups = [
  { name: "react", test: /node_modules\/(?:react|react-dom|scheduler)\// },
  // Every page has these: as pieces of their own they would weigh more packed than together.
  { name: "ward", test: /\/src\/core\/(?:answer|result|time|staff\/actor|identity\/born|log\/(?:order|runs)|recovery\/events|ward\/(?:ward|own-form)|clinical\/(?:scales|note|telephone|medicine|photo|order))\.ts$/ },
  { name: "dexie", test: /node_modules\/dexie\// },
  ...languages.map((language) => ({ name: `words-${language}`, test: new RegExp(`/src/i18n/${language}/`) })),
];

export default defineConfig({
  // Told from each page's own folder: the same files serve a host's root and any folder of it.
  base: "./",
  plugins: [react(), leanPackages(), contentPolicy(), startPages(), rescuePage(), worker({ programVersion: version }), staticHost(), singleFile({ programVersion: version }), weighed()],
  build: {
    target: "es2023",
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
});
