// What was answered "saved", and what a later opening says of it.
import type { Care, LostRun } from "#core/log/port.ts";
import { isTrueContent } from "./content.ts";
import type { Acknowledged, Shown } from "./page-port.ts";

export interface Ledger {
  readonly add: (saved: ReadonlyArray<Acknowledged>) => void;
  readonly all: () => ReadonlyArray<Acknowledged>;
}

export const newLedger = (before: ReadonlyArray<Acknowledged> = []): Ledger => {
  const all = [...before];
  return { add: (saved) => { all.push(...saved); }, all: () => [...all] };
};

export interface Verdict {
  /** Answered "saved", and not shown. */
  readonly lost: ReadonlyArray<Acknowledged>;
  /** Of those, the ones whose number the program named itself. */
  readonly named: number;
  /** Shown with another content than was written, or under another number or name. */
  readonly altered: ReadonlyArray<Shown>;
  /** Said to be lost, and shown. */
  readonly falselyNamed: number;
  /** Numbers of one device that do not follow on one another, the named ones left out. */
  readonly gaps: number;
}

export const judge = (acknowledged: ReadonlyArray<Acknowledged>, shown: ReadonlyArray<Shown>, named: ReadonlyArray<LostRun>): Verdict => {
  const shownById = new Map(shown.map((one) => [one.id, one]));
  const savedById = new Map(acknowledged.map((one) => [one.id, one]));
  const isNamed = ({ device, seq }: Acknowledged): boolean => named.some((run) => run.device === device && run.fromSeq <= seq && seq <= run.toSeq);
  const lost = acknowledged.filter(({ id }) => !shownById.has(id));
  return {
    lost,
    named: lost.filter(isNamed).length,
    altered: shown.filter((one) => !isAsWritten(one, savedById.get(one.id)) || shownById.get(one.id) !== one),
    falselyNamed: shown.filter(isNamed).length,
    gaps: gapsIn(shown, isNamed),
  };
};

const isAsWritten = ({ seq, device, content }: Shown, saved: Acknowledged | undefined): boolean => {
  if (saved === undefined) return content === "v1.DeviceJoined" || isTrueContent(content);
  return saved.content === content && saved.seq === seq && saved.device === device;
};

const gapsIn = (shown: ReadonlyArray<Shown>, isNamed: (one: Acknowledged) => boolean): number => {
  const lastByDevice = new Map<string, number>();
  const held = new Set(shown.map(({ device, seq }) => `${device}/${seq}`));
  for (const { device, seq } of shown) lastByDevice.set(device, Math.max(lastByDevice.get(device) ?? 0, seq));
  let gaps = 0;
  for (const [device, last] of lastByDevice) {
    for (let seq = 1; seq <= last; seq += 1) if (!held.has(`${device}/${seq}`) && !isNamed({ id: "", content: "", device, seq })) gaps += 1;
  }
  return gaps;
};

export const namedIn = ({ mended }: Care): ReadonlyArray<LostRun> => mended?.lost ?? [];
