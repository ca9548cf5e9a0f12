// The harness's page, built once and served with the headers of the real server; one address for all trials of a run.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { serve } from "../../scripts/serve.mjs";

export interface Site {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export const openSite = async (): Promise<Site> => {
  const dir = mkdtempSync(join(tmpdir(), "vaktbok-durability-"));
  await build({ root: "tests/durability/page", configFile: false, logLevel: "error", build: { outDir: dir, emptyOutDir: true, target: "es2023" } });
  const running = await serve({ dir, port: 0 });
  return {
    url: running.url,
    close: async () => {
      await running.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
};
