// From the chart to paper: the whole chart, or the label for the wristband.
import { PrinterSmallIcon, TagIcon } from "@navikt/aksel-icons";
import type { TemporaryNumber } from "#core/visit/temporary-number.ts";
import { usePageWords } from "../../page-words.ts";
import { Link } from "../../router/link.tsx";

export const PaperLinks = ({ number }: { readonly number: TemporaryNumber }) => {
  const { visit, hands } = usePageWords();
  return (
    <p className="row paper-links no-print">
      <Link className="button" to={`/print?visit=${number}`}>
        <PrinterSmallIcon aria-hidden />
        {visit.print}
      </Link>
      <Link className="button" to={`/print?label=${number}`}>
        <TagIcon aria-hidden />
        {visit.label}
      </Link>
      <Link className="button" to={`/print?isbar=${number}`}>
        ISBAR
      </Link>
      <Link className="button" to={`/print?form=${number}`}>
        {hands.paperForm}
      </Link>
    </p>
  );
};
