// What stands around the fields of a chart's form: which layer is in sight, who said it, and how sure they were.
import { QuestionmarkIcon } from "@navikt/aksel-icons";
import { sources, type Saying, type Source } from "#core/answer.ts";
import { layers, type Layer } from "#forms/chart-form.ts";
import type { PageWords } from "#i18n/pages/page-words.ts";

export const LayerChoice = ({ layer, words: { chartForm } }: { readonly layer: Layer; readonly words: PageWords }) => (
  <div className="chips detail-layers" role="radiogroup" aria-label={chartForm.layers}>
    {layers.map((one) => (
      <label key={one} className="chip">
        <input type="radio" name="layer" value={one} defaultChecked={one === layer} />
        {chartForm[one]}
      </label>
    ))}
  </div>
);

/** Nothing that is told at the desk was measured there. */
const offered = sources.filter((source) => source !== "measured");

interface SayingProps {
  readonly words: PageWords;
  /** As the one field stands that is open alone. */
  readonly isUnsure: boolean;
  /** Of several fields, it goes with those that are changed. */
  readonly isOfChanged?: boolean;
}

export const SayingChoice = ({ words, isUnsure, isOfChanged = false }: SayingProps) => {
  const { chartForm, clinical } = words;
  return (
    <div className="field detail-source">
      <span className="field-label" id="detail-source">
        {chartForm.source}
      </span>
      <div className="row">
        <div className="chips" role="radiogroup" aria-labelledby="detail-source">
          {["", ...offered].map((source) => (
            <label key={source} className="chip">
              <input type="radio" name="source" value={source} defaultChecked={source === ""} />
              {source === "" ? clinical.notSaid : clinical[source as Exclude<Source, "measured">]}
            </label>
          ))}
        </div>
        <UnsureChip words={words} isUnsure={isUnsure} />
      </div>
      {isOfChanged && <p className="field-note">{chartForm.ofChanged}</p>}
    </div>
  );
};

export const UnsureChip = ({ words, isUnsure }: Pick<SayingProps, "words" | "isUnsure">) => (
  <label className="chip unsure-chip">
    <input type="checkbox" name="unsure" value="yes" defaultChecked={isUnsure} />
    <QuestionmarkIcon aria-hidden />
    {words.chartForm.unsure}
  </label>
);

export const sayingIn = (fields: { readonly [field: string]: string | undefined }): Saying => {
  const source = sources.find((one) => one === fields["source"]);
  return { ...(source === undefined ? {} : { source }), ...(fields["unsure"] === "yes" ? { unsure: true } : {}) };
};
