import { expect, it } from "vitest";
import { journeyTally, lineTally, tallyOf, unitTally } from "../../scripts/parts.mjs";

it("[TAL1] a part that ended badly counts a failure, whatever it printed", () => {
  expect(tallyOf(false, { passed: 9, failed: 0 })).toEqual({ passed: 9, failed: 1 });
  expect(tallyOf(false, undefined)).toEqual({ passed: 0, failed: 1 });
  expect(tallyOf(true, { passed: 9, failed: 0 })).toEqual({ passed: 9, failed: 0 });
});

it("[TAL1] a part that closes with no tally counts a failure", () => {
  expect(lineTally("nothing of use")).toEqual({ passed: 0, failed: 1 });
  expect(lineTally("1 passed, 0 failed\nthen more\n3 passed, 1 failed\n")).toEqual({ passed: 3, failed: 1 });
});

it("[TAL2] a test that was skipped or lucky counts as failed", () => {
  expect(unitTally({ numPassedTests: 7, numTotalTests: 9 })).toEqual({ passed: 7, failed: 2 });
  expect(journeyTally({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 1 } })).toEqual({ passed: 5, failed: 3 });
});
