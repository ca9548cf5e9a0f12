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

/** `within` are the objects that this value stands in, the innermost last; it is left as it was found. */
const write = (value: unknown, within: object[]): string => {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw refusal("a number that is not finite");
    return JSON.stringify(value);
  }
  if (typeof value !== "object") throw refusal(typeof value);
  if (within.includes(value)) throw refusal("a cycle");
  within.push(value);
  const text = Array.isArray(value) ? arrayText(value, within) : objectText(value, within);
  within.pop();
  return text;
};

// Array.from visits the holes of a sparse array too, so that they are refused and not written as null.
const arrayText = (value: ReadonlyArray<unknown>, within: object[]): string => `[${Array.from(value, (item) => write(item, within)).join(",")}]`;

const objectText = (value: object, within: object[]): string => {
  if (!isPlain(value)) throw refusal("an object that is not plain");
  let text = "";
  for (const key of Object.keys(value).sort()) text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${write(value[key], within)}`;
  return `{${text}}`;
};

const isPlain = (value: object): value is Readonly<Record<string, unknown>> => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const refusal = (what: string): Error => new Error(`a record cannot hold ${what}`);
