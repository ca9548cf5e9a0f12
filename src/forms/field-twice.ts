/**
 * The first field name that stands twice in one object of a JSON text. A parser would quietly keep the last of the two.
 *
 * - FTW1 A name is compared as it is read: `"a"` and `"\u0061"` are one. What stands in a text, or in another object, is no second.
 */

/** Of a text that is known to be JSON. */
export const fieldTwice = (json: string): string | null => {
  const open: Array<Set<string> | null> = [];
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (sign === "{") open.push(new Set());
    else if (sign === "[") open.push(null);
    else if (sign === "}" || sign === "]") open.pop();
    else if (sign === '"') {
      const end = endOfText(json, at);
      const names = open.at(-1);
      if (names !== null && names !== undefined && isName(json, end)) {
        // Read by the same parser as the whole.
        const name = String(JSON.parse(json.slice(at, end)));
        if (names.has(name)) return name;
        names.add(name);
      }
      at = end - 1;
    }
  }
  return null;
};

/** Just after the closing quote. */
const endOfText = (json: string, start: number): number => {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
  return at + 1;
};

const isName = (json: string, from: number): boolean => {
  let at = from;
  while (/\s/u.test(json[at] ?? "")) at += 1;
  return json[at] === ":";
};
