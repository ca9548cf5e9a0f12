// What is known of the patient, section by section, and quietly what nobody asked. A row is pressed to change it where it
// stands, a heading to change its section; E opens them all. What to take care of stands with the name (alerts-block.tsx).
import { answerOf } from "#core/visit/visit.ts";
import { chartForm } from "#forms/chart-form.ts";
import { PlusIcon } from "@navikt/aksel-icons";
import { DetailForm } from "./detail-form.tsx";
import { detailLabel } from "./fact-text.ts";
import { DetailRow, isOpenAlone, SectionRows } from "./section-rows.tsx";
import type { Chart } from "./use-chart.ts";

const [, medicines, identity, ...others] = chartForm;

export const DetailList = ({ chart }: { readonly chart: Chart }) => {
  const { file, show, text } = chart;
  const { words } = text;
  const asked = identity.fields.filter((name) => answerOf(file.visit, name) !== undefined);
  const notAsked = identity.fields.filter((name) => answerOf(file.visit, name) === undefined);
  return (
    <section className="card details" aria-labelledby="details">
      <h2 id="details">{words.visit.details}</h2>
      <SectionRows chart={chart} of={medicines} />
      <section className="detail-rows" aria-label={words.chartForm.identity}>
        <h3>{words.chartForm.identity}</h3>
        <dl className="fact-rows">
          {asked.map((name) => (
            <DetailRow key={name} chart={chart} name={name} />
          ))}
        </dl>
        {notAsked.length > 0 && (
          <ul className="chips not-asked-chips" aria-label={words.visit.notAsked}>
            {notAsked.map((name) => (
              <li key={name}>
                {isOpenAlone(chart, name) ? (
                  <DetailForm chart={chart} names={[name]} />
                ) : (
                  <button type="button" id={`edit-${name}`} className="chip" onClick={() => show({ is: "details", names: [name] })}>
                    <PlusIcon aria-hidden />
                    {detailLabel(name, words)}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      {others.map((one) => (
        <SectionRows key={one.section} chart={chart} of={one} />
      ))}
    </section>
  );
};
