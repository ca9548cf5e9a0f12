/**
 * What the ward is, folded from its records: settings, devices, and how far records were carried out.
 *
 * - WRD1 Each setting is the last one said, in log order, whatever order the records came in.
 * - WRD2 A device is known by its own first record; its name by whoever named it last.
 * - WRD3 A record counts as carried out when a saved file held it; nothing counts before that.
 */
import type { DeviceId, LogRecord, Stamp } from "../log/record.ts";
import type { EpochMs } from "../time.ts";
import type { WardEvent, WardSettings } from "./events.ts";

export type WardRecord = LogRecord & { readonly event: WardEvent };

export interface Said<T> {
  readonly value: T;
  readonly stamp: Stamp;
  readonly device: DeviceId;
}
export interface Device {
  readonly id: DeviceId;
  readonly wardCode: string;
  readonly letter: string;
  readonly signKey: string;
}
export interface Ward {
  readonly settings: { readonly [K in keyof WardSettings]?: Said<WardSettings[K]> };
  readonly devices: { readonly [device: string]: Device };
  readonly names: { readonly [device: string]: Said<string> };
  /** Per device, how far its records were carried out by any file. */
  readonly carriedTo: { readonly [device: string]: number };
  readonly lastCarriedAtMs: EpochMs | null;
}

export const emptyWard: Ward = { settings: {}, devices: {}, names: {}, carriedTo: {}, lastCarriedAtMs: null };

export const evolveWard = (ward: Ward, record: WardRecord): Ward => {
  const { event } = record;
  switch (event.type) {
    case "v1.WardSettingsSet": {
      const said = Object.entries(event.settings).map(([name, value]) => [name, lastSaid(ward.settings[name as keyof WardSettings], record, value)]);
      return { ...ward, settings: { ...ward.settings, ...Object.fromEntries(said) } };
    }
    case "v1.DeviceJoined":
      return ward.devices[event.device] === undefined
        ? { ...ward, devices: { ...ward.devices, [event.device]: { id: event.device, wardCode: event.wardCode, letter: event.letter, signKey: event.signKey } } }
        : ward;
    case "v1.DeviceNamed":
      return { ...ward, names: { ...ward.names, [event.device]: lastSaid(ward.names[event.device], record, event.name) } };
    case "v1.CarriedOut": {
      const carriedTo = { ...ward.carriedTo };
      for (const [device, seq] of event.upTo) carriedTo[device] = Math.max(carriedTo[device] ?? 0, seq);
      const lastCarriedAtMs = ward.lastCarriedAtMs === null || ward.lastCarriedAtMs < record.atMs ? record.atMs : ward.lastCarriedAtMs;
      return { ...ward, carriedTo, lastCarriedAtMs };
    }
  }
};

const lastSaid = <T>(before: Said<T> | undefined, record: LogRecord, value: T): Said<T> => {
  const isOlder = before !== undefined && (before.stamp > record.stamp || (before.stamp === record.stamp && before.device >= record.device));
  return isOlder ? before : { value, stamp: record.stamp, device: record.device };
};

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
