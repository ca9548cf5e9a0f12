// What is said of a photo: the same in the panel that takes one and in the form that corrects it.
import { useId } from "react";
import { photoKinds } from "#core/clinical/photo.ts";
import type { PhotoAnswers } from "#forms/photo.ts";
import type { PhotoWords } from "#i18n/pages/photo.ts";
import { ChipChoice } from "./call-fields.tsx";
import { clearsOnSecondPress } from "./second-press.ts";

export const PhotoFields = ({ typed, words }: { readonly typed: PhotoAnswers; readonly words: PhotoWords }) => {
  const id = useId();
  return (
    <div className="photo-fields" {...clearsOnSecondPress}>
      <ChipChoice name="photoOf" label={words.ofWhat} chosen={typed.photoOf} choices={photoKinds.map((kind) => [kind, words[kind]])} />
      <div className="field">
        <label htmlFor={id}>{words.words}</label>
        <input id={id} name="photoWords" type="text" defaultValue={typed.photoWords} aria-describedby={`${id}-note`} autoComplete="off" />
        <p id={`${id}-note`} className="field-note">
          {words.wordsHint}
        </p>
      </div>
    </div>
  );
};
