/**
 * Whether two names, as two nurses typed them, may be one person's. It decides nothing: somebody is asked to look.
 *
 * - NLK1 Case, accents, hyphens, order and middle names do not matter; å is aa, ø is oe, æ is ae, ch, ck and q sound as k, and an h that nobody hears is none.
 * - NLK2 Two words are alike when they are the same; from five letters they may differ by one, from eight by two, a swap counted once.
 * - NLK4 A letter alone is like every word that begins with it.
 * - NLK3 At least two words of each must be alike, or all there are: one name alone is like nobody's but the same one alone.
 * - NLK5 A name is a part of another when every word of the shorter begins a word of the longer or is like one, and one such pair has
 *   three letters or more each.
 * - NLK6 A name that is only begun is like every name that has a word of its own for each of its words, however short.
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

/** Each word begins another word of the whole name. */
export const isBegunName = (begun: ReadonlyArray<string>, whole: ReadonlyArray<string>): boolean => {
  const free = [...whole];
  // The longest first: "ka kari" must not take the one word that both begin with the shorter.
  return begun.length > 0 && begun.toSorted((a, b) => b.length - a.length).every((word) => {
    const place = free.findIndex((one) => one.startsWith(word));
    if (place !== -1) free.splice(place, 1);
    return place !== -1;
  });
};

/** Of either in the other. */
export const isPartOfName = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): boolean => {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const begins = (word: string, other: string): boolean => other.startsWith(word) || word.startsWith(other) || areLikeWords(word, other);
  const isSaid = few.some((word) => word.length > 2 && many.some((other) => other.length > 2 && begins(word, other)));
  return isSaid && few.every((word) => many.some((other) => begins(word, other)));
};

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
