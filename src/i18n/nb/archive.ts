// Det som rammen sier om sikkerhetskopi; resten kommer med sidene som sier det.
export const archive = {
  onlyHere: (count: number, age: string) => (count === 1 ? `1 innførsel er bare på denne enheten. Den er ${age} gammel.` : `${count} innførsler er bare på denne enheten. Den eldste er ${age} gammel.`),
  folderPaused: (folder: string) => `Sikkerhetskopien til «${folder}» står stille: nettleseren vil spørre deg igjen.`,
  allowFolder: "Tillat mappa igjen",
  backedUp: (age: string) => `Sikkerhetskopi for ${age} siden`,
  tipSave: "Lagre hele boka",
  tipLater: "Minn meg om en time",
} as const;
