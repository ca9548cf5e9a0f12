// The form as the browser holds it, read into answers; and a level chosen from outside the form's own radios.
import type { DoorAnswers } from "#forms/door.ts";

export const answersIn = (form: HTMLFormElement): DoorAnswers => {
  const answers: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value !== "") answers[name] = value;
  }
  return answers;
};

/** A level that the scale does not have chooses nothing. */
export const chooseLevel = (form: HTMLFormElement, level: string): void => {
  const radio = form.querySelector<HTMLInputElement>(`input[name="level"][value="${level}"]`);
  if (radio === null) return;
  radio.checked = true;
  radio.dispatchEvent(new Event("input", { bubbles: true }));
};
