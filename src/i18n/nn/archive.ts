// Det som ramma seier om tryggingskopi; resten kjem med sidene som seier det.
import type { OwnWords } from "../words.ts";

export const archive: OwnWords["archive"] = {
  backedUp: (age) => `Tryggingskopi for ${age} sidan`,
};
