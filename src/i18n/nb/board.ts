// Tavla og veggskjermen.
export const board = {
  disagreement: "Enhetene sier ulikt",
  wallTitle: "Veggskjerm",
} as const;
