import type { Words } from "../words.ts";
import { downtime } from "./downtime.ts";
import { faults } from "./faults.ts";
import { frame } from "./frame.ts";
import { intake } from "./intake.ts";
import { keys } from "./keys.ts";
import { later } from "./later.ts";
import { levels } from "./levels.ts";

export const nn: Words = { downtime, faults, frame, intake, keys, later, levels };
