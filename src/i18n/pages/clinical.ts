/**
 * What is measured and how it is said, in nb, nn and en side by side. It goes with the pages that show it, not with the start.
 */
type Three = readonly [nb: string, nn: string, en: string];

const same = (text: string): Three => [text, text, text];

const table = {
  observe: ["Mål", "Mål", "Observe"],
  observeTitle: ["Målinger", "Målingar", "Observations"],
  line: ["Alt på én linje", "Alt på éi linje", "All on one line"],
  lineHint: ["respirasjon, SpO₂, blodtrykk, puls, temperatur, og A C V P U", "respirasjon, SpO₂, blodtrykk, puls, temperatur, og A C V P U", "breathing, SpO₂, blood pressure, pulse, temperature, and A C V P U"],
  lineUnread: ["Ble ikke forstått, og føres i merknaden:", "Vart ikkje forstått, og blir ført i merknaden:", "Not understood, and goes into the remark:"],
  save: ["Lagre målingene", "Lagre målingane", "Save observations"],
  done: ["Målingene er ført", "Målingane er førte", "Observations recorded"],
  nothing: ["Skriv minst én måling.", "Skriv minst éi måling.", "Write at least one value."],
  notRead: ["Ble ikke forstått. Føres i merknaden.", "Vart ikkje forstått. Blir ført i merknaden.", "Not understood. Goes into the remark."],
  unusual: ["Uvanlig verdi. Føres som den står.", "Uvanleg verdi. Blir ført som han står.", "An unusual value. It is recorded as it stands."],
  scale2: ["Skala 2 (mål 88–92 %)", "Skala 2 (mål 88–92 %)", "Scale 2 (target 88–92 %)"],
  notLooked: ["Ikke sett på", "Ikkje sett på", "Not looked at"],
  air: ["Luft", "Luft", "Air"],
  oxygen: ["Oksygen", "Oksygen", "Oxygen"],
  estimated: ["Anslått", "Overslag", "Estimated"],
  gcsHint: ["øyne, ord, bevegelse: 4 5 6", "auge, ord, rørsle: 4 5 6", "eyes, verbal, motor: 4 5 6"],
  remark: ["Merknad", "Merknad", "Remark"],
  source: ["Hvem sier det", "Kven seier det", "Source"],
  measured: ["Målt her", "Målt her", "Measured here"],
  patient: ["Pasienten", "Pasienten", "Patient"],
  relative: ["Pårørende", "Pårørande", "Relative"],
  document: ["Dokument", "Dokument", "Document"],
  ambulance: ["Ambulansen", "Ambulansen", "Ambulance"],
  paper: ["Papir", "Papir", "Paper"],
  respirationPerMin: ["Respirasjon", "Respirasjon", "Breathing rate"],
  spo2Pct: same("SpO₂"),
  oxygenLPerMin: ["Oksygenmengde", "Oksygenmengd", "Oxygen flow"],
  pressure: ["Blodtrykk", "Blodtrykk", "Blood pressure"],
  systolicMmHg: ["Systolisk", "Systolisk", "Systolic"],
  diastolicMmHg: ["Diastolisk", "Diastolisk", "Diastolic"],
  pulsePerMin: ["Puls", "Puls", "Pulse"],
  tempC: ["Temperatur", "Temperatur", "Temperature"],
  painOf10: ["Smerte", "Smerte", "Pain"],
  glucoseMmolL: ["Blodsukker", "Blodsukker", "Glucose"],
  weightKg: ["Vekt", "Vekt", "Weight"],
  consciousness: ["Bevissthet", "Medvit", "Consciousness"],
  A: ["Våken", "Vaken", "Alert"],
  C: ["Nyoppstått forvirring", "Nyoppstått forvirring", "New confusion"],
  V: ["Reagerer på tiltale", "Reagerer på tiltale", "Responds to voice"],
  P: ["Reagerer på smerte", "Reagerer på smerte", "Responds to pain"],
  U: ["Reagerer ikke", "Reagerer ikkje", "Unresponsive"],
  gcs: same("GCS"),
  breathing: ["Puster", "Pustar", "Breathes"],
  news2: same("NEWS2"),
  news2Source: ["NEWS2: Royal College of Physicians 2017. Setter aldri hastegraden.", "NEWS2: Royal College of Physicians 2017. Set aldri hastegraden.", "NEWS2: Royal College of Physicians 2017. It never sets the level."],
  incomplete: ["ufullstendig", "ufullstendig", "incomplete"],
  missing: ["mangler", "manglar", "missing"],
  low: ["lav", "låg", "low"],
  lowMedium: ["lav–middels: 3 i én", "låg–middels: 3 i éin", "low–medium: 3 in one"],
  medium: ["middels", "middels", "medium"],
  high: ["høy", "høg", "high"],
  under16: ["NEWS2 gjelder ikke under 16 år.", "NEWS2 gjeld ikkje under 16 år.", "NEWS2 is not for anybody under 16."],
  pregnant: ["NEWS2 gjelder ikke gravide.", "NEWS2 gjeld ikkje gravide.", "NEWS2 is not for pregnant patients."],
  ageUnknown: ["Alder ikke kjent. NEWS2 gjelder fra 16 år.", "Alder ikkje kjend. NEWS2 gjeld frå 16 år.", "Age not known. NEWS2 is from 16 years on."],
  qsofa: same("qSOFA"),
  shockIndex: ["Sjokkindeks", "Sjokkindeks", "Shock index"],
  noteTitle: ["Notat", "Notat", "Note"],
  text: ["Notat", "Notat", "Note"],
  identification: ["Identifikasjon", "Identifikasjon", "Identification"],
  situation: ["Situasjon", "Situasjon", "Situation"],
  background: ["Bakgrunn", "Bakgrunn", "Background"],
  assessment: ["Vurdering", "Vurdering", "Assessment"],
  recommendation: ["Tilråding", "Tilråding", "Recommendation"],
  noteHint: ["Ctrl + Enter lagrer", "Ctrl + Enter lagrar", "Ctrl + Enter saves"],
  isbar: ["ISBAR, for overlevering", "ISBAR, for overlevering", "ISBAR, for a handover"],
  saveNote: ["Lagre notatet", "Lagre notatet", "Save the note"],
  doneNote: ["Notatet er ført", "Notatet er ført", "Note recorded"],
  emptyNote: ["Skriv noe først.", "Skriv noko først.", "Write something first."],
  chart: ["Målinger over tid", "Målingar over tid", "Observations over time"],
  latest: ["Sist", "Sist", "Last"],
} as const satisfies { readonly [word: string]: Three };

export type ClinicalWords = { readonly [W in keyof typeof table]: string };

const inLanguage = (place: 0 | 1 | 2): ClinicalWords =>
  // Made word by word from the table that the type is made from.
  Object.fromEntries(Object.entries<Three>(table).map(([word, three]) => [word, three[place]])) as ClinicalWords;

export const clinical = { nb: inLanguage(0), nn: inLanguage(1), en: inLanguage(2) } as const;
