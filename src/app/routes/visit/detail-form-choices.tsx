// What stands around the fields of a chart's form: which layer is in sight, and who said it.
import { sources, type Source } from "#core/answer.ts";
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

export const SourceChoice = ({ words: { chartForm, clinical } }: { readonly words: PageWords }) => (
  <div className="field detail-source" role="radiogroup" aria-label={chartForm.source}>
    <span className="field-label" aria-hidden="true">
      {chartForm.source}
    </span>
    <div className="chips">
      {["", ...offered].map((source) => (
        <label key={source} className="chip">
          <input type="radio" name="source" value={source} defaultChecked={source === ""} />
          {source === "" ? clinical.notSaid : clinical[source as Exclude<Source, "measured">]}
        </label>
      ))}
    </div>
  </div>
);

export const sourceIn = (fields: { readonly [field: string]: string | undefined }): Source | undefined => sources.find((source) => source === fields["source"]);
