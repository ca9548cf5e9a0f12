// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { saveFile } from "#app/save-file.ts";

const saved: Array<string> = [];
const save = (name: string): void => saveFile({ name, mime: "text/csv", text: "a;b\r\n" });

beforeEach(() => {
  saved.length = 0;
  vi.useFakeTimers();
  // jsdom has no addresses for blobs and saves nothing: the browser's end is put in here.
  vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: () => "blob:here", revokeObjectURL: () => undefined }));
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push(this.download);
  });
});
afterEach(() => vi.useRealTimers());

it("[SVF1] hands one file over at once, and the next of the same turn after it", () => {
  save("one.csv");
  save("two.csv");
  save("three.csv");
  expect(saved).toEqual(["one.csv"]);
  vi.advanceTimersByTime(500);
  expect(saved).toEqual(["one.csv", "two.csv"]);
  vi.advanceTimersByTime(500);
  expect(saved).toEqual(["one.csv", "two.csv", "three.csv"]);
});

it("[SVF1] a file that is asked for later waits for nothing", () => {
  vi.advanceTimersByTime(10_000);
  save("later.csv");
  expect(saved).toEqual(["later.csv"]);
});
