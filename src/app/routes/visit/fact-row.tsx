// One thing that is known, by its name; the whole row is pressed to change it.
import type { ReactNode } from "react";
import { PencilIcon } from "@navikt/aksel-icons";

interface FactRowProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly edit?: { readonly id: string; readonly label: string; readonly onEdit: () => void };
}

export const FactRow = ({ label, children, edit }: FactRowProps) => (
  <div className="fact-row">
    <dt>{label}</dt>
    <dd>
      <span>{children}</span>
      {edit !== undefined && (
        <button type="button" id={edit.id} className="fact-edit no-print" aria-label={edit.label} onClick={edit.onEdit}>
          <PencilIcon aria-hidden />
        </button>
      )}
    </dd>
  </div>
);
