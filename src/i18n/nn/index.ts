import type { OwnWords } from "../words.ts";
import { archive } from "./archive.ts";
import { board } from "./board.ts";
import { care } from "./care.ts";
import { downtime } from "./downtime.ts";
import { drill } from "./drill.ts";
import { faults } from "./faults.ts";
import { frame } from "./frame.ts";
import { importing } from "./importing.ts";
import { intake } from "./intake.ts";
import { keys } from "./keys.ts";
import { later } from "./later.ts";
import { levels } from "./levels.ts";
import { print } from "./print.ts";
import { recovery } from "./recovery.ts";
import { settings } from "./settings.ts";
import { visit } from "./visit.ts";

export const nn: OwnWords = { archive, board, care, downtime, drill, faults, frame, importing, intake, keys, later, levels, print, recovery, settings, visit };
