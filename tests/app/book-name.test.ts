import { expect, it } from "vitest";
import { beginBook, bookName, olderBooks, type BookShelf } from "#app/book-name.ts";

const memory = (isFull = false) => {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (isFull) throw new DOMException("full", "QuotaExceededError");
      kept.set(key, text);
    },
  };
};

const shelf = (part: Partial<BookShelf> = {}): BookShelf => ({ profile: "real", mark: "", memories: [memory(), memory()], ...part });

it("[BOK1] is named after profile and folder, and after its number from the second on", () => {
  const ours = shelf();
  expect([bookName(ours), olderBooks(ours)]).toEqual(["real", []]);
  beginBook(ours, "real");
  beginBook(ours, "real-2");
  expect([bookName(ours), olderBooks(ours)]).toEqual(["real-3", ["real", "real-2"]]);
  const folder = shelf({ mark: "@kommune@mottak" });
  beginBook(folder, "real@kommune@mottak");
  expect([bookName(folder), olderBooks(folder)]).toEqual(["real-2@kommune@mottak", ["real@kommune@mottak"]]);
});

it("[BOK1] a new book of the drill or of another folder leaves the real one where it is", () => {
  const memories = [memory(), memory()] as const;
  const [real, drill, folder] = [shelf({ memories }), shelf({ memories, profile: "drill" }), shelf({ memories, mark: "@b" })];
  beginBook(drill, "drill");
  beginBook(folder, "real@b");
  expect([real, drill, folder].map(bookName)).toEqual(["real", "drill-2", "real-2@b"]);
});

it("[BOK2] a tab that was behind opens the book that another tab began", () => {
  const ours = shelf();
  beginBook(ours, "real");
  beginBook(ours, "real");
  expect(bookName(ours)).toBe("real-2");
});

it("[BOK3] the tab remembers when the device cannot, and what cannot be read is the first book", () => {
  const full = shelf({ memories: [memory(true), memory()] });
  beginBook(full, "real");
  expect(bookName(full)).toBe("real-2");
  for (const text of ["", "x", "-1", "1.5", "1e99"]) {
    const odd = memory();
    odd.kept.set("vaktbok-book", text);
    expect(bookName(shelf({ memories: [odd, memory()] }))).toBe("real");
  }
});
