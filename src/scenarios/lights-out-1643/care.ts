// What is found, given, ordered and concluded on that evening, and who rings: beside the lines of evening.ts, in the same minutes.
import { known, none } from "#core/answer.ts";
import type { Line } from "../scenario.ts";

const by = (source: "patient" | "relative" | "ambulance", entries: ReadonlyArray<string>) => ({ ...known(entries), source });

export const care: ReadonlyArray<Line> = [
  // Aslaug, chest pain.
  { minute: 34, by: "ikram", visit: "aslaug", does: "observe", found: { measured: { respirationPerMin: 20, spo2Pct: 95, systolicMmHg: 104, diastolicMmHg: 66, pulsePerMin: 98, tempC: 36.6, painOf10: 7 }, breathing: "air", consciousness: "A" } },
  { minute: 35, by: "ikram", visit: "aslaug", does: "know", details: { allergies: by("patient", ["Penicillin"]), currentMedicines: by("patient", ["Metoprolol 50 mg x 1", "Albyl-E 75 mg x 1"]) } },
  { minute: 36, by: "eirik", visit: "aslaug", does: "order", order: { kind: "lab", what: "Troponin", requisition: "R-1027", urgent: true } },
  { minute: 36, by: "eirik", visit: "aslaug", does: "order", order: { kind: "other", what: "EKG" } },
  { minute: 37, by: "ikram", visit: "aslaug", does: "give", given: { drug: "Acetylsalisylsyre", dose: { value: 300, unit: "mg" }, route: "oral", checkedBy: "Øyvind Tjernblå" } },
  { minute: 38, by: "ikram", visit: "aslaug", does: "procedure", procedure: { what: "Innleggelse av PVK", where: "Venstre underarm" } },
  { minute: 40, by: "eirik", visit: "aslaug", does: "result", to: "EKG", result: { text: "ST-senkning V4–V6", identifiedBy: ["name", "nationalNumber"] } },
  { minute: 58, happened: 56, by: "ikram", visit: "aslaug", does: "result", to: "Troponin", result: { text: "92 ng/l", identifiedBy: ["name", "requisition"], critical: { calledBy: "Laboratoriet, St. Elme", readBack: true } } },
  { minute: 60, by: "ikram", visit: "aslaug", does: "observe", found: { measured: { respirationPerMin: 18, spo2Pct: 97, systolicMmHg: 112, diastolicMmHg: 70, pulsePerMin: 88, painOf10: 3 }, breathing: "air", consciousness: "A" } },
  { minute: 69, by: "eirik", visit: "aslaug", does: "conclude", conclusion: { assessment: "Brystsmerter med ST-senkning og stigende troponin. Legges inn.", codes: [{ system: "icpc2", code: "K75" }], treatment: "ASA og overvåking", referTo: "Hjertemedisinsk avdeling", referFor: "Akutt koronarsyndrom" } },
  // Agnieszka, allergic to nuts.
  { minute: 57, by: "oyvind", visit: "agnieszka", does: "observe", found: { measured: { respirationPerMin: 18, spo2Pct: 98, systolicMmHg: 124, diastolicMmHg: 78, pulsePerMin: 92, tempC: 36.9 }, breathing: "air", consciousness: "A" } },
  { minute: 58, by: "oyvind", visit: "agnieszka", does: "know", details: { allergies: by("patient", ["Hasselnøtter"]) } },
  { minute: 60, by: "jonas", visit: "agnieszka", does: "give", given: { drug: "Cetirizin", dose: { value: 10, unit: "mg" }, route: "oral" } },
  { minute: 89, by: "jonas", visit: "agnieszka", does: "conclude", conclusion: { assessment: "Allergisk reaksjon på nøtter, ingen luftveisplager etter to timer.", codes: [{ system: "icpc2", code: "A92" }], advices: ["comeBackIfWorse", "contactGp"], prescription: "Adrenalinpenn, på papir" } },
  // Kjell, chronic lung disease: target 88–92 %.
  { minute: 89, by: "oyvind", visit: "kjell", does: "observe", found: { measured: { respirationPerMin: 26, spo2Pct: 87, oxygenLPerMin: 1, systolicMmHg: 138, diastolicMmHg: 82, pulsePerMin: 108, tempC: 37.8 }, breathing: "oxygen", spo2Scale: 2, consciousness: "A" } },
  { minute: 90, by: "oyvind", visit: "kjell", does: "know", details: { allergies: none } },
  { minute: 108, by: "ikram", visit: "kjell", does: "give", given: { drug: "Salbutamol", dose: { value: 5, unit: "mg" }, route: "inhaled" } },
  { minute: 109, by: "eirik", visit: "kjell", does: "note", note: { text: "Bruker hjelpemuskler, snakker i korte setninger. Kjent KOLS grad 3." } },
  { minute: 125, by: "ikram", visit: "kjell", does: "observe", found: { measured: { respirationPerMin: 22, spo2Pct: 90, oxygenLPerMin: 1, systolicMmHg: 134, diastolicMmHg: 80, pulsePerMin: 102, tempC: 37.7 }, breathing: "oxygen", spo2Scale: 2, consciousness: "A" } },
  // Sigurd, who bleeds and takes a blood thinner.
  { minute: 122, by: "oyvind", visit: "sigurd", does: "know", details: { anticoagulant: { ...known("yes"), source: "patient" }, currentMedicines: by("patient", ["Marevan 2,5 mg etter liste"]) } },
  { minute: 142, by: "eirik", visit: "sigurd", does: "order", order: { kind: "lab", what: "INR" } },
  { minute: 156, by: "ikram", visit: "sigurd", does: "result", to: "INR", result: { text: "3,8", identifiedBy: ["name", "born"] } },
  // Liv, confused and feverish.
  { minute: 139, by: "oyvind", visit: "liv", does: "observe", found: { measured: { respirationPerMin: 23, spo2Pct: 93, systolicMmHg: 98, diastolicMmHg: 58, pulsePerMin: 112, tempC: 38.9 }, breathing: "air", consciousness: "C" } },
  { minute: 140, by: "oyvind", visit: "liv", does: "know", details: { allergies: by("relative", ["Trimetoprim"]), nextOfKin: known("Datter Eli Kornblomst, på vei") } },
  { minute: 141, by: "amina", visit: "liv", does: "order", order: { kind: "lab", what: "CRP" } },
  { minute: 141, by: "amina", visit: "liv", does: "order", order: { kind: "lab", what: "Urinstix" } },
  { minute: 158, by: "ikram", visit: "liv", does: "result", to: "CRP", result: { text: "146", identifiedBy: ["name", "nationalNumber"] } },
  { minute: 181, by: "amina", visit: "liv", does: "conclude", conclusion: { assessment: "Urinveisinfeksjon med forvirring.", codes: [{ system: "icpc2", code: "U71" }], control: "Tilsyn i morgen på helsehuset" } },
  // Fatima, pregnant and bleeding: her samples take their time.
  { minute: 171, by: "oyvind", visit: "fatima", does: "know", details: { pregnant: { ...known("yes"), source: "patient" }, allergies: none } },
  { minute: 172, by: "oyvind", visit: "fatima", does: "observe", found: { measured: { respirationPerMin: 16, spo2Pct: 99, systolicMmHg: 118, diastolicMmHg: 72, pulsePerMin: 86, tempC: 37 }, breathing: "air", consciousness: "A" } },
  { minute: 180, by: "jonas", visit: "fatima", does: "order", order: { kind: "lab", what: "Hb" } },
  { minute: 180, by: "jonas", visit: "fatima", does: "order", order: { kind: "lab", what: "hCG", requisition: "R-1064" } },
  { minute: 214, by: "ikram", visit: "fatima", does: "result", to: "Hb", result: { text: "11,8", identifiedBy: ["name", "nationalNumber"] } },
  // Harald, cardiac arrest.
  { minute: 193, by: "oyvind", visit: "harald", does: "observe", found: { measured: { spo2Pct: 82, oxygenLPerMin: 15 }, breathing: "oxygen", consciousness: "U" } },
  { minute: 195, by: "ikram", visit: "harald", does: "give", given: { drug: "Adrenalin", dose: { value: 1, unit: "mg" }, route: "intravenous" } },
  { minute: 199, by: "ikram", visit: "harald", does: "give", given: { drug: "Adrenalin", dose: { value: 1, unit: "mg" }, route: "intravenous" } },
  // Among those who wait.
  { minute: 203, by: "oyvind", visit: "tariq", does: "observe", found: { measured: { respirationPerMin: 18, systolicMmHg: 146, diastolicMmHg: 90, pulsePerMin: 96, tempC: 37.2, painOf10: 8 }, consciousness: "A" } },
  { minute: 204, by: "oyvind", visit: "camilla", does: "know", details: { allergies: by("patient", ["Penicillin"]) } },
  // Syver's mother rang before they came; Synnøve is to be rung up again.
  { minute: 150, by: "marit", visit: "syver", does: "takeCall", call: { caller: "relative", callbackNumber: known("900 00 017"), rangFor: { is: "within2Min" }, remark: "Kaster opp siden i natt, har tisset én gang i dag" } },
  { minute: 154, by: "marit", visit: "syver", does: "endCall", outcome: { action: "comeIn", advice: "Små slurker, ta med bleie", toldToRingAgain: "yes" } },
  { minute: 196, by: "linnea", visit: "synnove", does: "takeCall", call: { caller: "patient", callbackNumber: known("900 00 041"), rangFor: { sec: 160 } } },
  { minute: 199, by: "linnea", visit: "synnove", does: "endCall", outcome: { action: "nurseAdvice", advice: "Ro, høyt leie, paracetamol", toldToRingAgain: "yes" }, callBackInMin: 30 },
];
