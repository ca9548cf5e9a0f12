/**
 * The door's page as it is drawn, without any program: the same fields, words and style in one static file with the floor's
 * ten-line worker. What Vaktbok takes longer than this is the price of the program; what this takes longer than the bare
 * floor is the price of the looks.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const makeStaticTwin = (): { readonly dir: string; readonly remove: () => void } => {
  const dir = mkdtempSync(join(tmpdir(), "vaktbok-twin-"));
  const style = readdirSync("dist/assets").find((name) => /^door-.*\.css$/.test(name)) ?? "";
  const html = readFileSync("dist/intake.html", "utf8")
    // Its policy lets nothing stand inside the page.
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "")
    .replace(/<script[\s\S]*?<\/script>/g, "")
    .replace(/<template[\s\S]*<\/vaktbok-door>/, "")
    .replace(/<link rel="(?!stylesheet)[^>]*>/g, "")
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${readFileSync(join("dist/assets", style), "utf8")}</style>`)
    .replace('id="shell"', "")
    .replace("</body>", `<script>navigator.serviceWorker.register("/sw.js" + location.search);</script></body>`);
  writeFileSync(join(dir, "index.html"), html);
  cpSync("bench/floor/sw.js", join(dir, "sw.js"));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
};
