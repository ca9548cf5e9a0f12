// Det som ramma seier om tryggingskopi; resten kjem med sidene som seier det.
import type { OwnWords } from "../words.ts";

export const archive: OwnWords["archive"] = {
  onlyHere: (count, age) => (count === 1 ? `1 innførsel er berre på denne eininga. Han er ${age} gammal.` : `${count} innførslar er berre på denne eininga. Den eldste er ${age} gammal.`),
  folderPaused: (folder) => `Tryggingskopien til «${folder}» står stille: nettlesaren vil spørje deg igjen.`,
  allowFolder: "Tillat mappa igjen",
  backedUp: (age) => `Tryggingskopi for ${age} sidan`,
  tipSave: "Lagre heile boka",
  tipLater: "Minn meg om ein time",
};
