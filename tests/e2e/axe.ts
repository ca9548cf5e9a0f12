/** What axe finds on a page as it stands, each with the place. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

export const violationsOn = async (page: Page): Promise<ReadonlyArray<string>> => {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  const all = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ id, selector: target.join(" ") })));
  const still: string[] = [];
  for (const { id, selector } of all) if (id !== "target-size" || (await isTooSmall(page, selector))) still.push(`${id}: ${selector}`);
  return still;
};

/** The bar for the thumb lies over what has not been scrolled up yet: such a target is measured once more where a finger would have it. */
const isTooSmall = async (page: Page, selector: string): Promise<boolean> => {
  await page.locator(selector).evaluate((target) => target.scrollIntoView({ block: "center" }));
  const { violations } = await new AxeBuilder({ page }).include(selector).withRules("target-size").analyze();
  return violations.length > 0;
};
