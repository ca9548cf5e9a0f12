// A section of the fields, or all of them by layer: beside the deeds, where there is room.
import { detailNames } from "#core/visit/details.ts";
import { chartForm as form } from "#forms/chart-form.ts";
import { DetailForm } from "./detail-form.tsx";
import type { Chart } from "./use-chart.ts";

export const DetailPanel = ({ chart }: { readonly chart: Chart }) => {
  const { open, text } = chart;
  if (open.is !== "details" || open.names.length < 2) return null;
  const { visit, chartForm } = text.words;
  const [first] = open.names;
  const section = open.names.length === detailNames.length ? undefined : form.find(({ fields }) => fields.some((field) => field === first));
  return (
    <section className="card detail-panel" aria-labelledby="detail-panel">
      <h2 id="detail-panel">{visit.editDetail(section === undefined ? visit.details : chartForm[section.section])}</h2>
      <DetailForm key={open.names.join(" ")} chart={chart} names={open.names} />
    </section>
  );
};
