import type { Words } from "../words.ts";

export const keys: Words["keys"] = {
  title: "Keyboard",
  rows: [
    ["N", "New patient"],
    ["K", "The board"],
    ["R", "Recovery"],
    ["/", "Find on the board"],
    ["J / L", "Next and previous row"],
    ["1–5", "Set the level of the row"],
    ["Enter", "Open the row, once more opens the visit"],
    ["C", "Call the row in"],
    ["S", "Set the row as being seen"],
    ["U", "Seen again, unchanged"],
    ["Alt + 1–5", "Level in the form, also while you type"],
    ["O G I T U M D E A X", "In the visit: observe, give medicine, note, triage, seen again, move, clinician, edit, take care, leave"],
    ["P", "Print, on the print page"],
    ["F", "Fill the screen, on the wall screen"],
    ["Z", "Undo the last"],
    ["Ctrl + Enter", "Register"],
    ["Esc", "Close"],
    ["?", "This sheet"],
  ],
};
