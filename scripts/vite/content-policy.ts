// Writes the content policy into every page of the build, before anything that it shall hold back.
import type { Plugin } from "vite";
import { contentPolicy as policy } from "../content-policy.mjs";

const head = "<head>";

export const contentPolicy = (): Plugin => ({
  name: "vaktbok-content-policy",
  apply: "build",
  transformIndexHtml: (html) => html.replace(head, `${head}\n    <meta http-equiv="Content-Security-Policy" content="${policy()}" />`),
});
