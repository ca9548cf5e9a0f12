/**
 * The chart of the Royal College of Physicians (NEWS2, London 2017, chart 1), written down apart from the program, and
 * patients whose sums were worked out by hand. Ranges are [from, to, points], both ends included; null is an open end.
 */
export type Range = readonly [from: number | null, to: number | null, points: number];

export const chart = {
  rr: [[null, 8, 3], [9, 11, 1], [12, 20, 0], [21, 24, 2], [25, null, 3]],
  spo2Scale1: [[null, 91, 3], [92, 93, 2], [94, 95, 1], [96, null, 0]],
  spo2Scale2Air: [[null, 83, 3], [84, 85, 2], [86, 87, 1], [88, null, 0]],
  spo2Scale2O2: [[null, 83, 3], [84, 85, 2], [86, 87, 1], [88, 92, 0], [93, 94, 1], [95, 96, 2], [97, null, 3]],
  sbp: [[null, 90, 3], [91, 100, 2], [101, 110, 1], [111, 219, 0], [220, null, 3]],
  pulse: [[null, 40, 3], [41, 50, 1], [51, 90, 0], [91, 110, 1], [111, 130, 2], [131, null, 3]],
  temp: [[null, 35, 3], [35.1, 36, 1], [36.1, 38, 0], [38.1, 39, 1], [39.1, null, 2]],
} as const satisfies { readonly [part: string]: ReadonlyArray<Range> };

export interface Worked {
  readonly id: string;
  readonly rr: number;
  readonly spo2: number;
  readonly scale: number;
  readonly oxygen: boolean;
  readonly sbp: number;
  readonly pulse: number;
  readonly acvpu: "A" | "C" | "V" | "P" | "U";
  readonly temp: number;
  readonly total: number;
  readonly anyThree: boolean;
  readonly band: string;
}

export const workedByHand: ReadonlyArray<Worked> = [
  { id: "N01-healthy", rr: 16, spo2: 98, scale: 1, oxygen: false, sbp: 120, pulse: 70, acvpu: "A", temp: 37, total: 0, anyThree: false, band: "low" },
  { id: "N03-upper-0-edge", rr: 20, spo2: 100, scale: 1, oxygen: false, sbp: 219, pulse: 90, acvpu: "A", temp: 38, total: 0, anyThree: false, band: "low" },
  { id: "N05-ones-high", rr: 9, spo2: 94, scale: 1, oxygen: false, sbp: 101, pulse: 110, acvpu: "A", temp: 39, total: 5, anyThree: false, band: "medium" },
  { id: "N07-twos-far", rr: 24, spo2: 92, scale: 1, oxygen: false, sbp: 91, pulse: 130, acvpu: "A", temp: 40.5, total: 10, anyThree: false, band: "high" },
  { id: "N09-single-3-low-rr", rr: 8, spo2: 97, scale: 1, oxygen: false, sbp: 125, pulse: 80, acvpu: "A", temp: 37, total: 3, anyThree: true, band: "low-medium" },
  { id: "N11-oxygen-only", rr: 16, spo2: 98, scale: 1, oxygen: true, sbp: 120, pulse: 70, acvpu: "A", temp: 37, total: 2, anyThree: false, band: "low" },
  { id: "N13-pneumonia-o2", rr: 22, spo2: 94, scale: 1, oxygen: true, sbp: 112, pulse: 96, acvpu: "A", temp: 38.4, total: 7, anyThree: false, band: "high" },
  { id: "N15-same-on-scale1", rr: 20, spo2: 90, scale: 1, oxygen: false, sbp: 130, pulse: 88, acvpu: "A", temp: 37, total: 3, anyThree: true, band: "low-medium" },
  { id: "N17-copd-o2-93", rr: 20, spo2: 93, scale: 2, oxygen: true, sbp: 130, pulse: 88, acvpu: "A", temp: 37, total: 3, anyThree: false, band: "low" },
  { id: "N19-copd-o2-85", rr: 26, spo2: 85, scale: 2, oxygen: true, sbp: 105, pulse: 115, acvpu: "V", temp: 37.9, total: 13, anyThree: true, band: "high" },
  { id: "N21-max-scale2", rr: 25, spo2: 97, scale: 2, oxygen: true, sbp: 220, pulse: 131, acvpu: "P", temp: 35, total: 20, anyThree: true, band: "high" },
  { id: "N23-sbp-219", rr: 18, spo2: 97, scale: 1, oxygen: false, sbp: 219, pulse: 85, acvpu: "A", temp: 36.8, total: 0, anyThree: false, band: "low" },
  { id: "N25-temp-35.1", rr: 14, spo2: 96, scale: 1, oxygen: false, sbp: 115, pulse: 60, acvpu: "A", temp: 35.1, total: 1, anyThree: false, band: "low" },
  { id: "N27-brady-41", rr: 14, spo2: 96, scale: 1, oxygen: false, sbp: 115, pulse: 41, acvpu: "A", temp: 36.5, total: 1, anyThree: false, band: "low" },
  { id: "N29-five-without-3", rr: 21, spo2: 95, scale: 1, oxygen: false, sbp: 110, pulse: 91, acvpu: "A", temp: 36.5, total: 5, anyThree: false, band: "medium" },
];
