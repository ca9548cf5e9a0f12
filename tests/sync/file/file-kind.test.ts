import { expect, it } from "vitest";
import { fileKind } from "#sync/file/file-kind.ts";
import { rawFirstLine } from "../../../src/redd/raw-lines.ts";

it("[KND1] knows an archive and a rescue file by their first bytes, whatever they are called", async () => {
  expect(await fileKind(new File(["age-encryption.org/v1\n-> X25519"], "a.csv"))).toBe("archive");
  expect(await fileKind(new File(["age-encryption.org/v9\n"], "a.vaktbok"))).toBe("archive");
  expect(await fileKind(new File([rawFirstLine(1_795_465_800_000)], "a.vaktbok"))).toBe("rescue");
  for (const text of ["", "name;born\n", '{"format":"other"}', "age-encryption"]) expect(await fileKind(new File([text], "a.vaktbok"))).toBe("other");
});
