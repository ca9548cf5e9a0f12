/**
 * The triage scales a ward may pick from: names, colours and times as versioned data with their source. No algorithm
 * of any scale is here: the clinician chooses the level.
 *
 * - SCL1 Every scale has its levels in order of urgency, from 1; a longer limit never stands above a shorter one.
 * - SCL2 A level recorded under a version that this program does not hold is still shown, by its number; until the version is
 *   here, its times are those of the level of that number, and of the most urgent level where there is none.
 * - SCL3 Levels of different scales are compared by how long they may wait; within a scale their own order holds.
 *
 * `checked` says whether the times were read in the named source; where false, or where `ours` is true, the ward must confirm them.
 */

export const scaleIds = ["mts", "retts", "esi", "ctas", "ats", "sats", "no3"] as const;
export type ScaleId = (typeof scaleIds)[number];

/** 1 is the most urgent. */
export type Level = 1 | 2 | 3 | 4 | 5;
export const levels = [1, 2, 3, 4, 5] as const satisfies ReadonlyArray<Level>;

export type LevelColour = "red" | "orange" | "yellow" | "green" | "blue" | "white";

export interface ScaleLevel {
  readonly level: Level;
  readonly colour: LevelColour;
  readonly name: { readonly nb: string; readonly nn: string; readonly en: string };
  /** Longest wait for a clinician, in minutes. */
  readonly limitMin: number;
  /** Look again after this many minutes. */
  readonly reassessMin: number;
}

export interface Scale {
  readonly id: ScaleId;
  readonly name: string;
  readonly version: string;
  readonly source: string;
  readonly checked: boolean;
  /** True where some of the times are this program's proposal because the scale gives none. */
  readonly ours: boolean;
  readonly levels: ReadonlyArray<ScaleLevel>;
}

type Row = readonly [colour: LevelColour, nb: string, nn: string, en: string, limitMin: number, reassessMin: number];

const rows = (table: ReadonlyArray<Row>): ReadonlyArray<ScaleLevel> =>
  table.flatMap(([colour, nb, nn, en, limitMin, reassessMin], place) => {
    const level = levels[place];
    return level === undefined ? [] : [{ level, colour, name: { nb, nn, en }, limitMin, reassessMin }];
  });

