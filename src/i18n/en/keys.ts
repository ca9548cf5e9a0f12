import type { Words } from "../words.ts";

export const keys: Words["keys"] = {
  title: "Keyboard",
  rows: [
    ["N", "New patient"],
    ["K", "The board"],
    ["R", "Recovery"],
    ["/", "Find on the board"],
    ["J / L", "Next and previous row"],
    ["1–5", "Set the level of the row; in the form the level"],
    ["Enter", "Open the row, once more opens the visit"],
    ["C", "Call the row in"],
    ["S", "Set the row as being seen"],
    ["Z", "Undo the last"],
    ["Ctrl + Enter", "Register"],
    ["Esc", "Close"],
    ["?", "This sheet"],
  ],
};
