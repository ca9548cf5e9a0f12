// What the reader of a list found, in the words of the screen.
import type { SnapshotFault } from "#forms/snapshot.ts";
import type { SnapshotField, SnapshotNote } from "#forms/snapshot-person.ts";
import type { PageWords } from "#i18n/pages/page-words.ts";
import type { FileTextFault } from "./file-text.ts";

export const fieldWord = (field: SnapshotField | null, { snapshot, fields, chartFields }: PageWords): string => {
  switch (field) {
    case null:
      return snapshot.whole;
    case "where":
    case "admitted":
      return snapshot[field];
    case "allergies":
      return chartFields.allergies.label;
    case "name":
    case "nationalNumber":
    case "born":
    case "sex":
      return fields[field].label;
  }
};

const noteWords = {
  NobodyNamed: "nobodyNamed", NotActive: "notActive", TooManyCells: "tooManyCells", NotBorn: "notBorn", NotASex: "notASex", NotATime: "notAnAdmission",
  TooLong: "tooLong", WrongNumber: "wrongNumber", ZeroRestored: "zeroRestored", DiffersFromBorn: "differsFromBorn", SameNumberTwice: "sameNumberTwice", AllergyUnnamed: "allergyUnnamed",
} as const satisfies { readonly [T in SnapshotNote["type"]]: keyof PageWords["snapshot"] };

export const noteWord = ({ type }: SnapshotNote, { snapshot }: PageWords): string => snapshot[noteWords[type]];

export type ListFault = SnapshotFault | FileTextFault;

const faultWords = {
  TooLarge: "tooLarge", TooManyRows: "tooMany", TooManyPeople: "tooMany", TooMuchTold: "tooMuch", UnclosedQuote: "unclosed", Empty: "empty", NoKnownColumn: "noColumn",
  ColumnTwice: "columnTwice", NotFhir: "notFhir", NoPatients: "noPatients", RealInDrill: "realInDrill", Unreadable: "unreadable",
} as const satisfies { readonly [T in ListFault["type"]]: keyof PageWords["snapshot"] };

export const listFaultWord = (fault: ListFault, { snapshot }: PageWords): string => {
  const text = snapshot[faultWords[fault.type]];
  if (fault.type === "UnclosedQuote") return `${text} ${String(fault.row)}.`;
  return fault.type === "ColumnTwice" ? `${text}: ${fault.column}.` : text;
};
