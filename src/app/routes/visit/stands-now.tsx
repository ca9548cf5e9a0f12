// Beside a field that is open: what somebody else made of it meanwhile, and what was typed here before that came.
import { detailNames, isList, type DetailAnswers, type DetailName } from "#core/visit/details.ts";
import type { Visit } from "#core/visit/visit.ts";
import { typedDetails } from "#forms/detail-edits.ts";
import type { DoorAnswers } from "#forms/door.ts";
import { mineIn } from "#forms/restored.ts";
import { stoodIn } from "#forms/typed-entries.ts";
import { fillForm } from "../../drafts/native-form.ts";
import { choicesOf } from "../../field-words.ts";
import { detailLabel, standingText, type TextContext } from "./fact-text.ts";
import { standingDetails } from "./who-text.ts";

export interface Meanwhile {
  readonly names: ReadonlyArray<DetailName>;
  /** What was typed in a draft, of fields for which something else stands now. */
  readonly mine: { readonly [N in DetailName]?: string };
}

/** `before` is what stood when the form was opened. Lists take in what comes by themselves. */
export const meanwhile = (names: ReadonlyArray<DetailName>, before: DetailAnswers, visit: Visit, fields: { readonly [field: string]: string | undefined }): Meanwhile => {
  const [stood, stands] = [typedDetails(before), typedDetails(standingDetails(visit))];
  const mine = Object.fromEntries(detailNames.filter((name) => (fields[mineIn(name)] ?? "") !== "").map((name) => [name, fields[mineIn(name)]]));
  return { mine, names: names.filter((name) => !isList(name) && (mine[name] !== undefined || (stood[name] ?? "") !== (stands[name] ?? ""))) };
};

/** What the form remembers of a field. Not inputs of type hidden: their value is their default, which React writes anew. */
export const Remembered = ({ name, stood }: { readonly name: DetailName; readonly stood: DoorAnswers }) => (
  <>
    <textarea hidden name={stoodIn(name)} defaultValue={stood[name]} />
    <textarea hidden name={mineIn(name)} />
  </>
);

export const StandsNow = ({ name, mine, visit, text }: { readonly name: DetailName; readonly mine: string | undefined; readonly visit: Visit; readonly text: TextContext }) => {
  const { chartForm } = text.words;
  return (
    <div className="stands-now" role="status">
      <p className="field-note" data-kind="warn">
        {chartForm.standsNow}: <strong>{standingText(name, visit, text)}</strong>
        {mine !== undefined && ` · ${chartForm.youTyped}: ${wordOf(name, mine, text)}`}
      </p>
      {mine !== undefined && (
        <button
          type="button"
          className="button"
          onClick={({ currentTarget: { form } }) => {
            if (form !== null) fillForm(form, { [name]: mine, [mineIn(name)]: "" });
          }}
        >
          {chartForm.useMine}
        </button>
      )}
    </div>
  );
};

const wordOf = (name: DetailName, typed: string, { words }: TextContext): string =>
  typed === "?" ? words.chartForm.unknown : (choicesOf(name, words)?.find(([choice]) => choice === typed)?.[1] ?? typed);

/** Over the buttons: a layer that is out of sight has no other way to say it. */
export const ChangedMeanwhile = ({ names, text: { words } }: { readonly names: ReadonlyArray<DetailName>; readonly text: TextContext }) =>
  names.length === 0 ? null : (
    <p className="field-note" data-kind="warn" role="status">
      {words.chartForm.changedMeanwhile}: {names.map((name) => detailLabel(name, words)).join(", ")}
    </p>
  );
