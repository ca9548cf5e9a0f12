// What is known of the patient, and quietly what nobody asked. A row is pressed to change it where it stands; E opens them all.
import { detailNames } from "#core/visit/details.ts";
import { answerOf } from "#core/visit/visit.ts";
import { PlusIcon } from "@navikt/aksel-icons";
import { DetailForm } from "./detail-form.tsx";
import { FactRow } from "./fact-row.tsx";
import { answerText, detailLabel } from "./fact-text.ts";
import type { Chart } from "./use-chart.ts";

export const DetailList = ({ chart }: { readonly chart: Chart }) => {
  const { file, open, show, text } = chart;
  const { words } = text;
  const isOpen = (name: (typeof detailNames)[number]): boolean => open.is === "details" && open.names.length === 1 && open.names[0] === name;
  const asked = detailNames.filter((name) => answerOf(file.visit, name) !== undefined);
  const notAsked = detailNames.filter((name) => answerOf(file.visit, name) === undefined);
  if (open.is === "details" && open.names.length > 1) {
    return (
      <section className="card details" aria-labelledby="details">
        <h2 id="details">{words.visit.details}</h2>
        <DetailForm chart={chart} names={open.names} />
      </section>
    );
  }
  return (
    <section className="card details" aria-labelledby="details">
      <h2 id="details">{words.visit.details}</h2>
      <dl className="fact-rows">
        {asked.map((name) => (
          <FactRow
            key={name}
            label={detailLabel(name, words)}
            edit={{ id: `edit-${name}`, label: words.visit.editDetail(detailLabel(name, words)), onEdit: () => show({ is: "details", names: [name] }) }}
          >
            {isOpen(name) ? <DetailForm chart={chart} names={[name]} /> : answerText(name, answerOf(file.visit, name), text)}
          </FactRow>
        ))}
      </dl>
      {notAsked.length > 0 && (
        <>
          <h3>{words.visit.notAsked}</h3>
          <ul className="chips not-asked-chips">
            {notAsked.map((name) => (
              <li key={name}>
                {isOpen(name) ? (
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
        </>
      )}
    </section>
  );
};
