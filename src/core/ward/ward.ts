/**
 * What the ward is, folded from its records: settings, devices, and how far records were carried out.
 *
 * - WRD1 Each setting is the last one said, in causal order, whatever order the records came in: whoever knew what stood and said
 *   another has the last word, also after a device whose clock was ahead.
 * - WRD2 A device is known by what it said of itself first, never by what another says of it; its name by whoever named it last.
 * - WRD3 A record counts as carried out when a file held it that somebody saw saved; nothing counts before that.
 * - WRD4 A sealed archive is a backup, not a carrying out: what it held is counted apart.
 * - WRD5 Archives are sealed to the recovery key that was set last.
 * - WRD6 The list of who was in the house is the last one that anybody took; of it the ward holds how many, from when and from where,
 *   and nobody's name.
 */
import { inCausalOrderBy, inLogOrder, placeInLog, type PlaceInLog } from "../log/order.ts";
import type { DeviceId, LogRecord } from "../log/record.ts";
import { joined, type RecordRuns, type Run } from "../log/runs.ts";
import type { EpochMs } from "../time.ts";
import type { DeviceJoined, WardEvent, WardSettings } from "./events.ts";
import { withFormSaid, type OwnForms } from "./own-form.ts";
import { withTriageSet, type TriageSets } from "./triage-set.ts";

export type WardRecord = LogRecord & { readonly event: WardEvent };

interface SaidOnce<T> {
  readonly value: T;
  readonly by: PlaceInLog;
}
export interface Said<T> extends SaidOnce<T> {
  /** Whatever was said before it, in causal order: what comes late finds its place among them. */
  readonly earlier: ReadonlyArray<SaidOnce<T>>;
}
export interface Device {
  readonly id: DeviceId;
  readonly wardCode: string;
  readonly letter: string;
  readonly signKey: string;
  readonly by: PlaceInLog;
}
export interface Ward {
  readonly settings: { readonly [K in keyof WardSettings]?: Said<WardSettings[K]> };
  readonly devices: { readonly [device: string]: Device };
  readonly names: { readonly [device: string]: Said<string> };
  /** Per device, which of its records were carried out by any file. */
  readonly carried: { readonly [device: string]: ReadonlyArray<Run> };
  readonly lastCarriedAtMs: EpochMs | null;
  /** Per device, which of its records lie in some sealed archive. */
  readonly backedUp: { readonly [device: string]: ReadonlyArray<Run> };
  readonly lastBackedUpAtMs: EpochMs | null;
  /** The public half of the recovery key; null while nobody has made one. */
  readonly recovery: Said<string> | null;
  readonly ownForms: OwnForms;
  /** Where the newest list of who was in the house lies; null where there never was one. */
  readonly snapshot: Said<{ readonly asOfMs: EpochMs; readonly source: string; readonly count: number }> | null;
  readonly triageSets: TriageSets;
}

export const emptyWard: Ward = { settings: {}, devices: {}, names: {}, carried: {}, lastCarriedAtMs: null, backedUp: {}, lastBackedUpAtMs: null, recovery: null, ownForms: {}, snapshot: null, triageSets: { loaded: [], removed: [] } };

export const evolveWard = (ward: Ward, record: WardRecord): Ward => {
  const { event } = record;
  switch (event.type) {
    case "v1.WardSettingsSet": {
      const said = Object.entries(event.settings).map(([name, value]) => [name, lastSaid(ward.settings[name as keyof WardSettings], record, value)]);
      return { ...ward, settings: { ...ward.settings, ...Object.fromEntries(said) } };
    }
    case "v1.DeviceJoined":
      return { ...ward, devices: withJoined(ward.devices, record, event) };
    case "v1.DeviceNamed":
      return { ...ward, names: { ...ward.names, [event.device]: lastSaid(ward.names[event.device], record, event.name) } };
    case "v1.CarriedOut":
      return event.as === "archive"
        ? { ...ward, backedUp: withCarried(ward.backedUp, event.held), lastBackedUpAtMs: later(ward.lastBackedUpAtMs, record.atMs) }
        : { ...ward, carried: withCarried(ward.carried, event.held), lastCarriedAtMs: later(ward.lastCarriedAtMs, record.atMs) };
    case "v1.RecoveryKeySet":
      return { ...ward, recovery: lastSaid(ward.recovery ?? undefined, record, event.recipient) };
    case "v1.SnapshotTaken":
      return { ...ward, snapshot: lastSaid(ward.snapshot ?? undefined, record, { asOfMs: event.asOfMs, source: event.source, count: event.people.length }) };
    case "v1.OwnFormSet":
    case "v1.OwnFormRetired":
      return { ...ward, ownForms: withFormSaid(ward.ownForms, record, event) };
    case "v1.TriageSetLoaded":
    case "v1.TriageSetRemoved":
      return { ...ward, triageSets: withTriageSet(ward.triageSets, record, event) };
    case "v1.NumbersReserved":
      // Counts in the serials of the whole state (WST4), and nowhere else.
      return ward;
  }
};

const withJoined = (devices: Ward["devices"], record: LogRecord, { device, wardCode, letter, signKey }: DeviceJoined): Ward["devices"] => {
  const before = devices[device];
  if (record.device !== device || (before !== undefined && inLogOrder(before.by, record) <= 0)) return devices;
  return { ...devices, [device]: { id: device, wardCode, letter, signKey, by: placeInLog(record) } };
};

const lastSaid = <T>(before: Said<T> | undefined, record: LogRecord, value: T): Said<T> => {
  const said = before === undefined ? [] : [...before.earlier, { value: before.value, by: before.by }];
  if (before !== undefined && said.some(({ by }) => by.id === record.id)) return before;
  const ordered = inCausalOrderBy([...said, { value, by: placeInLog(record) }], ({ by }) => by);
  const last = ordered.at(-1) ?? { value, by: placeInLog(record) };
  return { ...last, earlier: ordered.slice(0, -1) };
};

const withCarried = (carried: Ward["carried"], held: RecordRuns): Ward["carried"] => {
  const next = { ...carried };
  for (const [device, runs] of held) next[device] = joined([...(next[device] ?? []), ...runs]);
  return next;
};

const later = (before: EpochMs | null, atMs: EpochMs): EpochMs => (before === null || before < atMs ? atMs : before);

/** What a ward has until it says otherwise: a Norwegian legevakt's own words, to be edited under /settings. */
export const defaultSettings: WardSettings = {
  name: "Legevakt",
  scale: "no3",
  places: ["Venterom", "Rom 1", "Rom 2", "Rom 3", "Rom 4", "Akuttrom", "Observasjon"],
  clinicians: [],
  reasons: ["Brystsmerter", "Tungpust", "Magesmerter", "Feber", "Skade arm", "Skade fot", "Sår", "Hodeskade", "Hodepine", "Svimmel", "Psykisk", "Barn, feber"],
  screens: [],
};

export const settingsOf = (ward: Ward): WardSettings => ({
  name: ward.settings.name?.value ?? defaultSettings.name,
  scale: ward.settings.scale?.value ?? defaultSettings.scale,
  places: ward.settings.places?.value ?? defaultSettings.places,
  clinicians: ward.settings.clinicians?.value ?? defaultSettings.clinicians,
  reasons: ward.settings.reasons?.value ?? defaultSettings.reasons,
  screens: ward.settings.screens?.value ?? defaultSettings.screens,
});
