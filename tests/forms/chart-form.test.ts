import { expect, it } from "vitest";
import { detailNames } from "#core/visit/details.ts";
import { chartFields, chartForm } from "#forms/chart-form.ts";
import { doorFields } from "#forms/door.ts";

it("[CHF1] every field stands in exactly one section", () => {
  expect(chartFields.toSorted()).toEqual(detailNames.toSorted());
});

it("[CHF1] the layer of the door is the door form's own fields", () => {
  expect(chartForm.filter(({ layer }) => layer === "door").flatMap(({ fields }) => [...fields]).toSorted()).toEqual(doorFields.map(({ name }) => name).toSorted());
});
