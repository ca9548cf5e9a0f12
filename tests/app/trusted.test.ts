import { expect, it } from "vitest";
import { ownAddress } from "#app/trusted.ts";

const page = "https://ward.example/book/intake?lang=en";

it("[TRU1] lets an address of this origin through, whole", () => {
  expect(ownAddress("/book/sw.js", page)).toBe("https://ward.example/book/sw.js");
  expect(ownAddress("assets/worker.js", page)).toBe("https://ward.example/book/assets/worker.js");
});

it("[TRU1] refuses every other, also those that borrow the origin's name", () => {
  const others = ["https://other.example/a.js", "//other.example/a.js", "http://ward.example/a.js", "data:text/javascript,1", "blob:https://ward.example/0", "javascript:1"];
  for (const url of others) expect(() => ownAddress(url, page)).toThrow(/is not where this program comes from/);
});
