import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { changelog } from "../../scripts/changelog.ts";
import { readChanges } from "../../scripts/read-changes.ts";

it("[CHG1] puts the newest day first, and the changes of a day by name", () => {
  const text = changelog([
    { name: "2026-11-23-board.md", text: "# B\nboard\n" },
    { name: "2026-12-01-later.md", text: "# C\n" },
    { name: "2026-11-23-alarm.md", text: "# A\nalarm\n" },
  ]);
  expect([...text.matchAll(/^##+ (.+)$/gm)].map((match) => match[1])).toEqual(["2026-12-01", "C", "2026-11-23", "A", "B"]);
});

it("[CHG2] refuses a file without a date or a title, by its name", () => {
  expect(() => changelog([{ name: "board.md", text: "# B\n" }])).toThrow("changes/board.md");
  expect(() => changelog([{ name: "2026-11-23-board.md", text: "board\n" }])).toThrow("changes/2026-11-23-board.md");
});

it("CHANGELOG.md is what changes/ gives; `npm run changelog` writes it", () => {
  expect(readFileSync("CHANGELOG.md", "utf8")).toBe(changelog(readChanges()));
});
