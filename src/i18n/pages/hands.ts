/** Scanning, big keys, and what is printed to be written on: nb, nn and en side by side. */
import { threeLanguages, type Three } from "../three.ts";

const table = {
  scan: ["Skann", "Skann", "Scan"],
  scanTitle: ["Skann kode", "Skann kode", "Scan a code"],
  scanHint: ["Hold koden foran kameraet. En håndskanner virker også, når som helst.", "Hald koden framfor kameraet. Ein handskannar verkar òg, når som helst.", "Hold the code in front of the camera. A hand scanner works too, at any time."],
  linesToo: ["Leser QR-koder og strekkoder.", "Les QR-kodar og strekkodar.", "Reads QR codes and barcodes."],
  qrOnly: ["Denne nettleseren leser bare QR-koder. Strekkoder: bruk håndskanner, eller skriv nummeret.", "Denne nettlesaren les berre QR-kodar. Strekkodar: bruk handskannar, eller skriv nummeret.", "This browser reads QR codes only. Barcodes: use a hand scanner, or type the number."],
  cameraStarts: ["Starter kameraet …", "Startar kameraet …", "Starting the camera …"],
  cameraRefused: ["Kameraet er ikke tillatt her. Tillat det i adresselinja i nettleseren, eller skriv nummeret under.", "Kameraet er ikkje tillate her. Tillat det i adresselinja i nettlesaren, eller skriv nummeret under.", "The camera is not allowed here. Allow it in the browser's address bar, or type the number below."],
  cameraNone: ["Ingen kamera på denne enheten. Skriv nummeret under.", "Ikkje noko kamera på denne eininga. Skriv nummeret under.", "No camera on this device. Type the number below."],
  cameraBusy: ["Kameraet svarer ikke. Kanskje bruker et annet program det. Skriv nummeret under.", "Kameraet svarer ikkje. Kanskje eit anna program bruker det. Skriv nummeret under.", "The camera does not answer. Another program may be using it. Type the number below."],
  typeIt: ["Eller skriv nummeret", "Eller skriv nummeret", "Or type the number"],
  open: ["Åpne", "Opne", "Open"],
  unknownTitle: ["Skannet, men ikke kjent", "Skanna, men ikkje kjent", "Scanned, but not known"],
  unknownText: ["Koden er ikke et nummer fra Vaktbok og ikke et fødselsnummer. Ingenting er ført.", "Koden er ikkje eit nummer frå Vaktbok og ikkje eit fødselsnummer. Ingenting er ført.", "The code is no number of Vaktbok and no national number. Nothing was recorded."],
  copy: ["Kopier", "Kopier", "Copy"],
  copied: ["Kopiert", "Kopiert", "Copied"],
  misread: ["Nummeret ble ikke lest riktig. Skann en gang til.", "Nummeret vart ikkje lese rett. Skann ein gong til.", "The number was not read right. Scan once more."],
  ofDrill: ["Koden er fra en øvelse og gjelder ikke her.", "Koden er frå ei øving og gjeld ikkje her.", "The code is from a drill and does not count here."],
  notOfDrill: ["Koden er ikke fra øvelsen og gjelder ikke her.", "Koden er ikkje frå øvinga og gjeld ikkje her.", "The code is not of the drill and does not count here."],
  severalTitle: ["Flere kontakter har dette nummeret", "Fleire kontaktar har dette nummeret", "Several visits have this number"],
  severalText: ["Velg hvilken det gjelder.", "Vel kven av dei det gjeld.", "Choose which one is meant."],
  doorTaken: ["Skjemaet er påbegynt for en annen. Registrer det først, og skann igjen.", "Skjemaet er påbegynt for ein annan. Registrer det først, og skann igjen.", "The form is begun for somebody else. Register it first, then scan again."],
  paperForm: ["Papirskjema", "Papirskjema", "Paper form"],
  paperGives: ["Pasienten får dette nummeret.", "Pasienten får dette nummeret.", "The patient gets this number."],
  paperRemove: ["Ikke dette papiret", "Ikkje dette papiret", "Not this paper"],
  labels: ["Ark med merkelapper", "Ark med merkelappar", "Sheet of labels"],
  band: ["Armbånd", "Armband", "Wristband"],
  isbarCard: ["ISBAR-kort", "ISBAR-kort", "ISBAR card"],
  formOf: ["Papirskjema, utfylt så langt", "Papirskjema, utfylt så langt", "Paper form, filled in so far"],
  blankForms: ["Tomme papirskjema", "Tomme papirskjema", "Blank paper forms"],
  blankFor: ["Tomt skjema. Ett skjema per pasient.", "Tomt skjema. Eitt skjema per pasient.", "Blank form. One form a patient."],
  formScan: ["Skann koden for å føre inn", "Skann koden for å føre inn", "Scan the code to enter it"],
  howMany: ["Hvor mange skjema?", "Kor mange skjema?", "How many forms?"],
  blankText: ["Hvert skjema får et eget nummer og en kode. Når du skanner koden, åpnes skjemaet på skjermen med samme nummer, og det som står på papiret, kommer på rett pasient.", "Kvart skjema får eit eige nummer og ein kode. Når du skannar koden, opnar skjemaet seg på skjermen med same nummer, og det som står på papiret, kjem på rett pasient.", "Each form gets a number and a code of its own. When you scan the code, the form on the screen opens with the same number, and what is on the paper joins the right patient."],
  blankWhy: ["Numrene settes av på denne enheten før arkene vises. Ingen andre pasienter får dem.", "Numra blir sette av på denne eininga før arka blir viste. Ingen andre pasientar får dei.", "The numbers are kept back on this device before the sheets are shown. No other patient gets them."],
  given: ["Medisiner gitt", "Medisinar gitt", "Medicines given"],
  clock: ["Klokka", "Klokka", "Time"],
  sign: ["Signatur", "Signatur", "Signature"],
  leftHow: ["Avsluttet, hvor til", "Avslutta, kor til", "Left, where to"],
  handedBy: ["Overlevert av", "Overlevert av", "Handed over by"],
  handedTo: ["Mottatt av", "Motteke av", "Received by"],
} as const satisfies { readonly [word: string]: Three };

export type HandsWords = { readonly [W in keyof typeof table]: string };

export const hands = threeLanguages(table);
