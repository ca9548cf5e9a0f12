// A section of the fields, or all of them by layer: beside the deeds, where there is room.
import { DetailForm } from "./detail-form.tsx";
import type { Chart } from "./use-chart.ts";

export const DetailPanel = ({ chart }: { readonly chart: Chart }) => {
  const { open, text } = chart;
  if (open.is !== "details" || open.names.length < 2) return null;
  return (
    <section className="card detail-panel" aria-labelledby="detail-panel">
      <h2 id="detail-panel">{text.words.visit.details}</h2>
      <DetailForm key={open.names.join(" ")} chart={chart} names={open.names} />
    </section>
  );
};
