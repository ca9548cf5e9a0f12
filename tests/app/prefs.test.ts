import { describe, expect, it } from "vitest";
import { defaultPrefs, readPrefs, writePrefs } from "#app/prefs.ts";

const shelf = (kept: string | null = null) => {
  let text = kept;
  return { getItem: () => text, setItem: (_: string, value: string) => { text = value; } };
};

describe("a device's own looks", () => {
  it("are read back as they were written", () => {
    const storage = shelf();
    const prefs = { language: "nn", light: "night", isGlove: true, actor: { name: "Ane", role: "lead" } } as const;
    writePrefs(storage, prefs);
    expect(readPrefs(storage, "")).toEqual(prefs);
  });

  it("?lang= chooses the language over what was kept; a language we do not have chooses nothing", () => {
    const storage = shelf('{"language":"nn"}');
    expect(readPrefs(storage, "?lang=en").language).toBe("en");
    expect(readPrefs(storage, "?lang=tlh").language).toBe("nn");
  });

  it("a browser's first language that we have is the one, until somebody chooses", () => {
    expect(readPrefs(shelf(), "", ["sv-SE", "en-GB", "nb"]).language).toBe("en");
    expect(readPrefs(shelf(), "", ["nn-NO", "en"]).language).toBe("nn");
    expect(readPrefs(shelf(), "", ["no"]).language).toBe("nb");
    expect(readPrefs(shelf(), "", ["de-DE"]).language).toBe("nb");
    expect(readPrefs(shelf(), "?lang=nn", ["en"]).language).toBe("nn");
    expect(readPrefs(shelf('{"language":"nb"}'), "", ["en"]).language).toBe("nb");
  });

  it.each(["", "{", "null", "[]", '{"language":7,"light":"blue","actor":{"role":"king"}}'])("%j is as if nothing were kept", (kept) => {
    expect(readPrefs(shelf(kept), "")).toEqual(defaultPrefs);
  });

  it("a storage that refuses costs a preference and breaks nothing", () => {
    expect(() => writePrefs({ setItem: () => { throw new Error("QuotaExceededError"); } }, defaultPrefs)).not.toThrow();
  });
});
