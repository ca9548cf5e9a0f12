// The form as the browser holds it, read into answers; and a level chosen from outside the form's own radios.
import type { DoorAnswers } from "#forms/door.ts";

export const answersIn = (form: HTMLFormElement): DoorAnswers => {
  const answers: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value !== "") answers[name] = value;
  }
  return answers;
};

/** Empties what still stands as it was registered; what was typed since belongs to the next patient. */
export const emptyUnchanged = (form: HTMLFormElement, registered: DoorAnswers): void => {
  const now = answersIn(form);
  for (const [name, text] of Object.entries(registered)) {
    const field = form.elements.namedItem(name);
    const isUnchanged = Object.entries(now).some(([other, value]) => other === name && value === text);
    if (isUnchanged && (field instanceof RadioNodeList || field instanceof HTMLInputElement)) clear(form, name, field);
  }
};

const clear = (form: HTMLFormElement, name: string, field: RadioNodeList | HTMLInputElement): void => {
  if (field instanceof HTMLInputElement) field.value = "";
  for (const radio of form.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${name}"]`)) radio.checked = radio.value === "";
};

/** A level that the scale does not have chooses nothing. */
export const chooseLevel = (form: HTMLFormElement, level: string): void => {
  const radio = form.querySelector<HTMLInputElement>(`input[name="level"][value="${level}"]`);
  if (radio === null) return;
  radio.checked = true;
  radio.dispatchEvent(new Event("input", { bubbles: true }));
};
