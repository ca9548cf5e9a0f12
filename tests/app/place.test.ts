// @vitest-environment jsdom
import { expect, it } from "vitest";
import { addressOf, readPlace, screenAt, withWholeAddresses, type Place } from "#app/place.ts";

const placeOf = (address: string, manifest: string | null, form?: "file"): Place => {
  const page = document.implementation.createHTMLDocument();
  const base = page.createElement("base");
  base.href = address;
  page.head.append(base);
  if (manifest !== null) page.head.insertAdjacentHTML("beforeend", `<link rel="manifest" href="${manifest}">`);
  if (form !== undefined) page.documentElement.dataset["form"] = form;
  return readPlace(page);
};

const root = placeOf("https://ward.example/visit/7-B-012-K", "/manifest.webmanifest");
const folder = placeOf("https://kommune.example/helse/vaktbok/", "./manifest.webmanifest");
const deep = placeOf("https://kommune.example/helse/vaktbok/settings/", "../manifest.webmanifest");
const file = placeOf("file:///media/stick/vaktbok.html#/settings", null, "file");
const fileOnHost = placeOf("https://kommune.example/helse/vaktbok/vaktbok.html", null, "file");
const at = (pathname: string, hash = "", search = "") => ({ pathname, hash, search });

it("[HOM1] finds its folder from any page of it", () => {
  expect([root, folder, deep].map(({ home }) => home)).toEqual(["/", "/helse/vaktbok/", "/helse/vaktbok/"]);
  expect(placeOf("https://ward.example/", null).home).toBe("/");
});

it("[HOM1] makes addresses from its folder, and reads screens out of them", () => {
  expect([addressOf("/recovery", root), addressOf("/recovery", deep), addressOf("/", deep)]).toEqual(["/recovery", "/helse/vaktbok/recovery", "/helse/vaktbok/"]);
  expect(screenAt(at("/visit/7-B-012-K"), root)).toBe("/visit/7-B-012-K");
  expect(screenAt(at("/helse/vaktbok/"), folder)).toBe("/");
  expect(screenAt(at("/helse/vaktbok/settings/", "", "?lang=en"), deep)).toBe("/settings?lang=en");
  expect(screenAt(at("/helse/vaktbok/", "#/visit/7-B-012-K?part=all"), folder)).toBe("/visit/7-B-012-K?part=all");
});

it("[HOM1] gives a page its addresses whole, one by one and in a row, and lets other text be", () => {
  const html = `<script src="./a.js" data-pieces="./b.js ./c.js"></script><a href="./">Tavle</a><p>Se neste side. /intake</p>`;
  expect(withWholeAddresses(html, "/x/")).toBe(`<script src="/x/a.js" data-pieces="/x/b.js /x/c.js"></script><a href="/x/">Tavle</a><p>Se neste side. /intake</p>`);
});

it("[HOM2] marks what it keeps with its folder, and with nothing at the root and in a file", () => {
  expect([root, folder, deep, file].map(({ mark }) => mark)).toEqual(["", "@helse@vaktbok", "@helse@vaktbok", ""]);
  expect(fileOnHost.mark).toBe(folder.mark);
});

it("[HOM2] never gives two folders one mark", () => {
  const marks = ["/a/b/", "/a@b/", "/a%40b/", "/ab/"].map((path) => placeOf(`https://x.example${path}`, "./manifest.webmanifest").mark);
  expect(new Set(marks).size).toBe(4);
});

it("[HOM3] has its screens behind the # when it is a file", () => {
  for (const one of [file, fileOnHost]) expect(addressOf("/recovery", one)).toBe("#/recovery");
  expect(screenAt(at("/helse/vaktbok/vaktbok.html"), fileOnHost)).toBe("/");
  expect(screenAt(at("/media/stick/vaktbok.html", "#/visit/7"), file)).toBe("/visit/7");
  expect(screenAt(at("/media/stick/vaktbok.html"), file)).toBe("/");
});
