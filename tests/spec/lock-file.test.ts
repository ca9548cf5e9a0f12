/**
 * The lock file holds what every platform needs. npm writes only the optional platform packages it could find, and
 * `npm ci` then fails on the platforms that are missing: on a colleague's machine, not on ours.
 */
import { expect, it } from "vitest";
import { read } from "./tree.ts";

type Locked = { readonly version?: string; readonly resolved?: string; readonly optionalDependencies?: Readonly<Record<string, string>> };

const lock = JSON.parse(read("package-lock.json")) as { readonly packages: Readonly<Record<string, Locked>> };
const entries = Object.entries(lock.packages);

/** Node's look-up: in the package's own node_modules, then in each folder above. */
const isHeld = (from: string, name: string): boolean => {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))) {
    if (`${folder === "" ? "" : `${folder}/`}node_modules/${name}` in lock.packages) return true;
    if (folder === "") return false;
  }
};

it("holds every optional package it names, for every platform", () => {
  const missing = entries.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isHeld(path, name)).map((name) => `${name}, wanted by ${path}`),
  );
  expect(missing).toEqual([]);
});

it("names no registry's host", () => {
  expect(entries.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
});

it("the program asks for exact versions", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<string, Record<string, string>>;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
  expect(loose).toEqual([]);
});
