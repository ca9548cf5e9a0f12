/**
 * What a chosen file is, by its first bytes and not by its name.
 *
 * - KND1 A sealed archive and the rescue page's raw file are told apart before anybody is asked for a code; what is neither is "other".
 */
export type FileKind = "archive" | "rescue" | "other";

const beginnings: ReadonlyArray<readonly [FileKind, string]> = [["archive", "age-encryption.org/"], ["rescue", '{"format":"vaktbok-raw"']];

export const fileKind = async (file: Blob): Promise<FileKind> => {
  const text = new TextDecoder("latin1").decode(await file.slice(0, 32).arrayBuffer());
  return beginnings.find(([, beginning]) => text.startsWith(beginning))?.[0] ?? "other";
};
