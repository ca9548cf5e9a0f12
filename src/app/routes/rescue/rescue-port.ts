// A book that the rescue page saved, as the page here sees it; wiring.ts lays the road to storage.
import type { Result } from "#core/result.ts";

export type RescueFault = { readonly type: "NotOurs" | "Newer" | "TooLarge" };

export type BookFault = { readonly type: "KeysLost" | "OtherWard"; readonly records: number } | { readonly type: "Newer" | "OtherKeys" | "DrillOnly" | "RealOnly" };

export type FoundBook =
  | { readonly is: "closed"; readonly name: string; readonly fault: BookFault }
  | {
      readonly is: "found";
      readonly name: string;
      readonly records: number;
      readonly proved: number;
      readonly missing: number;
      readonly aside: number;
      readonly unreadable: number;
      readonly way: "join" | "unite";
      readonly takeIn: () => Promise<Result<{ readonly taken: number }, unknown>>;
    };

export interface FoundRescue {
  readonly damaged: number;
  readonly isWhole: boolean;
  readonly books: ReadonlyArray<FoundBook>;
}

/** Reads a file and changes nothing; `onProved` is told how far it has come. */
export type Rescue = (file: Blob, onProved: (records: number) => void) => Promise<Result<FoundRescue, RescueFault>>;
