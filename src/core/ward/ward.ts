/**
 * What the ward is, folded from its records: settings, devices, and how far records were carried out.
 *
 * - WRD1 Each setting is the last one said, in log order, whatever order the records came in.
 * - WRD2 A device is known by what it said of itself first, never by what another says of it; its name by whoever named it last.
 * - WRD3 A record counts as carried out when a file held it that somebody saw saved; nothing counts before that.
 * - WRD4 A sealed archive is a backup, not a carrying out: what it held is counted apart.
 * - WRD5 Archives are sealed to the recovery key that was set last.
 */
import { inLogOrder } from "../log/order.ts";
import type { DeviceId, LogRecord, RecordId, Stamp } from "../log/record.ts";
import { joined, type RecordRuns, type Run } from "../log/runs.ts";
import type { EpochMs } from "../time.ts";
import type { DeviceJoined, WardEvent, WardSettings } from "./events.ts";
import { withFormSaid, type OwnForms } from "./own-form.ts";

export type WardRecord = LogRecord & { readonly event: WardEvent };

/** The place in the log of the record that said it. */
interface SaidBy {
  readonly id: RecordId;
  readonly device: DeviceId;
  readonly seq: number;
  readonly stamp: Stamp;
}
export interface Said<T> {
  readonly value: T;
  readonly by: SaidBy;
}
export interface Device {
  readonly id: DeviceId;
  readonly wardCode: string;
  readonly letter: string;
  readonly signKey: string;
  readonly by: SaidBy;
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
}

export const emptyWard: Ward = { settings: {}, devices: {}, names: {}, carried: {}, lastCarriedAtMs: null, backedUp: {}, lastBackedUpAtMs: null, recovery: null, ownForms: {} };

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
    case "v1.OwnFormSet":
    case "v1.OwnFormRetired":
      return { ...ward, ownForms: withFormSaid(ward.ownForms, record, event) };
    case "v1.NumbersReserved":
      // Counts in the serials of the whole state (WST4), and nowhere else.
      return ward;
  }
};

const withJoined = (devices: Ward["devices"], record: LogRecord, { device, wardCode, letter, signKey }: DeviceJoined): Ward["devices"] => {
  const before = devices[device];
  if (record.device !== device || (before !== undefined && inLogOrder(before.by, record) <= 0)) return devices;
  return { ...devices, [device]: { id: device, wardCode, letter, signKey, by: saidBy(record) } };
};

const lastSaid = <T>(before: Said<T> | undefined, record: LogRecord, value: T): Said<T> =>
  before !== undefined && inLogOrder(before.by, record) >= 0 ? before : { value, by: saidBy(record) };

const withCarried = (carried: Ward["carried"], held: RecordRuns): Ward["carried"] => {
  const next = { ...carried };
  for (const [device, runs] of held) next[device] = joined([...(next[device] ?? []), ...runs]);
  return next;
};

const later = (before: EpochMs | null, atMs: EpochMs): EpochMs => (before === null || before < atMs ? atMs : before);

const saidBy = ({ id, device, seq, stamp }: LogRecord): SaidBy => ({ id, device, seq, stamp });

/** What a ward has until it says otherwise: a Norwegian legevakt's own words, to be edited under /settings. */
export const defaultSettings: WardSettings = {
  name: "Legevakt",
  scale: "no3",
  places: ["Venterom", "Rom 1", "Rom 2", "Rom 3", "Rom 4", "Akuttrom", "Observasjon"],
  clinicians: [],
  reasons: ["Brystsmerter", "Tungpust", "Magesmerter", "Feber", "Skade arm", "Skade fot", "Sår", "Hodeskade", "Hodepine", "Svimmel", "Psykisk", "Barn, feber"],
};

export const settingsOf = (ward: Ward): WardSettings => ({
  name: ward.settings.name?.value ?? defaultSettings.name,
  scale: ward.settings.scale?.value ?? defaultSettings.scale,
  places: ward.settings.places?.value ?? defaultSettings.places,
  clinicians: ward.settings.clinicians?.value ?? defaultSettings.clinicians,
  reasons: ward.settings.reasons?.value ?? defaultSettings.reasons,
});
