// What the files of a book are called.
export const journalFileName = "log.journal";
export const reserveFileName = "reserve";
