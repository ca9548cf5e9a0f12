import { expect, it } from "vitest";
import { mineIn, restored } from "#forms/restored.ts";
import { stoodIn } from "#forms/typed-entries.ts";

const draft = (typed: string, stood: string, mine = "") => ({ name: typed, [stoodIn("name")]: stood, [mineIn("name")]: mine, unsure: "yes" });
const back = (fields: ReturnType<typeof draft>, stands: string) => {
  const found = restored(["name"], fields, { name: stands });
  return [found["name"], found[mineIn("name")], found[stoodIn("name")]];
};

it("[RSD1] a field that was not touched shows what stands now, and nothing beside it", () => {
  expect(back(draft("Kari", "Kari"), "Karin")).toEqual(["Karin", "", "Karin"]);
  expect(back(draft("", ""), "Karin")).toEqual(["Karin", "", "Karin"]);
});

it("[RSD1] where nothing came meanwhile the draft stands as it was typed", () => {
  expect(back(draft("Kari N", "Kari"), "Kari")).toEqual(["Kari N", "", "Kari"]);
  expect(restored(["name"], { name: "Kari N" }, { name: "Karin" })).toEqual({ name: "Kari N" });
  expect(restored(["name"], draft("Kari", "Kari"), { name: "Karin" })["unsure"]).toBe("yes");
});

it("[RSD2] what was typed is kept beside what stands now, through another reload and another change too", () => {
  expect(back(draft("Kari N", "Kari"), "Karin")).toEqual(["Karin", "Kari N", "Karin"]);
  expect(back(draft("Karin", "Karin", "Kari N"), "Karin")).toEqual(["Karin", "Kari N", "Karin"]);
  expect(back(draft("Karin", "Karin", "Kari N"), "Karina")).toEqual(["Karina", "Kari N", "Karina"]);
  expect(back(draft("Kari N", "Kari"), "Kari N")).toEqual(["Kari N", "", "Kari N"]);
  expect(back(draft("", "Kari"), "Karin")).toEqual(["Karin", "", "Karin"]);
});

it("[RSD3] a list is left as it was begun", () => {
  const list = { allergies: "Latex\nJod", [stoodIn("allergies")]: "Latex" };
  expect(restored(["allergies"], list, { allergies: "Latex\nEgg" })).toEqual(list);
});
