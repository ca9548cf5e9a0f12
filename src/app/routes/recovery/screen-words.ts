// What each screen of a journal system is called.
import type { Screen } from "#core/recovery/screens.ts";
import type { BackWords } from "#i18n/pages/back.ts";

export const screenWords: { readonly [S in Screen]: keyof BackWords } = {
  person: "screenPerson", contact: "screenContact", medicines: "screenMedicines", results: "screenResults", measurements: "screenMeasurements", notes: "screenNotes", told: "screenTold",
};
