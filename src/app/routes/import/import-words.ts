// What the file's reader found, in the words of the screen.
import type { ArrivalColumn } from "#forms/arrivals-columns.ts";
import type { ArrivalError, ArrivalsFault, ArrivalWarning } from "#forms/arrivals-csv.ts";
import type { PageWords } from "#i18n/pages/page-words.ts";
import type { FileTextFault } from "./file-text.ts";

export const columnWord = (column: ArrivalColumn, { intake, importing, fields }: PageWords): string => {
  if (column === "age") return importing.age;
  return column === "arrivedAt" ? intake.arrivedAt : fields[column].label;
};

const errorWords: { readonly [T in ArrivalError["type"]]: "notATime" | "inFuture" | "tooLongAgo" | "notBorn" | "notASex" | "notAMode" | "tooLong" | "tooManyCells" | "nothingSaid" | "onlyRang" } = {
  NotATime: "notATime", InFuture: "inFuture", TooLongAgo: "tooLongAgo", NotBorn: "notBorn", NotASex: "notASex", NotAMode: "notAMode",
  TooLong: "tooLong", TooManyCells: "tooManyCells", NothingSaid: "nothingSaid", OnlyRang: "onlyRang",
};
export const errorWord = ({ type }: ArrivalError, { importing }: PageWords): string => importing[errorWords[type]];

export const warningWord = ({ type }: ArrivalWarning, { importing, intake }: PageWords): string => {
  switch (type) {
    case "NoTime":
      return importing.noTime;
    case "ZeroRestored":
      return importing.zeroRestored;
    case "WrongNumber":
      return intake.numberWrong;
    case "SyntheticNumber":
      return intake.numberSynthetic;
    case "RealNumberInDrill":
      return intake.numberRealInDrill;
    case "DiffersFromBorn":
      return intake.numberDiffersFromBorn;
  }
};

export type FileFault = ArrivalsFault | FileTextFault;

export const faultWord = (fault: FileFault, words: PageWords): string => {
  const { importing } = words;
  switch (fault.type) {
    case "TooLarge":
      return importing.tooLarge;
    case "TooManyRows":
      return importing.tooManyRows(fault.maxRows);
    case "UnclosedQuote":
      return importing.unclosedQuote(fault.row);
    case "Empty":
      return importing.empty;
    case "NoKnownColumn":
      return importing.noKnownColumn;
    case "ColumnTwice":
      return importing.columnTwice(columnWord(fault.column, words));
    case "Unreadable":
      return importing.unreadable;
  }
};
