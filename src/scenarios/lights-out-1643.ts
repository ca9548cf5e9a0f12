/**
 * The evening Vaktbok is built for: a legevakt of Trondheim's size loses its journal at 16:43 and has it back at 21:30,
 * and the queue takes three hours more. After the outage of 3 December 2019 as the newspaper told it; all people are made up.
 */
import { care } from "./lights-out-1643/care.ts";
import { evening } from "./lights-out-1643/evening.ts";
import { people } from "./lights-out-1643/people.ts";
import type { Scenario } from "./scenario.ts";

const doctors = {
  eirik: { name: "Eirik Storeik", role: "doctor" },
  maja: { name: "Maja Bregneglans", role: "doctor" },
  jonas: { name: "Jonas Nordlysøy", role: "doctor" },
  amina: { name: "Amina Silkeblom", role: "doctor" },
  henrik: { name: "Henrik Lerkesang", role: "doctor" },
} as const;

export const lightsOut1643: Scenario = {
  id: "lights-out-1643",
  title: { nb: "Mørkt kl. 16.43", nn: "Mørkt kl. 16.43", en: "Lights out at 16:43" },
  startsAt: "16:43",
  ward: {
    name: "Øvelse legevakt",
    scale: "no3",
    places: ["Venterom", "Rom 1", "Rom 2", "Rom 3", "Rom 4", "Rom 5", "Rom 6", "Skadestue", "Akuttrom", "Observasjon"],
    clinicians: Object.values(doctors).map(({ name }) => name),
    screens: [],
    reasons: ["Brystsmerter", "Tungpust", "Magesmerter", "Feber", "Skade arm", "Skade fot", "Sår", "Hodeskade", "Hodepine", "Svimmel", "Psykisk", "Barn, feber"],
  },
  staff: {
    linnea: { name: "Linnea Vårsøg", role: "lead" },
    marit: { name: "Marit Snøfonn", role: "nurse" },
    ikram: { name: "Ikram Lønnetre", role: "nurse" },
    oyvind: { name: "Øyvind Tjernblå", role: "nurse" },
    ...doctors,
  },
  people,
  // What stands first in its own list stands first in its minute.
  lines: [...evening, ...care].toSorted((a, b) => a.minute - b.minute),
};
