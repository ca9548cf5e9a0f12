// Norsk bokmål: mønsteret som de andre språkene må følge. Et ord som mangler, lar seg ikke bygge.
import { archive } from "./archive.ts";
import { board } from "./board.ts";
import { care } from "./care.ts";
import { faults } from "./faults.ts";
import { frame } from "./frame.ts";
import { intake } from "./intake.ts";
import { later } from "./later.ts";
import { levels } from "./levels.ts";
import { visit } from "./visit.ts";

export const nb = { archive, board, care, faults, frame, intake, later, levels, visit };
