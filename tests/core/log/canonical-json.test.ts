import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson } from "#core/log/canonical-json.ts";

it("[CJS1] sorts keys by code unit, at every depth, and puts nothing between", () => {
  expect(canonicalJson({ b: [1, { z: null, a: true }], a: "x", B: 0, "": 1, æ: 2 })).toBe('{"":1,"B":0,"a":"x","b":[1,{"a":true,"z":null}],"æ":2}');
});

it("[CJS1] gives one text for one value, in whatever order its keys were set", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
    }),
  );
});

it("[CJS2] refuses what JSON would bend or leave out", () => {
  const cycle: Record<string, unknown> = {};
  cycle["self"] = { cycle };
  const bad: ReadonlyArray<unknown> = [NaN, Infinity, undefined, { a: undefined }, [undefined], Object.assign([], { length: 2 }), 1n, () => 1, Symbol("s"), new Date(0), new Map(), new Uint8Array(1), cycle];
  for (const value of bad) expect(() => canonicalJson(value)).toThrow("a record cannot hold");
});

it("[CJS2] takes one object in two places: that is no cycle", () => {
  const shared = { a: 1 };
  expect(canonicalJson([shared, shared])).toBe('[{"a":1},{"a":1}]');
});

it("[CJS3] reads back as it was", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});
