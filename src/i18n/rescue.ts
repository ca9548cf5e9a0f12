// The rescue page's words, in a file of their own: that page must stand when the program does not, and carries nothing of it.
import type { Language } from "./words.ts";

export interface RescueWords {
  readonly title: string;
  readonly what: string;
  readonly secret: string;
  readonly save: string;
  readonly reading: (records: number) => string;
  readonly nothing: string;
  readonly handed: (name: string) => string;
  readonly holds: (books: number, rows: number, files: number) => string;
  readonly unread: (pieces: number) => string;
  readonly failed: (detail: string) => string;
  readonly again: string;
  readonly next: string;
  readonly back: string;
}

const nb: RescueWords = {
  title: "Redd boka til fil",
  what: "Denne siden virker også når Vaktbok ikke gjør det. Den leser det som ligger på enheten, rører ingenting, og lagrer det i én fil.",
  secret: "Filen inneholder både innførslene og nøklene som åpner dem. Den som har filen, kan lese alt. Oppbevar den som en pasientjournal, og slett den når boka er hentet inn igjen.",
  save: "Lagre boka til fil",
  reading: (records) => `Leser … ${records} rader så langt.`,
  nothing: "Det ligger ingen bok på denne enheten, i denne nettleseren, på denne adressen.",
  handed: (name) => `Filen er gitt til nettleseren: ${name}. Se etter at den ligger der nettleseren lagrer filer, før du gjør noe annet.`,
  holds: (books, rows, files) => `I filen: ${books} bøker, ${rows} rader og ${files} filer.`,
  unread: (pieces) => `${pieces} deler lot seg ikke lese, og er ikke med. Resten er med.`,
  failed: (detail) => `Det gikk ikke å lage filen (${detail}). Ingenting er slettet. Prøv igjen, eller la enheten stå urørt og si fra til beredskapsansvarlig.`,
  again: "Lagre en gang til",
  next: "Slik hentes den inn: åpne Vaktbok på en enhet uten bok, gå til Innstillinger, og velg «Hent inn en reddet bok».",
  back: "Til Vaktbok",
};

const nn: RescueWords = {
  title: "Redd boka til fil",
  what: "Denne sida verkar òg når Vaktbok ikkje gjer det. Ho les det som ligg på eininga, rører ingenting, og lagrar det i éi fil.",
  secret: "Fila inneheld både innførslane og nøklane som opnar dei. Den som har fila, kan lese alt. Ta vare på ho som ein pasientjournal, og slett ho når boka er henta inn att.",
  save: "Lagre boka til fil",
  reading: (records) => `Les … ${records} rader så langt.`,
  nothing: "Det ligg inga bok på denne eininga, i denne nettlesaren, på denne adressa.",
  handed: (name) => `Fila er gitt til nettlesaren: ${name}. Sjå etter at ho ligg der nettlesaren lagrar filer, før du gjer noko anna.`,
  holds: (books, rows, files) => `I fila: ${books} bøker, ${rows} rader og ${files} filer.`,
  unread: (pieces) => `${pieces} delar let seg ikkje lese, og er ikkje med. Resten er med.`,
  failed: (detail) => `Det gjekk ikkje å lage fila (${detail}). Ingenting er sletta. Prøv igjen, eller la eininga stå urørt og sei frå til beredskapsansvarleg.`,
  again: "Lagre ein gong til",
  next: "Slik blir ho henta inn: opne Vaktbok på ei eining utan bok, gå til Innstillingar, og vel «Hent inn ei redda bok».",
  back: "Til Vaktbok",
};

const en: RescueWords = {
  title: "Save the book to a file",
  what: "This page works also when Vaktbok does not. It reads what lies on this device, touches nothing, and saves it in one file.",
  secret: "The file holds the records and the keys that open them. Whoever has the file can read everything. Keep it as you keep a patient record, and delete it when the book has been taken in again.",
  save: "Save the book to a file",
  reading: (records) => `Reading … ${records} rows so far.`,
  nothing: "There is no book on this device, in this browser, at this address.",
  handed: (name) => `The file was given to the browser: ${name}. See that it lies where the browser saves files before you do anything else.`,
  holds: (books, rows, files) => `In the file: ${books} books, ${rows} rows and ${files} files.`,
  unread: (pieces) => `${pieces} pieces could not be read and are left out. The rest is there.`,
  failed: (detail) => `The file could not be made (${detail}). Nothing was deleted. Try again, or leave the device as it is and tell the preparedness coordinator.`,
  again: "Save once more",
  next: "To take it in: open Vaktbok on a device without a book, go to Settings, and choose “Take in a rescued book”.",
  back: "To Vaktbok",
};

export const rescueWords: { readonly [L in Language]: RescueWords } = { nb, nn, en };
