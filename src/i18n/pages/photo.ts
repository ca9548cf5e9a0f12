// A photo of a paper, a wound or something else, in nb, nn and en side by side.
import { same, threeLanguages } from "../three.ts";

const table = {
  photo: ["Foto", "Foto", "Photo"],
  take: ["Ta bilde", "Ta bilete", "Take a photo"],
  choose: ["Velg et bilde", "Vel eit bilete", "Choose a picture"],
  again: ["Ta et nytt", "Ta eit nytt", "Take another"],
  chooseAgain: ["Velg et annet", "Vel eit anna", "Choose another"],
  orDrop: ["eller slipp det her. Det gjøres lite og forsegles; sted og kamera følger ikke med.", "eller slepp det her. Det blir gjort lite og forsegla; stad og kamera følgjer ikkje med.", "or drop it here. It is made small and sealed; place and camera do not come along."],
  shrinking: ["Gjør bildet lite …", "Gjer biletet lite …", "Making the picture small …"],
  notSavedYet: ["Se at det er lesbart. Ikke lagret ennå.", "Sjå at det er leseleg. Ikkje lagra enno.", "See that it is readable. Not saved yet."],
  ofWhat: ["Hva viser bildet", "Kva viser biletet", "What it shows"],
  paper: ["Papir", "Papir", "Paper"],
  wound: ["Sår", "Sår", "Wound"],
  other: ["Annet", "Anna", "Other"],
  words: ["Ord om bildet", "Ord om biletet", "Words about it"],
  wordsHint: ["Det viktigste på papiret, så det kan leses uten bildet", "Det viktigaste på papiret, så det kan lesast utan biletet", "What matters on the paper, so that it is read without the picture"],
  save: ["Lagre bildet", "Lagre biletet", "Save the photo"],
  missing: ["Ta eller velg et bilde først.", "Ta eller vel eit bilete først.", "Take or choose a picture first."],
  notPicture: ["Dette er ikke et bilde som kan åpnes. Ta bildet på nytt, eller velg en JPEG- eller PNG-fil. Ingenting er lagret.", "Dette er ikkje eit bilete som kan opnast. Ta biletet på nytt, eller vel ei JPEG- eller PNG-fil. Ingenting er lagra.", "This is not a picture that can be opened. Take it anew, or choose a JPEG or PNG file. Nothing is saved."],
  phoneFormat: ["Denne nettleseren kan ikke lese HEIC-bilder. Ta bildet her med «Ta bilde», eller lagre det som JPEG først. Ingenting er lagret.", "Denne nettlesaren kan ikkje lese HEIC-bilete. Ta biletet her med «Ta bilete», eller lagre det som JPEG først. Ingenting er lagra.", "This browser cannot read HEIC pictures. Take it here with “Take a photo”, or save it as JPEG first. Nothing is saved."],
  tooLarge: ["Bildet er for stort til å åpnes her. Ta det på nytt med lavere oppløsning. Ingenting er lagret.", "Biletet er for stort til å opnast her. Ta det på nytt med lågare oppløysing. Ingenting er lagra.", "The picture is too large to open here. Take it anew at a lower resolution. Nothing is saved."],
  takeAnew: ["Ta bildet på nytt. Det du hadde tatt, kom ikke helt med. Ordene står.", "Ta biletet på nytt. Det du hadde teke, kom ikkje heilt med. Orda står.", "Take the picture anew. The one you had taken did not come along whole. The words stand."],
  full: ["Boka har plass til 400 bilder, og de er brukt. Ta vare på papiret, og skriv det viktigste i et notat.", "Boka har plass til 400 bilete, og dei er brukte. Ta vare på papiret, og skriv det viktigaste i eit notat.", "The book has room for 400 photos, and they are used. Keep the paper, and write what matters in a note."],
  consent: ["Samtykke til foto", "Samtykke til foto", "Consent to photographs"],
  consentNo: ["Pasienten har sagt nei til foto. Et papir kan likevel tas bilde av.", "Pasienten har sagt nei til foto. Eit papir kan likevel takast bilete av.", "The patient said no to photographs. A paper may still be photographed."],
  preview: ["Bildet som blir lagret", "Biletet som blir lagra", "The picture that will be saved"],
  open: ["Vis stort", "Vis stort", "Show large"],
  showStruck: ["Vis det strøkne bildet", "Vis det strokne biletet", "Show the struck photo"],
  coming: ["Henter bildet …", "Hentar biletet …", "Fetching the picture …"],
  gone: ["Bildet er ikke på denne enheten. Det som er sagt om det, står her.", "Biletet er ikkje på denne eininga. Det som er sagt om det, står her.", "The picture is not on this device. What was said of it stands here."],
  kilobytes: same("kB"),
} as const;

export const photo = threeLanguages(table);
export type PhotoWords = (typeof photo)["nb"];
