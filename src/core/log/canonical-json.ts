/**
 * One value, one text: what is hashed and sealed must come out byte for byte the same on every device (RFC 8785).
 *
 * - CJS1 Keys are sorted by their code units and nothing stands between the tokens.
 * - CJS2 What JSON cannot say is refused, never bent: NaN, infinity, undefined, dates, functions, cycles.
 * - CJS3 Reading the text gives the value back.
 *
 * A refusal is thrown: such a value in a record is a bug here, never somebody's input.
 */

export const canonicalJson = (value: unknown): string => write(value, []);

const write = (value: unknown, within: ReadonlyArray<object>): string => {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw refusal("a number that is not finite");
    return JSON.stringify(value);
  }
  if (typeof value !== "object") throw refusal(typeof value);
  if (within.includes(value)) throw refusal("a cycle");
  const inside = [...within, value];
  // Array.from visits the holes of a sparse array too, so that they are refused and not written as null.
  if (Array.isArray(value)) return `[${Array.from(value, (item) => write(item, inside)).join(",")}]`;
  if (!isPlain(value)) throw refusal("an object that is not plain");
  const pairs = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${write(value[key], inside)}`);
  return `{${pairs.join(",")}}`;
};

const isPlain = (value: object): value is Readonly<Record<string, unknown>> => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const refusal = (what: string): Error => new Error(`a record cannot hold ${what}`);
