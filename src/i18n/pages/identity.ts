/**
 * Who it is, the same patient twice, and what devices say differently: in nb, nn and en side by side. It goes with the pages
 * that show it, not with the start.
 */
import { same, threeLanguages } from "../three.ts";

const table = {
  join: ["Slå sammen", "Slå saman", "Join"],
  joinWith: ["Slå sammen med", "Slå saman med", "Join with"],
  joined: ["Slått sammen", "Slått saman", "Joined"],
  joinedWith: ["Slått sammen med", "Slått saman med", "Joined with"],
  joinTitle: ["Samme pasient, ført to ganger", "Same pasient, ført to gonger", "The same patient, taken in twice"],
  joinText: [
    "Alt fra begge blir stående. Begge numrene fører hit. Den som kom først, den som haster mest, gjelder. Det kan skilles igjen.",
    "Alt frå begge blir ståande. Begge nummera fører hit. Første ankomst og det som hastar mest, gjeld. Det kan skiljast igjen.",
    "Everything of both stays. Both numbers lead here. The first arrival and the most urgent level stand. It can be parted again.",
  ],
  registeredTwice: ["Ført to ganger?", "Ført to gonger?", "Taken in twice?"],
  whoElse: ["Hvem er det samme?", "Kven er det same?", "Who is the same?"],
  whoElseHint: ["nummer, navn eller årsak", "nummer, namn eller årsak", "number, name or reason"],
  nobodyFound: ["Ingen andre med det", "Ingen andre med det", "Nobody else with that"],
  chooseOther: ["Velg hvem det er det samme som.", "Vel kven det er det same som.", "Choose who it is the same as."],
  sideBySide: ["Side om side", "Side om side", "Side by side"],
  differs: ["ulikt", "ulikt", "differs"],
  numberGoesOn: ["Nummeret som brukes videre", "Nummeret som blir brukt vidare", "The number to go on with"],
  confirmedBy: ["Bekreftet av (en annen enn deg)", "Stadfesta av (ein annan enn deg)", "Confirmed by (a second person)"],
  confirmedByShort: ["bekreftet av", "stadfesta av", "confirmed by"],
  confirmHint: ["navn eller initialer", "namn eller initialar", "name or initials"],
  confirmMissing: ["To må se på det. Skriv hvem den andre er.", "To må sjå på det. Skriv kven den andre er.", "Two must look. Write who the second person is."],
  part: ["Skill igjen", "Skil igjen", "Part again"],
  partTitle: ["To pasienter likevel", "To pasientar likevel", "Two patients after all"],
  partText: [
    "Hver får sitt tilbake, som før. Det som er ført etter sammenslåingen, blir stående på",
    "Kvar får sitt tilbake, som før. Det som er ført etter samanslåinga, blir ståande på",
    "Each gets their own back, as before. What was written after joining stays with",
  ],
  whoParts: ["Hvem skal ut?", "Kven skal ut?", "Who is somebody else?"],
  why: ["Hvorfor", "Kvifor", "Why"],
  parted: ["Skilt igjen", "Skilt igjen", "Parted again"],
  also: ["også", "også", "also"],
  from: ["fra", "frå", "from"],
  maybeSame: ["Kan være her allerede", "Kan vere her alt", "May be here already"],
  maybeSameText: ["Bare et tips. Du kan føre videre.", "Berre eit tips. Du kan føre vidare.", "Only a hint. You can go on."],
  maybeTwice: ["Kan være ført to ganger", "Kan vere ført to gonger", "May have been taken in twice"],
  sameNumber: ["samme fødselsnummer", "same fødselsnummer", "same identity number"],
  likeName: ["likt navn og alder", "likt namn og alder", "alike in name and age"],
  sameName: ["samme navn", "same namn", "same name"],
  came: ["kom", "kom", "came"],
  left: ["avsluttet", "avslutta", "left"],
  atTime: ["kl.", "kl.", "at"],
  notHereYet: ["ikke kommet ennå", "ikkje komen enno", "has not come yet"],
  hasRung: ["Har ringt hit", "Har ringt hit", "Has rung us"],
  hasRungText: ["Trykk når det er samme person. Nummeret og alt fra samtalen følger med.", "Trykk når det er same person. Nummeret og alt frå samtalen følgjer med.", "Press if it is the same person. The number and all from the call go along."],
  onTheWay: ["Ringte, og er på vei hit", "Ringde, og er på veg hit", "Rang, and on their way here"],
  saidNone: ["Ved ankomst ble det sagt «ingen». Gjelder", "Ved framkomst vart det sagt «ingen». Gjeld", "On arrival “none” was said. Of"],
  onPaper: ["Skrevet på papir med nummer", "Skrive på papir med nummer", "Written on paper with number"],
  openChart: ["Åpne", "Opne", "Open"],
  disagreements: ["Uenigheter", "Usemjer", "Disagreements"],
  disagreementsText: [
    "Enheter som ikke visste om hverandre, sa ulikt. Ingenting er borte, og det tryggeste gjelder så lenge. Velg det som stemmer.",
    "Einingar som ikkje visste om kvarandre, sa ulikt. Ingenting er borte, og det tryggaste gjeld så lenge. Vel det som stemmer.",
    "Devices that had not heard of each other said different things. Nothing is lost, and the safest stands meanwhile. Choose what holds.",
  ],
  disagreementsKeys: ["1, 2, 3 velger. J og L går videre og tilbake.", "1, 2, 3 vel. J og L går vidare og tilbake.", "1, 2, 3 choose. J and L go on and back."],
  noDisagreements: ["Ingen er uenige. Her kommer det enheter sier ulikt om samme pasient.", "Ingen er usamde. Her kjem det einingar seier ulikt om same pasient.", "Nobody disagrees. What devices say differently about one patient comes here."],
  settled: ["Det gjelder", "Det gjeld", "It holds"],
  settleInChart: ["Rettes i kontakten", "Blir retta i kontakten", "Corrected in the chart"],
  toBoard: ["Til tavla", "Til tavla", "To the board"],
  of: same("/"),
} as const;

export const identity = threeLanguages(table);
export type IdentityWords = (typeof identity)["nb"];
