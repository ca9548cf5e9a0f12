// Sider som kommer, og adresser som ikke finnes.
export const later = {
  coming: "Denne siden kommer",
  lead: "Skiftets tall: hvem som venter, hvem som er over tiden, ventetid per hastegrad og hva som må gjøres nå.",
  devices: "Opptak av flere enheter med QR, og overføring mellom enheter uten nett.",
  ready: "Om reserveløsningen virker nå: siste øvelse, siste kopi, batteri, utgave.",
  display: "Ventesalens skjerm: bare nummer, neste nummer og forventet ventetid.",
  notice: "Tekster til innbyggerne: nettside, plakat, SMS og telefonsvar, med ventetid.",
  unknownText: "Adressen fører ingen steder i Vaktbok. Ingenting er tapt.",
  toBoard: "Til tavla",
  untilThen: "Til da: alt som er tatt inn, står på tavla og kan lagres på fil under Tilbakeføring.",
} as const;
