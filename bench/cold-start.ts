/**
 * Cold start with the server gone: a fresh browser process, from navigation to the first field that can be seen and takes
 * the focus, and from there to the first key that stands in it. Then a key every 60 ms until the program has taken over.
 *
 * The floor is a bare static form of the same fields with a ten-line worker; the static twin is the door's own page without
 * its program (static-twin.ts). All in the same run on the same machine.
 */
import { openProfile, type BenchProfile, type Session } from "./browser.ts";
import { servePlain } from "./plain-server.ts";
import { buildSite, openFillPage } from "./site.ts";
import { makeStaticTwin } from "./static-twin.ts";
import { quantile, spread, type Spread } from "./stats.ts";

interface Target {
  readonly name: string;
  readonly what: "floor" | "twin" | "app";
  readonly path: string;
  readonly records: number;
}

export interface ColdStart {
  readonly target: string;
  readonly usableMs: Spread;
  /** From the first usable field to the first letter in it. */
  readonly firstKeyMs: Spread;
  /** The longest any key waited before the page handled it, until well after the program took over. */
  readonly slowestKeyMs: Spread;
  readonly programMs: Spread;
  readonly lettersLost: number;
  /** Against the floor, and against the static twin, round by round. */
  readonly ratio: Spread;
  readonly ratioToTwin: Spread;
}

interface Round {
  readonly usableMs: number;
  readonly firstKeyMs: number;
  readonly slowestKeyMs: number;
  readonly programMs: number;
  readonly lettersLost: number;
}

const targets: ReadonlyArray<Target> = [
  { name: "floor", what: "floor", path: "/", records: 0 },
  { name: "floor, routed by the browser", what: "floor", path: "/?routed", records: 0 },
  { name: "static twin, routed", what: "twin", path: "/?routed", records: 0 },
  { name: "Vaktbok, empty log", what: "app", path: "/intake", records: 0 },
  { name: "Vaktbok, 10,000 records", what: "app", path: "/intake", records: 10_000 },
];

export const coldStarts = async (rounds: number, throttle: number): Promise<ReadonlyArray<ColdStart>> => {
  const ready = [];
  for (const target of targets) ready.push(await prepare(target));
  const measured = new Map<string, Array<Round>>(targets.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    // Rotated, so that no target always comes first into a cold disk cache.
    for (let turn = 0; turn < ready.length; turn += 1) {
      const one = ready[(round + turn) % ready.length];
      if (one !== undefined) measured.get(one.name)?.push(await one.profile.visit(throttle, (session) => measure(session, one.url)));
    }
  }
  for (const { profile } of ready) profile.remove();
  const of = (name: string): ReadonlyArray<Round> => measured.get(name) ?? [];
  return targets.map(({ name }) => summary(name, of(name), of("floor"), of("static twin, routed")));
};

const ratioTo = (rounds: ReadonlyArray<Round>, limit: ReadonlyArray<Round>): Spread =>
  spread(rounds.map(({ usableMs }, round) => usableMs / (limit[round]?.usableMs ?? Number.NaN)));

const summary = (target: string, rounds: ReadonlyArray<Round>, floor: ReadonlyArray<Round>, twin: ReadonlyArray<Round>): ColdStart => ({
  target,
  usableMs: spread(rounds.map(({ usableMs }) => usableMs)),
  firstKeyMs: spread(rounds.map(({ firstKeyMs }) => firstKeyMs)),
  slowestKeyMs: spread(rounds.map(({ slowestKeyMs }) => slowestKeyMs)),
  programMs: spread(rounds.map(({ programMs }) => programMs)),
  lettersLost: rounds.reduce((sum, { lettersLost }) => sum + lettersLost, 0),
  ratio: ratioTo(rounds, floor),
  ratioToTwin: ratioTo(rounds, twin),
});

