import { expect, it } from "vitest";
import { lintConfigText } from "../../scripts/lint-config.ts";
import { read } from "./tree.ts";

it("the committed lint config is what layers.ts gives; `npm run lint:config` writes it", () => {
  expect(read(".oxlintrc.json")).toBe(lintConfigText());
});
