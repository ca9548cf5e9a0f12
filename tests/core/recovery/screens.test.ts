import fc from "fast-check";
import { expect, it } from "vitest";
import { screens, screensInOrder } from "#core/recovery/screens.ts";

it("[SCR1] the ward's own order, what it does not know passed over, what it forgot last", () => {
  expect(screensInOrder([])).toEqual(screens);
  expect(screensInOrder(["notes", "fax", "person", "notes"])).toEqual(["notes", "person", "contact", "medicines", "results", "measurements", "told"]);
  fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom(...screens))), (said) => {
    expect(screensInOrder(said).toSorted()).toEqual(screens.toSorted());
  }));
});
