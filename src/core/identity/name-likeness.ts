/**
 * Whether two names, as two nurses typed them, may be one person's. It decides nothing: somebody is asked to look.
 *
 * - NLK1 Case, accents, hyphens, order and middle names do not matter; å is aa, ø is oe, æ is ae, ch, ck and q sound as k, and an h that nobody hears is none.
 * - NLK2 Two words are alike when they are the same; from five letters they may differ by one, from eight by two, a swap counted once.
 * - NLK4 A letter alone is like every word that begins with it.
 * - NLK3 At least two words of each must be alike, or all there are: one name alone is like nobody's but the same one alone.
 */

/** The words of a name, folded for comparing. */
export const nameWords = (name: string): ReadonlyArray<string> =>
  name
    .toLowerCase()
    .normalize("NFC")
    .replace(/å/g, "aa")
    .replace(/[øö]/g, "oe")
    .replace(/[æä]/g, "ae")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map(asSaid);

export const areLikeNames = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): boolean => {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const needed = Math.max(1, Math.min(2, many.length));
  if (few.length < needed) return false;
  const free = [...many];
  const alike = few.filter((word) => {
    const place = free.findIndex((other) => areLikeWords(word, other));
    if (place !== -1) free.splice(place, 1);
    return place !== -1;
  });
  return alike.length >= needed;
};

/** The same word for word, in whatever order. */
export const isSameName = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): boolean => a.length === b.length && a.length > 1 && a.toSorted().join(" ") === b.toSorted().join(" ");

const asSaid = (word: string): string =>
  word
    .replace(/ck|ch|q(?!u)|qu|c(?![eiy])/g, "k")
    .replace(/c/g, "s")
    .replace(/w/g, "v")
    .replace(/z/g, "s")
    .replace(/ph/g, "f")
    .replace(/th/g, "t")
    .replace(/(?<=\p{L})h(?![aeiouy])/gu, "")
    .replace(/(\p{L})\1+/gu, "$1");

const areLikeWords = (a: string, b: string): boolean => {
  if (a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b))) return true;
  const [short, long] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  const allowed = long >= 8 ? 2 : long >= 5 ? 1 : 0;
  return allowed > 0 && long - short <= allowed && lettersApart(a, b) <= allowed;
};

/** Letters added, left out, changed or swapped with their neighbour (optimal string alignment). */
const lettersApart = (a: string, b: string): number => {
  let [twoAbove, above] = [[] as ReadonlyArray<number>, Array.from({ length: b.length + 1 }, (_, place) => place) as ReadonlyArray<number>];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change, isSwap ? (twoAbove[j - 2] ?? 0) + 1 : change));
    }
    [twoAbove, above] = [above, row];
  }
  return above[b.length] ?? 0;
};
