// A device as people know it: its name, or else its letter in the temporary numbers.
import type { DeviceId } from "#core/log/record.ts";
import type { Ward } from "#core/ward/ward.ts";
import type { Words } from "#i18n/words.ts";

export const deviceText = (device: DeviceId, ward: Ward, { visit }: Words): string =>
  ward.names[device]?.value ?? visit.onDevice(ward.devices[device]?.letter ?? "?");
