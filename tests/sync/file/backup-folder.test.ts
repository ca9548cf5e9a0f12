import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { archiveName, backupName, isBackupOf } from "#sync/file/archive-name.ts";
import { backupFolder } from "#sync/file/backup-folder.ts";
import { keptFolders } from "#sync/file/kept-folder.ts";
import { memoryFolder } from "./memory-folder.ts";

const file = new Blob(["an evening"]);

it("[FLD1] a file is there when it reads back the same", async () => {
  const { handle, files } = memoryFolder();
  expect(await backupFolder(handle).put("a.vaktbok", file)).toEqual({ ok: true, value: null });
  expect(await files.get("a.vaktbok")?.text()).toBe("an evening");
});

it.each([["shorter", (one: Blob) => one.slice(0, 3)], ["as long, with another letter", () => new Blob(["an evenink"])]])("[FLD1] one that reads back %s is no backup, and is removed", async (_, bend) => {
  const { handle, files, faults } = memoryFolder();
  faults.bend = bend;
  expect(await backupFolder(handle).put("a.vaktbok", file)).toEqual({ ok: false, error: { type: "NotTheSame" } });
  expect(files.size).toBe(0);
});

it.each([["QuotaExceededError", "FolderFull"], ["NotAllowedError", "NotAllowed"], ["NotFoundError", "FolderGone"], ["AbortError", "FolderGone"]])("[FLD2] %s is %s, and leaves no half file", async (name, type) => {
  const { handle, files, faults } = memoryFolder();
  faults.onWrite = new DOMException("", name);
  expect(await backupFolder(handle).put("a.vaktbok", file)).toEqual({ ok: false, error: { type } });
  expect(files.size).toBe(0);
});

it("[FLD2] asks only when it is told to, and knows what the browser allows", async () => {
  const { handle, faults } = memoryFolder();
  const folder = backupFolder(handle);
  faults.permission = "prompt";
  expect(await folder.isAllowed()).toBe(false);
  expect(await folder.put("a.vaktbok", file)).toEqual({ ok: false, error: { type: "NotAllowed" } });
  faults.answer = "denied";
  expect(await folder.ask()).toBe(false);
  faults.answer = "granted";
  expect([await folder.ask(), await folder.isAllowed()]).toEqual([true, true]);
});

it("[FLD3] keeps the newest of our own and every other file", async () => {
  const { handle, files } = memoryFolder();
  const mine = ["2130", "2140", "2150", "2200"].map((time) => backupName("Vik", `2026-11-23-${time}`, "aaaaaaaaaaaa"));
  const others = [backupName("Vik", "2026-11-20-0000", "bbbbbbbbbbbb"), archiveName("Vik", "2026-11-01-0000"), "lønn.xlsx", "auto-aaaaaaaa-notes.txt"];
  for (const name of [...mine, ...others]) files.set(name, file);
  await backupFolder(handle).keepLast(isBackupOf("aaaaaaaaaaaa"), 2, mine[3] ?? "");
  expect([...files.keys()].toSorted()).toEqual([...mine.slice(2), ...others].toSorted());
});

it("[FLD3] what was just written stays when names from a clock that was ahead come after it", async () => {
  const { handle, files } = memoryFolder();
  const folder = backupFolder(handle);
  const ahead = ["160001", "160002", "160003", "160004", "160005"].map((time) => backupName("Vik", `2027-11-23-${time}`, "aaaaaaaaaaaa"));
  for (const name of ahead) files.set(name, file);
  for (const time of ["170000", "171000"]) {
    const written = backupName("Vik", `2026-11-23-${time}`, "aaaaaaaaaaaa");
    await folder.put(written, file);
    await folder.keepLast(isBackupOf("aaaaaaaaaaaa"), 5, written);
    expect([...files.keys()].toSorted()).toEqual([written, ...ahead.slice(1)]);
  }
});

it("[ANM1][ANM2] names say ward and minute, an automatic one the device too", () => {
  expect(archiveName("Legevakten i Å, sør", "2026-11-23-2130")).toBe("vaktbok-legevakten-i-a-sor-2026-11-23-2130.vaktbok");
  expect(backupName("Legevakten i Å", "2026-11-23-2130", "0123456789abcdef")).toBe("auto-01234567-2026-11-23-2130-vaktbok-legevakten-i-a.vaktbok");
  expect(isBackupOf("0123456789abcdef")(archiveName("x", "2026-11-23-2130"))).toBe(false);
});

it("[KFD1] finds the folder that was chosen last, and none that was forgotten or not chosen", async () => {
  // A real handle can be copied into the database; a folder of memory cannot: the name is what is looked at here.
  const handles = [{ name: "USB" }, { name: "Share" }] as unknown as ReadonlyArray<ReturnType<typeof memoryFolder>["handle"]>;
  let next = 0;
  const picker = async (): Promise<(typeof handles)[number]> => {
    const handle = handles[next];
    next += 1;
    if (handle === undefined) throw new DOMException("", "AbortError");
    return handle;
  };
  const folders = keptFolders("kept-folders-test", picker);
  expect(await folders.kept()).toBeNull();
  expect((await folders.pick())?.name).toBe("USB");
  await folders.pick();
  expect(await folders.pick()).toBeNull();
  expect((await keptFolders("kept-folders-test", picker).kept())?.name).toBe("Share");
  await folders.forget();
  expect(await folders.kept()).toBeNull();
});
