import type { OwnPageWords } from "../../words.ts";

export const later: OwnPageWords["later"] = {
  coming: "Denne sida kjem",
  lead: "Tala for skiftet: kven som ventar, kven som er over tida, ventetid per hastegrad og kva som må gjerast no.",
  devices: "Opptak av fleire einingar med QR, og overføring mellom einingar utan nett.",
  ready: "Om reserveløysinga verkar no: siste øving, siste kopi, batteri, utgåve.",
  display: "Skjermen i ventesalen: berre nummer, neste nummer og forventa ventetid.",
  notice: "Tekstar til innbyggjarane: nettside, plakat, SMS og telefonsvar, med ventetid.",
  unknownText: "Adressa fører ingen stader i Vaktbok. Ingenting er tapt.",
  toBoard: "Til tavla",
  untilThen: "Til då: alt som er teke inn, står på tavla og kan lagrast på fil under Tilbakeføring.",
};
