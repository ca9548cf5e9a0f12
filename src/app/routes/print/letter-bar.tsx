// Above the letter: letter or referral, the way to write more, and the letter as a file.
import { DownloadIcon, PencilIcon } from "@navikt/aksel-icons";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { filesByNumber } from "#projections/by-number.ts";
import type { LetterKind } from "#projections/letter.ts";
import { useWardState } from "../../app-context.tsx";
import { Link } from "../../router/link.tsx";
import { useLetterFile } from "../visit/use-letter-file.ts";
import type { Paper } from "./paper.ts";
import { letterAddress } from "./print-choice.ts";

interface LetterBarProps {
  readonly number: TemporaryNumber;
  readonly kind: LetterKind;
  readonly paper: Paper;
}

export const LetterBar = ({ number, kind, paper }: LetterBarProps) => {
  const { letter } = paper.text.words;
  const files = filesByNumber(useWardState(), number);
  const file = useLetterFile();
  const link = (to: LetterKind, word: string) => (
    <Link className="button" to={letterAddress(number, to)} replace aria-current={kind === to ? "page" : undefined}>
      {word}
    </Link>
  );
  return (
    <section className="letter-bar no-print" aria-label={letter.readyLetter}>
      <div className="row">
        {link("discharge", letter.letter)}
        {link("referral", letter.referralLetter)}
        <Link className="button" to={`/visit/${number}?do=conclude`}>
          <PencilIcon aria-hidden />
          {letter.writeMore}
        </Link>
        <button type="button" className="button" disabled={files.length === 0 || file.is === "making"} onClick={() => void file.save(files, kind)}>
          <DownloadIcon aria-hidden />
          {kind === "referral" ? letter.saveReferral : letter.saveLetter}
        </button>
      </div>
      <p role="status" className="field-note" data-kind={file.is === "failed" ? "warn" : "plain"}>
        {file.is === "handed" && letter.letterSaved}
        {file.is === "failed" && letter.letterNotSaved}
      </p>
    </section>
  );
};
