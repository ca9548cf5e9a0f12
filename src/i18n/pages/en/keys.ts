import type { OwnPageWords } from "../../words.ts";

export const keys: OwnPageWords["keys"] = {
  title: "Keyboard",
  rows: [
    ["N", "New patient"],
    ["K", "The board"],
    ["R", "Recovery"],
    ["Q", "Telephone"],
    ["/", "Find on the board"],
    ["J / L", "Next and previous row"],
    ["1–5", "Set the level of the row"],
    ["Enter", "Open the row, once more opens the visit"],
    ["C", "Call the row in"],
    ["S", "Set the row as being seen"],
    ["U", "Seen again, unchanged"],
    ["Alt + 1–5", "Level in the form, also while you type"],
    ["O G B F P W I T U M D E A V X L J Y", "In the chart: observe, give medicine, order, result, procedure, photo, note, level, seen again, move, clinician, edit, take care, assess, leave, letter, join, form"],
    ["P", "Print, on the print page"],
    ["F", "Fill the screen, on the wall screen"],
    ["Z", "Undo the last"],
    ["Ctrl + Enter", "Register"],
    ["Esc", "Close"],
    ["?", "This sheet"],
  ],
};
