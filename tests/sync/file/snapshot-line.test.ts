import { expect, it } from "vitest";
import { maxSnapshotBytes } from "#core/ward/snapshot.ts";
import { fileLimits } from "#sync/file/limits.ts";

/** Sealed in base64, four letters for three bytes, with header, signature and the rest of the event beside it. */
it("the longest list from the journal is a line that a sealed archive takes, with room to spare", () => {
  expect(Math.ceil(maxSnapshotBytes / 3) * 4 + 4_000).toBeLessThan(fileLimits.lineBytes * 0.9);
});
