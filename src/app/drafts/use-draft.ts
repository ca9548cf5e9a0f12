// A form's hold on its draft: restored when the form comes, kept at each input, over when the form is done.
import { useEffect, useMemo, useRef, useState, type RefObject } from "react";
import type { Draft, DraftFields, DraftId } from "#core/draft.ts";
import { newDraftId } from "../new-id.ts";
import { claimDraft, draftOf, endDraft, keepDraft, letDraftGo } from "./drafts.ts";
import { fieldsIn, fillForm, untickedIn } from "./native-form.ts";

interface DraftHold {
  /** To be called in the turn of the input. */
  readonly keep: (fields: DraftFields) => void;
  /** Registered, saved or given up. */
  readonly end: () => void;
}

/** Called with what was begun before, if anything was and nothing is begun now. Answers whether that says anything still. */
type Restore = (fields: DraftFields) => boolean;

const useDraft = (form: string, restore: Restore): DraftHold => {
  const id = useRef<DraftId | null>(null);
  const latest = useRef(restore);
  useEffect(() => {
    latest.current = restore;
  });
  useEffect(() => {
    let isHere = true;
    const take = (found: Draft): void => {
      id.current = found.id;
      if (latest.current(found.fields)) return;
      endDraft(found.id);
      id.current = null;
    };
    const begun = draftOf(form);
    if (begun !== null) take(begun);
    else {
      void claimDraft(form).then((found) => {
        if (found === null) return;
        if (isHere && id.current === null) take(found);
        else letDraftGo(found.id);
      });
    }
    return () => {
      isHere = false;
      id.current = null;
    };
  }, [form]);
  return useMemo(
    () => ({
      keep: (fields) => {
        id.current ??= newDraftId();
        keepDraft({ id: id.current, form, fields });
      },
      end: () => {
        if (id.current !== null) endDraft(id.current);
        id.current = null;
      },
    }),
    [form],
  );
};

/**
 * Of a form that the browser holds; answers what its inputs are told to. A form that stands as it came is no draft. `restoreState`
 * may answer other fields to fill it with.
 */
export const useFormDraft = (form: string, ref: RefObject<HTMLFormElement | null>, restoreState?: (fields: DraftFields) => DraftFields | void): (() => void) => {
  const stood = useRef<DraftFields>({});
  useEffect(() => {
    if (ref.current !== null) stood.current = fieldsIn(ref.current);
  }, [ref]);
  const { keep, end } = useDraft(form, (fields) => {
    const fill = restoreState?.(fields) ?? fields;
    if (ref.current !== null) fillForm(ref.current, { ...untickedIn(ref.current), ...fill });
    return ref.current === null || !isSame(fieldsIn(ref.current), stood.current);
  });
  return () => {
    if (ref.current === null) return;
    const now = fieldsIn(ref.current);
    if (isSame(now, stood.current)) end();
    else keep(now);
  };
};

/** Of one line of text; `stands` is what is there when nothing is begun. */
export const useTextDraft = (form: string, stands: string): { readonly text: string; readonly type: (text: string) => void; readonly end: (text?: string) => void } => {
  const [text, setText] = useState(stands);
  const { keep, end } = useDraft(form, ({ text: begun = stands }) => {
    setText(begun);
    return begun !== stands;
  });
  return {
    text,
    type: (typed) => {
      setText(typed);
      if (typed === stands) end();
      else keep({ text: typed });
    },
    end: (after = stands) => {
      setText(after);
      end();
    },
  };
};

const isSame = (one: DraftFields, other: DraftFields): boolean =>
  Object.keys({ ...one, ...other }).every((name) => (one[name] ?? "") === (other[name] ?? ""));
