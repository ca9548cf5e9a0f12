// How the door form answers to keys and reason chips, on the form itself: the same before React has come and after.

/** Ctrl+Enter registers from any field; Enter alone goes on to the next field, as a pen does. */
export const onEnter = (event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "target" | "preventDefault">, form: HTMLFormElement): void => {
  if (event.key !== "Enter") return;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    form.requestSubmit();
    return;
  }
  if (!(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const fields = [...form.querySelectorAll<HTMLElement>("input, button[type=submit]")].filter(
    (field) => !(field instanceof HTMLInputElement) || field.type !== "radio" || field.checked || !isRadioSiblingEarlier(field),
  );
  fields[fields.indexOf(event.target) + 1]?.focus();
};

/** Of a group of radios only one is a stop: the chosen one, or else the first. */
const isRadioSiblingEarlier = (radio: HTMLInputElement): boolean => {
  const group = [...(radio.form?.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${radio.name}"]`) ?? [])];
  return group.some((one) => one.checked) || group[0] !== radio;
};

/** A reason is put at the end of what stands there; pressed again it is taken away. */
export const toggleReason = (chip: HTMLElement, reason: string): void => {
  const field = chip.closest("form")?.querySelector<HTMLInputElement>("input[name=reason]");
  if (!field) return;
  const before = field.value.trim();
  const parts = before === "" ? [] : before.split(", ");
  field.value = (parts.includes(reason) ? parts.filter((part) => part !== reason) : [...parts, reason]).join(", ");
  field.dispatchEvent(new Event("input", { bubbles: true }));
};
