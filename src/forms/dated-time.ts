// A date with a time, as files and journal systems write it; without a zone it is of the ward's own. null: not one.
import { epochMs, minuteMs, type EpochMs } from "#core/time.ts";
import type { TypedMoment } from "./typed-time.ts";

const dated = /^(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))(?:T|,? +)(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)? ?(Z|[+-]\d{2}:?\d{2})?$/i;

export const readDatedTime = (cell: string, { offsetMinAt }: Pick<TypedMoment, "offsetMinAt">): EpochMs | null => {
  const found = dated.exec(cell);
  if (found === null) return null;
  const part = (nth: number): number => Number(found[nth] ?? 0);
  const [year, month, day] = found[1] === undefined ? [part(6), part(5), part(4)] : [part(1), part(2), part(3)];
  const utcMs = Date.UTC(year, month - 1, day, part(7), part(8), part(9));
  const isDay = new Date(utcMs).getUTCDate() === day && new Date(utcMs).getUTCMonth() === month - 1;
  if (!isDay || part(7) > 23 || part(8) > 59 || part(9) > 59) return null;
  const zone = /^([+-])(\d{2}):?(\d{2})$/.exec(found[10] ?? "");
  if (zone) return epochMs(utcMs - (zone[1] === "-" ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3])) * minuteMs);
  return epochMs(found[10] === undefined ? utcMs - offsetMinAt(epochMs(utcMs - offsetMinAt(epochMs(utcMs)) * minuteMs)) * minuteMs : utcMs);
};
