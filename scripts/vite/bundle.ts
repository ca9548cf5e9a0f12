/** Small scripts of their own beside the app's bundle: one file each, nothing shared, named after what they hold. */
import { createHash } from "node:crypto";
import { build, type Rolldown } from "vite";

export const hashOf = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("base64");

/** Safe in a file's name, and long enough that two contents never meet. */
export const shortHash = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex").slice(0, 10);

interface Bundled {
  readonly script: string;
  /** Of the styles that the script imports; empty when it imports none. */
  readonly style: string;
}

/** Of a module of which one line is used, only that line comes along: the boot script asks for a language, not for all its words. */
const treeshake = { propertyReadSideEffects: false, moduleSideEffects: (id: string) => id.endsWith(".css") } as const;

/** One entry as one classic script, and the styles it imports as one sheet. */
export const bundleScript = async (entry: string, define: Readonly<Record<string, string>> = {}): Promise<Bundled> => {
  const built = await build({
    configFile: false,
    logLevel: "error",
    define: { ...define },
    build: { write: false, target: "es2023", cssCodeSplit: false, modulePreload: false, rolldownOptions: { input: entry, treeshake, output: { format: "iife", codeSplitting: false } } },
  });
  const [output] = [built].flat() as ReadonlyArray<Rolldown.RolldownOutput>; // Never a watcher: nobody asked to watch.
  const chunk = output?.output.find((one) => one.type === "chunk");
  const style = output?.output.find((one) => one.type === "asset" && one.fileName.endsWith(".css"));
  if (chunk?.type !== "chunk") throw new Error(`${entry} gave no script`);
  return { script: chunk.code, style: style?.type === "asset" ? String(style.source) : "" };
};
