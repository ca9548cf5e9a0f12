// The paper that this patient was written on stands in the door form, and can be taken away.
import type { RefObject } from "react";
import { fillForm } from "../drafts/native-form.ts";
import { usePageWords } from "../page-words.ts";

export const PaperChip = ({ number, formRef }: { readonly number: string; readonly formRef: RefObject<HTMLFormElement | null> }) => {
  const { hands } = usePageWords();
  return (
    <div className="door-paper" role="status">
      <span>
        {hands.paperForm} <b className="number">{number}</b>
      </span>
      <span className="soft">{hands.paperGives}</span>
      <button type="button" className="button" onClick={() => formRef.current !== null && fillForm(formRef.current, { paper: "" })}>
        {hands.paperRemove}
      </button>
    </div>
  );
};
