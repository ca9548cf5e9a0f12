// A device as people know it: its name, or else its letter in the temporary numbers.
import type { DeviceId } from "#core/log/record.ts";
import type { Ward } from "#core/ward/ward.ts";
import type { PageWords } from "#i18n/pages/page-words.ts";

export const deviceText = (device: DeviceId, ward: Ward, { visit }: PageWords): string =>
  ward.names[device]?.value ?? visit.onDevice(ward.devices[device]?.letter ?? "?");
