import { expect, it } from "vitest";
import { readProfile, takeAnew, writeProfile } from "#app/profile.ts";

const tabStorage = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};

it("[PRO1] a tab shows the real book until a person leads it into a drill, and again when they lead it out", () => {
  const tab = tabStorage();
  expect(readProfile(tab)).toBe("real");
  tab.setItem("vaktbok-profile", "nonsense");
  expect(readProfile(tab)).toBe("real");
  writeProfile(tab, "drill");
  expect(readProfile(tab)).toBe("drill");
  writeProfile(tab, "real");
  expect(readProfile(tab)).toBe("real");
});

it("[PRO2] an emptying is done once, and never of the real book", () => {
  const tab = tabStorage();
  writeProfile(tab, "drillAnew");
  expect([readProfile(tab), takeAnew(tab), takeAnew(tab)]).toEqual(["drill", true, false]);
  writeProfile(tab, "drillAnew");
  writeProfile(tab, "real");
  expect(takeAnew(tab)).toBe(false);
  tab.setItem("vaktbok-drill-anew", "yes");
  expect([readProfile(tab), takeAnew(tab)]).toEqual(["real", false]);
});
