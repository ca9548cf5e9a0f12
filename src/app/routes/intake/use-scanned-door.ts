/**
 * What was scanned, put into the form that stands at the door.
 *
 * - SDR1 A scanned number is put into an empty field and never over another one; a form that was begun for somebody else, before
 *   the scan led here, is left alone, and that is said.
 */
import { useEffect, type RefObject } from "react";
import { useDeeds } from "../../deeds.tsx";
import { fillForm } from "../../drafts/native-form.ts";
import { onGivenToDoor } from "../../scan/to-door.ts";
import { answersIn } from "./door-answers.ts";

/** The focus first: what was scanned before the page came is filled in with the form as it stands. */
export const useScannedDoor = (formRef: RefObject<HTMLFormElement | null>, focusFirst: (form: HTMLFormElement | null) => void): void => {
  const { say } = useDeeds();
  useEffect(() => focusFirst(formRef.current), [formRef, focusFirst]);
  useEffect(
    () =>
      onGivenToDoor(({ fields, ifEmpty, isAtDoor, ifTaken }) => {
        if (formRef.current === null) return;
        const stands: { readonly [field: string]: string | undefined } = answersIn(formRef.current);
        const isOther = Object.entries(fields).some(([name, text]) => stands[name] !== undefined && stands[name].replace(/[\s.-]/g, "") !== text.replace(/[\s.-]/g, ""));
        if (isOther || (!isAtDoor && Object.keys(stands).length > 0)) say(ifTaken);
        else fillForm(formRef.current, { ...Object.fromEntries(Object.entries(ifEmpty).filter(([name]) => stands[name] === undefined)), ...fields });
      }),
    [formRef, say],
  );
};
