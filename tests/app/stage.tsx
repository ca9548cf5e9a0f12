/**
 * One page as a nurse has it: the real feed on a real log in memory, the real way of writing, a clock that is set by hand.
 */
import { act, render } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { useEffect, useState, type ReactNode } from "react";
import type { Care, OpenFault } from "#core/log/port.ts";
import { epochMs, minuteMs, type EpochMs } from "#core/time.ts";
import { wordsIn } from "#i18n/all-words.ts";
import { AppProvider, type Book, type BookSwitch, type Profile } from "#app/app-context.tsx";
import type { Clock } from "#app/clock.ts";
import { DeedsProvider } from "#app/deeds.tsx";
import type { DrillPlayer } from "#app/routes/drill/drill-player.ts";
import type { Rescue } from "#app/routes/rescue/rescue-port.ts";
import type { Outlets } from "#app/outlets.ts";
import { defaultPrefs, type Prefs } from "#app/prefs.ts";
import { BrowserWay } from "#app/router/browser-way.tsx";
import { Route, Routes } from "#app/router/routes.tsx";
import { NoticeBar } from "#app/ui/notice-bar.tsx";
import { openWardFeed, type WardFeed } from "#app/ward-feed.ts";
import type { DeviceLog } from "#storage/device-log.ts";
import { openMemoryWardLog, type MemoryDevice } from "#tests/storage/memory-log.ts";

export interface StageClock extends Clock {
  /** As time passes: the page hears the tick. */
  readonly pass: (minutes: number) => void;
  /** The device's clock was set; ahead it is followed, back it is not. */
  readonly jump: (minutes: number) => void;
}

export interface StageOptions {
  /** An address, or one with what another page sent along. */
  readonly at?: string | { readonly pathname: string; readonly state: unknown };
  readonly path?: string;
  readonly profile?: Profile;
  readonly prefs?: Partial<Prefs>;
  readonly outlets?: Partial<Outlets>;
  /** What opening found, where a test needs it to be bad. */
  readonly book?: { readonly damaged?: number; readonly former?: number; readonly forgets?: true; readonly rescue?: Rescue; readonly care?: () => Care };
  /** The book did not open, because of this. */
  readonly closed?: OpenFault;
  readonly olderBooks?: ReadonlyArray<string>;
  readonly device?: MemoryDevice;
  readonly drill?: DrillPlayer;
  /** The road out as a sealed file, laid on the stage's own log. */
  readonly archive?: (parts: { readonly log: DeviceLog; readonly feed: WardFeed; readonly clock: StageClock }) => Pick<Extract<Book, { is: "open" }>, "archive" | "backups">;
  /** 16:58 on 23 November 2026 in Norway unless told. */
  readonly nowMs?: number;
  /** Until it is done the page is shown while the book still opens. */
  readonly opens?: Promise<void>;
  /** What was in the log before the page opened. */
  readonly before?: (feed: WardFeed, clock: StageClock) => Promise<unknown>;
}

export interface Stage {
  readonly user: UserEvent;
  readonly feed: WardFeed;
  readonly log: DeviceLog;
  readonly clock: StageClock;
  readonly prefs: () => Prefs;
  /** Which books the page asked to switch to. */
  readonly switches: ReadonlyArray<BookSwitch>;
}

/** `path` is the route's pattern, `at` the address that is opened. */
export const openStage = async (page: ReactNode, options: StageOptions = {}): Promise<Stage> => {
  const { path = "/", at = path, profile = "real", outlets, device, drill } = options;
  const clock = stageClock(epochMs(options.nowMs ?? Date.UTC(2026, 10, 23, 15, 58)));
  const log = await openMemoryWardLog({ profile, clock, ...(device === undefined ? {} : { device }) });
  const feed = await openWardFeed(log, (work) => void setTimeout(work));
  await options.before?.(feed, clock);
  const book: Book = { is: "open", feed, ward: log.ward, device: log.device, keysIn: "memory", damaged: 0, former: 0, health: log.health, care: log.care, lookThrough: log.lookThrough, forgetLost: log.forgetLost, gone: log.gone, ...options.book, ...(drill === undefined ? {} : { drill }), ...options.archive?.({ log, feed, clock }) };
  const switches: Array<BookSwitch> = [];
  const found: Book = options.closed === undefined ? book : { is: "closed", fault: options.closed };
  let shown: Prefs = { ...defaultPrefs, language: "en", ...options.prefs };
  const Theatre = () => {
    const [prefs, setAll] = useState(shown);
    const [isOpen, setIsOpen] = useState(options.opens === undefined);
    useEffect(() => void options.opens?.then(() => setIsOpen(true)), []);
    const setPrefs = (change: Partial<Prefs>): void => {
      shown = { ...shown, ...change };
      setAll(shown);
    };
    return (
      <AppProvider value={{ profile, book: isOpen ? found : { is: "opening" }, clock, prefs, words: wordsIn[prefs.language], setPrefs, outlets: { ...noOutlets, ...outlets }, switchTo: (to) => { switches.push(to); }, olderBooks: options.olderBooks ?? [] }}>
        <DeedsProvider>
          <BrowserWay>
            <Routes>
              <Route path={path} element={page} />
              <Route path="*" element={<p>somewhere else</p>} />
            </Routes>
            <NoticeBar />
          </BrowserWay>
        </DeedsProvider>
      </AppProvider>
    );
  };
  if (typeof at === "string") history.replaceState(null, "", at);
  else history.replaceState({ sent: at.state }, "", at.pathname);
  render(<Theatre />);
  return { user: handOf(userEvent.setup()), feed, log, clock, prefs: () => shown, switches };
};

/** The page is there first; the book opens, or turns out not to, when the test says so. */
export const openStageLater = async (page: ReactNode, options: StageOptions = {}): Promise<Stage & { readonly open: () => Promise<void> }> => {
  let open = (): void => undefined;
  const stage = await openStage(page, { ...options, opens: new Promise((resolve) => { open = resolve; }) });
  return { ...stage, open: () => act(async () => open()) };
};

/** Nothing is laid out here, so all would lie in one corner: a click gets a place of its own for each thing it is on. */
const handOf = (user: UserEvent): UserEvent => {
  const places = new Map<Element, number>();
  return {
    ...user,
    click: async (target) => {
      const place = places.get(target) ?? places.size + 1;
      places.set(target, place);
      await user.pointer([{ target }, { keys: "[MouseLeft]", target, coords: { clientX: place * 100, clientY: 10 } }]);
    },
  };
};

const noOutlets: Outlets = {
  fhir: async () => ({ files: [], held: [], leftOut: [] }),
  csv: async () => ({ files: [], held: [], leftOut: [] }),
  letter: async () => null,
  items: async () => [],
  handOver: () => undefined,
};

const stageClock = (startMs: EpochMs): StageClock => {
  let nowMs = startMs;
  let jumpedMs: number | null = null;
  const listeners = new Set<() => void>();
  const pass = (minutes: number): void =>
    act(() => {
      nowMs = epochMs(nowMs + minutes * minuteMs);
      for (const listener of listeners) listener();
    });
  return {
    nowMs: () => nowMs,
    jumpMs: () => jumpedMs,
    onTick: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pass,
    jump: (minutes) => {
      jumpedMs = minutes * minuteMs;
      pass(Math.max(1, minutes));
    },
  };
};
