/** Small scripts of their own beside the app's bundle: one file each, nothing shared, named after what they hold. */
import { createHash } from "node:crypto";
import { build, type Rolldown } from "vite";

export const hashOf = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("base64");

/** Safe in a file's name, and long enough that two contents never meet. */
export const shortHash = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex").slice(0, 10);

/** The script as one classic file's text. */
export const bundleScript = async (entry: string, define: Readonly<Record<string, string>> = {}): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: "error",
    define: { ...define },
    build: { write: false, target: "es2023", modulePreload: false, rolldownOptions: { input: entry, output: { format: "iife", codeSplitting: false } } },
  });
  const [output] = [built].flat() as ReadonlyArray<Rolldown.RolldownOutput>; // Never a watcher: nobody asked to watch.
  const chunk = output?.output.find((one) => one.type === "chunk");
  if (chunk?.type !== "chunk") throw new Error(`${entry} gave no script`);
  return chunk.code;
};
