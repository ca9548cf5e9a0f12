// The second person, by name or initials.
import { useId } from "react";
import type { IdentityWords } from "#i18n/pages/identity.ts";

export const ConfirmedByField = ({ words }: { readonly words: IdentityWords }) => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{words.confirmedBy}</label>
      <input id={id} name="confirmedBy" type="text" placeholder={words.confirmHint} spellCheck={false} />
    </div>
  );
};
