// The signs with their names, which only who listens to the page gets.
import type { Flag } from "#core/visit/details.ts";
import { usePageWords } from "../../page-words.ts";
import { FlagSigns } from "../visit/flag-signs.tsx";
import "./board-flags.css";

export const BoardSigns = ({ flags }: { readonly flags: ReadonlyArray<Flag> }) => <FlagSigns flags={flags} words={usePageWords()} />;
