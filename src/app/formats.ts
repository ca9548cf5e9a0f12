// Times and ages as people read them. Zones and formats exist only here. Always 24 hours; the date when it is not today.
import { ageMonths, type Born } from "#core/identity/born.ts";
import { hourMs, minuteMs, type EpochMs } from "#core/time.ts";
import type { Language, Words } from "#i18n/words.ts";

const zone = "Europe/Oslo";

/** Chromium has no nynorsk: it falls back to bokmål, whose dates are written alike. */
const locales: { readonly [L in Language]: ReadonlyArray<string> } = { nb: ["nb"], nn: ["nn", "nb"], en: ["en-GB"] };

const formats = new Map<string, Intl.DateTimeFormat>();
const format = (language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${language} ${JSON.stringify(options)}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat([...locales[language]], { timeZone: zone, hourCycle: "h23", ...options });
  formats.set(key, made);
  return made;
};

const clock = { hour: "2-digit", minute: "2-digit" } as const;

export const clockTime = (atMs: EpochMs): string => format("nb", clock).format(atMs).replace(".", ":");

export const localDate = (atMs: EpochMs): string => format("en", { year: "numeric", month: "2-digit", day: "2-digit" }).format(atMs).split("/").toReversed().join("-");

export const shortDate = (atMs: EpochMs, language: Language): string => format(language, { day: "numeric", month: "short" }).format(atMs);

export const longDate = (atMs: EpochMs, language: Language): string => format(language, { weekday: "long", day: "numeric", month: "long" }).format(atMs);

/** "2026-11-23-165830": for names of files. */
export const fileTime = (atMs: EpochMs): string => `${localDate(atMs)}-${format("en", { ...clock, second: "2-digit" }).format(atMs).replaceAll(":", "")}`;

/** "16:58", or "22. nov. 16:58" when it is not today. */
export const timeOf = (atMs: EpochMs, nowMs: EpochMs, language: Language): string =>
  localDate(atMs) === localDate(nowMs) ? clockTime(atMs) : `${shortDate(atMs, language)} ${clockTime(atMs)}`;

/** Local time minus UTC, in minutes, at that moment. */
export const offsetMinAt = (atMs: EpochMs): number => {
  const parts = format("en", { year: "numeric", month: "numeric", day: "numeric", ...clock, second: "2-digit" }).formatToParts(atMs);
  const value = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((part) => part.type === type)?.value);
  const localMs = Date.UTC(value("year"), value("month") - 1, value("day"), value("hour"), value("minute"), value("second"));
  return Math.round((localMs - Math.floor(atMs / 1000) * 1000) / minuteMs);
};

export const duration = (ms: number, words: Words): string => {
  const hours = Math.floor(ms / hourMs);
  if (hours >= 48) return words.frame.days(Math.floor(hours / 24), hours % 24);
  return words.frame.hoursMinutes(hours, Math.floor((ms % hourMs) / minuteMs));
};

export const ageText = (born: Born, nowMs: EpochMs, words: Words): string => {
  const months = ageMonths(born, nowMs);
  return months < 24 ? words.intake.months(months) : words.intake.years(Math.floor(months / 12));
};
