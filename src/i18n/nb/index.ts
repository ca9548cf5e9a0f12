// Norsk bokmål: mønsteret som de andre språkene må følge. Et ord som mangler, lar seg ikke bygge.
import { downtime } from "./downtime.ts";
import { faults } from "./faults.ts";
import { frame } from "./frame.ts";
import { intake } from "./intake.ts";
import { keys } from "./keys.ts";
import { later } from "./later.ts";
import { levels } from "./levels.ts";

export const nb = { downtime, faults, frame, intake, keys, later, levels };
