import type { OwnWords } from "../words.ts";
import { archive } from "./archive.ts";
import { board } from "./board.ts";
import { care } from "./care.ts";
import { faults } from "./faults.ts";
import { frame } from "./frame.ts";
import { intake } from "./intake.ts";
import { later } from "./later.ts";
import { levels } from "./levels.ts";
import { visit } from "./visit.ts";

export const en: OwnWords = { archive, board, care, faults, frame, intake, later, levels, visit };