export const scales: { readonly [K in ScaleId]: Scale } = {
  mts: {
    id: "mts", name: "MTS", version: "2026-1", checked: true, ours: true,
    source: "Manchester Triage System times 0/10/60/120/240 min; reassessment times proposed by Vaktbok",
    levels: rows([
      ["red", "Umiddelbar", "Straks", "Immediate", 0, 0],
      ["orange", "Svært haster", "Hastar svært", "Very urgent", 10, 10],
      ["yellow", "Haster", "Hastar", "Urgent", 60, 30],
      ["green", "Standard", "Standard", "Standard", 120, 60],
      ["blue", "Haster ikke", "Hastar ikkje", "Non-urgent", 240, 120],
    ]),
  },
  retts: {
    id: "retts", name: "RETTS", version: "2026-1", checked: false, ours: true,
    source: "RETTS colours; times 0/20/120/240 from memory, to be confirmed by the ward; blue given as 240",
    levels: rows([
      ["red", "Rød", "Raud", "Red", 0, 0],
      ["orange", "Oransje", "Oransje", "Orange", 20, 20],
      ["yellow", "Gul", "Gul", "Yellow", 120, 60],
      ["green", "Grønn", "Grøn", "Green", 240, 120],
      ["blue", "Blå", "Blå", "Blue", 240, 120],
    ]),
  },
  esi: {
    id: "esi", name: "ESI", version: "2026-1", checked: false, ours: true,
    source: "Emergency Severity Index levels; ESI gives no times: limits and reassessment proposed by Vaktbok",
    levels: rows([
      ["red", "Gjenoppliving", "Gjenoppliving", "Resuscitation", 0, 0],
      ["orange", "Høy risiko", "Høg risiko", "High risk", 10, 10],
      ["yellow", "Flere ressurser", "Fleire ressursar", "Several resources", 60, 30],
      ["green", "Én ressurs", "Éin ressurs", "One resource", 120, 60],
      ["blue", "Ingen ressurs", "Ingen ressurs", "No resource", 240, 120],
    ]),
  },
  ctas: {
    id: "ctas", name: "CTAS", version: "2026-1", checked: false, ours: false,
    source: "Canadian Triage and Acuity Scale (CAEP): 0/15/30/60/120 min, from memory, to be confirmed by the ward",
    levels: rows([
      ["blue", "Gjenoppliving", "Gjenoppliving", "Resuscitation", 0, 0],
      ["red", "Kritisk", "Kritisk", "Emergent", 15, 15],
      ["yellow", "Haster", "Hastar", "Urgent", 30, 30],
      ["green", "Haster mindre", "Hastar mindre", "Less urgent", 60, 60],
      ["white", "Haster ikke", "Hastar ikkje", "Non-urgent", 120, 120],
    ]),
  },
  ats: {
    id: "ats", name: "ATS", version: "2026-1", checked: false, ours: true,
    source: "Australasian Triage Scale (ACEM): 0/10/30/60/120 min, from memory; colours and reassessment are not standardised",
    levels: rows([
      ["red", "Straks livstruende", "Straks livstrugande", "Immediately life-threatening", 0, 0],
      ["orange", "Snart livstruende", "Snart livstrugande", "Imminently life-threatening", 10, 10],
      ["yellow", "Kan bli livstruende", "Kan bli livstrugande", "Potentially life-threatening", 30, 30],
      ["green", "Kan bli alvorlig", "Kan bli alvorleg", "Potentially serious", 60, 60],
      ["blue", "Haster ikke", "Hastar ikkje", "Less urgent", 120, 120],
    ]),
  },
  sats: {
    id: "sats", name: "SATS", version: "2026-1", checked: false, ours: true,
    source: "South African Triage Scale 0/10/60/240 min, in part from memory; blue as used in Norwegian legevakt given as 240; reassessment proposed",
    levels: rows([
      ["red", "Akutt", "Akutt", "Emergency", 0, 0],
      ["orange", "Svært haster", "Hastar svært", "Very urgent", 10, 10],
      ["yellow", "Haster", "Hastar", "Urgent", 60, 30],
      ["green", "Rutine", "Rutine", "Routine", 240, 60],
      ["blue", "Haster ikke", "Hastar ikkje", "Non-urgent", 240, 120],
    ]),
  },
  no3: {
    id: "no3", name: "Norsk indeks", version: "2026-1", checked: false, ours: true,
    source: "Norwegian Index / Legevaktindeks colours; the index gives no minutes: limits and reassessment proposed by Vaktbok",
    levels: rows([
      ["red", "Akutt", "Akutt", "Acute", 0, 0],
      ["yellow", "Haster", "Hastar", "Urgent", 30, 30],
      ["green", "Vanlig", "Vanleg", "Normal", 120, 60],
    ]),
  },
};

export const levelOf = (scale: ScaleId, level: Level): ScaleLevel | null =>
  scales[scale].levels.find((one) => one.level === level) ?? null;

/** A level as it was recorded. */
interface Recorded {
  readonly scale: ScaleId;
  readonly scaleVersion: string;
  readonly level: Level;
}

/** What a recorded level is called and looks like; null when the version it was chosen from is not known here. */
export const meaningOf = (recorded: Recorded): ScaleLevel | null =>
  scales[recorded.scale].version === recorded.scaleVersion ? levelOf(recorded.scale, recorded.level) : null;

export const limitMinOf = (recorded: Pick<Recorded, "scale" | "level">): number => levelOf(recorded.scale, recorded.level)?.limitMin ?? 0;

/** The smaller the more urgent. Levels whose limits differ stand far apart; those alike in limit stand in their own order. */
export const urgencyOf = (recorded: Pick<Recorded, "scale" | "level">): number => limitMinOf(recorded) * 10 + recorded.level;

/** After every level that may not wait, before every one that may. */
export const untriagedUrgency = 9;

/** Not yet triaged: someone must look within this many minutes of arrival. NHS England: triage within 15 minutes. */
export const triageLimitMin = 15;
