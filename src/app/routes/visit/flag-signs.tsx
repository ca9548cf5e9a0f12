/**
 * The flags of a patient as signs. On a board they stand without a word that a visitor could read; who cannot see them hears them.
 *
 * - FLS1 Each flag has a sign and a name of its own; words stand beside them only in the chart.
 */
import type { ReactNode } from "react";
import { ChildEyesIcon, DoorOpenIcon, HandFingerIcon, HeartBrokenIcon, ShieldIcon, ShieldLockIcon, VirusIcon } from "@navikt/aksel-icons";
import type { Flag } from "#core/visit/details.ts";
import { fieldWord, type SomeWords } from "../../field-words.ts";

interface FlagSignsProps {
  readonly flags: ReadonlyArray<Flag>;
  readonly words: SomeWords;
  readonly hasWords?: boolean;
}

export const FlagSigns = ({ flags, words, hasWords = false }: FlagSignsProps) => (
  <span className="flag-signs">
    {flags.map((flag) => {
      const name = fieldWord("flags", words)?.choices[flag] ?? flag;
      return (
        <span key={flag} className="flag-sign" data-flag={flag} {...(hasWords ? {} : { role: "img", "aria-label": name })}>
          {signs[flag]}
          {hasWords && name}
        </span>
      );
    })}
  </span>
);

const signs: { readonly [F in Flag]: ReactNode } = {
  infection: <VirusIcon aria-hidden />,
  isolation: <ShieldLockIcon aria-hidden />,
  violence: <HandFingerIcon aria-hidden />,
  selfHarm: <HeartBrokenIcon aria-hidden />,
  missingRisk: <DoorOpenIcon aria-hidden />,
  childConcern: <ChildEyesIcon aria-hidden />,
  police: <ShieldIcon aria-hidden />,
};