/** One visit with the server up, until the worker keeps everything; then the server is gone for good. */
const prepare = async ({ name, what, path, records }: Target): Promise<{ readonly name: string; readonly url: string; readonly profile: BenchProfile }> => {
  const site = what === "app" ? await buildSite() : null;
  const twin = what === "twin" ? makeStaticTwin() : null;
  const server = await (site?.serve() ?? servePlain(twin?.dir ?? "bench/floor"));
  const profile = openProfile();
  const url = `${server.url}${path}`;
  await profile.visit(1, async ({ page }) => {
    if (records > 0) {
      await openFillPage(page, server.url);
      // A ward's weeks: four records a visit, and at the end some who are still here.
      await page.evaluate((gone) => window.fillPage.fill({ gone, here: 40 }), Math.ceil(records / 4) - 20);
    }
    await page.goto(url);
    // Asked again and again, not awaited: where no worker comes, this run must end.
    await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === "activated");
    await page.waitForTimeout(1_000 + records / 2);
  });
  // A second visit, as on the next day: what only the first start makes is made.
  await profile.visit(1, async ({ page }) => {
    await page.goto(url);
    await page.waitForTimeout(4_000);
  });
  await server.close();
  site?.remove();
  twin?.remove();
  return { name, url, profile };
};

/** In the page: waits for the field frame by frame, then notes when each key came and when it was handled. */
const probe = (): void => {
  const waits: Array<number> = [];
  const seen: { usableMs: number; firstKeyMs: number; readonly waits: Array<number> } = { usableMs: 0, firstKeyMs: 0, waits };
  Object.assign(window, { probe: seen });
  addEventListener("keydown", (event) => waits.push(performance.now() - event.timeStamp), { capture: true });
  addEventListener("input", () => (seen.firstKeyMs ||= performance.now()), { capture: true });
  const look = (): void => {
    const field = document.querySelector<HTMLInputElement>("input[name=name]");
    if (field !== null && !field.disabled && field.checkVisibility()) {
      field.focus();
      if (document.activeElement === field) {
        seen.usableMs = performance.now();
        (window as unknown as { usable: (text: string) => void }).usable("");
        return;
      }
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

const letters = "abcdefghijklmnopqrstuvwxyz";

const measure = async ({ page, cdp }: Session, url: string): Promise<Round> => {
  await cdp.send("Runtime.enable");
  await cdp.send("Runtime.addBinding", { name: "usable" });
  const usable = new Promise<void>((resolve) => cdp.once("Runtime.bindingCalled", () => resolve()));
  await page.addInitScript(probe);
  void page.goto(url);
  await usable;
  let typed = "";
  const hasProgram = page.waitForFunction(() => document.querySelector("#shell") === null, undefined, { polling: 50, timeout: 30_000 }).then(() => performance.now());
  let done = false;
  void hasProgram.then(() => setTimeout(() => (done = true), 600));
  for (let place = 0; !done; place += 1) {
    const letter = letters[place % letters.length] ?? "a";
    typed += letter;
    await cdp.send("Input.dispatchKeyEvent", { type: "keyDown", text: letter, key: letter, code: `Key${letter.toUpperCase()}` });
    await cdp.send("Input.dispatchKeyEvent", { type: "keyUp", key: letter, code: `Key${letter.toUpperCase()}` });
    await page.waitForTimeout(60);
  }
  const seen = await page.evaluate(() => {
    const { probe: kept } = window as unknown as { probe: { usableMs: number; firstKeyMs: number; waits: ReadonlyArray<number> } };
    const [program] = performance.getEntriesByName("vaktbok-program");
    return { ...kept, programMs: program?.startTime ?? 0, text: document.querySelector<HTMLInputElement>("input[name=name]")?.value ?? "" };
  });
  return {
    usableMs: seen.usableMs,
    firstKeyMs: seen.firstKeyMs - seen.usableMs,
    slowestKeyMs: quantile(seen.waits, 1),
    programMs: seen.programMs,
    lettersLost: typed === seen.text ? 0 : Math.max(1, typed.length - seen.text.length),
  };
};
