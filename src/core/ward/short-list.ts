/**
 * A ward's own short lists, in the order people see them: places, clinicians, reasons.
 *
 * - LST1 What is added stands last, without blanks around it; nothing is added empty or twice, whatever its capitals.
 * - LST2 One word moves one place at a time, and stays where it is at the end of the list.
 */
export type ShortList = ReadonlyArray<string>;

export const withAdded = (list: ShortList, typed: string): ShortList => {
  const word = typed.trim();
  const isThere = list.some((one) => one.toLowerCase() === word.toLowerCase());
  return word === "" || isThere ? list : [...list, word];
};

export const withMoved = (list: ShortList, word: string, by: -1 | 1): ShortList => {
  const from = list.indexOf(word);
  const other = list[from + by];
  if (from < 0 || other === undefined) return list;
  return list.map((one) => (one === word ? other : one === other ? word : one));
};

export const without = (list: ShortList, word: string): ShortList => list.filter((one) => one !== word);
