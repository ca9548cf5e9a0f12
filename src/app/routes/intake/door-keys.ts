/**
 * How the door form answers to keys and reason chips, on the form itself: the same before React has come and after.
 *
 * - DKY1 Enter goes on to the next field, as a pen does; Ctrl+Enter registers, Ctrl+Shift+Enter and a button of its own register and go on to observe.
 * - DKY2 In the reason, Enter finishes a word that one alone of the ward's reasons begins with, and the chip shows which; Tab
 *   leaves it as it was typed.
 * - DKY3 Among choices a letter chooses the next that begins with it, as in any list; a letter that none begins with does
 *   nothing: whoever thinks they write in a field must not be led away.
 */

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "target" | "preventDefault">;

export const onDoorKey = (event: Key, form: HTMLFormElement): void => {
  if (event.key === "Enter") onEnter(event, form);
  else if (/^\p{L}$/u.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) chooseByLetter(event);
};

/** The chip that Enter would finish the typed reason with is marked. */
export const markReason = (form: HTMLFormElement): void => {
  const typed = form.querySelector<HTMLInputElement>("input[name=reason]");
  const next = typed === null ? null : chipBegun(typed);
  for (const chip of form.querySelectorAll<HTMLElement>("[data-reason]")) chip.toggleAttribute("data-begun", chip === next);
};

/** A reason is put at the end of what stands there; pressed again it is taken away. */
export const toggleReason = (chip: HTMLElement, reason: string): void => {
  const field = chip.closest("form")?.querySelector<HTMLInputElement>("input[name=reason]");
  if (!field) return;
  const before = field.value.trim();
  const parts = before === "" ? [] : before.split(", ");
  write(field, (parts.includes(reason) ? parts.filter((part) => part !== reason) : [...parts, reason]).join(", "));
};

/** Taken from the form once it is asked for: Register is pressed anew for every patient. */
export const takeGoesOn = (form: HTMLFormElement): boolean => {
  const goesOn = form.dataset["goesOn"] !== undefined;
  delete form.dataset["goesOn"];
  return goesOn;
};

/** The button that also goes on to observe. */
export const goesOnFrom = ({ form }: Pick<HTMLButtonElement, "form">): void => {
  if (form !== null) form.dataset["goesOn"] = "";
};

const onEnter = (event: Key, form: HTMLFormElement): void => {
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    if (event.shiftKey) goesOnFrom({ form });
    form.requestSubmit();
    return;
  }
  if (!(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  finishReason(event.target);
  const fields = [...form.querySelectorAll<HTMLElement>("input, .button-main")].filter(
    (field) => !(field instanceof HTMLInputElement) || field.type !== "radio" || field.checked || !isRadioSiblingEarlier(field),
  );
  fields[fields.indexOf(event.target) + 1]?.focus();
};

const finishReason = (field: HTMLInputElement): void => {
  const reason = field.name === "reason" ? chipBegun(field)?.dataset["reason"] : undefined;
  if (reason !== undefined) write(field, [...earlierReasons(field), reason].join(", "));
};

const earlierReasons = (field: HTMLInputElement): ReadonlyArray<string> => field.value.split(",").slice(0, -1).map((one) => one.trim()).filter((one) => one !== "");

const chipBegun = (field: HTMLInputElement): HTMLElement | null => {
  const begun = (field.value.split(",").at(-1) ?? "").trim().toLowerCase();
  if (begun === "" || field.form === null) return null;
  const chips = [...field.form.querySelectorAll<HTMLElement>("[data-reason]")].filter((chip) => chip.dataset["reason"]?.toLowerCase().startsWith(begun));
  const [only, other] = chips;
  return only === undefined || other !== undefined || only.dataset["reason"]?.toLowerCase() === begun ? null : only;
};

const chooseByLetter = (event: Key): void => {
  const { target } = event;
  if (!(target instanceof HTMLInputElement) || target.type !== "radio" || target.form === null) return;
  event.preventDefault();
  const group = [...target.form.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${target.name}"]`)];
  const begins = group.filter((radio) => wordOf(radio).startsWith(event.key.toLowerCase()));
  const next = begins[begins.findIndex((radio) => radio.checked) + 1] ?? begins[0];
  if (next === undefined) return;
  next.focus();
  if (!next.checked) next.click();
};

const wordOf = (radio: HTMLInputElement): string => (radio.closest("label")?.textContent ?? "").trim().toLowerCase();

const write = (field: HTMLInputElement, text: string): void => {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
};

/** Of a group of radios only one is a stop: the chosen one, or else the first. */
const isRadioSiblingEarlier = (radio: HTMLInputElement): boolean => {
  const group = [...(radio.form?.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${radio.name}"]`) ?? [])];
  return group.some((one) => one.checked) || group[0] !== radio;
};
