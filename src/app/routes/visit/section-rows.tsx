// One section of what is known: its rows, and in one quiet line what nobody asked. Its heading opens all of it.
import { PencilIcon } from "@navikt/aksel-icons";
import type { DetailName } from "#core/visit/details.ts";
import { answerOf } from "#core/visit/visit.ts";
import type { chartForm } from "#forms/chart-form.ts";
import { DetailForm } from "./detail-form.tsx";
import { FactRow } from "./fact-row.tsx";
import { detailLabel, standingText } from "./fact-text.ts";
import type { Chart } from "./use-chart.ts";

interface SectionProps {
  readonly chart: Chart;
  readonly of: (typeof chartForm)[number];
  /** Shown elsewhere. */
  readonly but?: ReadonlyArray<DetailName>;
  /** Under the patient's name, or under a heading of the details. */
  readonly heading?: "h2" | "h3";
}

export const SectionRows = ({ chart, of: { section, fields }, but = [], heading: Heading = "h3" }: SectionProps) => {
  const { file, show, text } = chart;
  const { words } = text;
  const all: ReadonlyArray<DetailName> = fields;
  const shown = all.filter((name) => !but.includes(name));
  const asked = shown.filter((name) => answerOf(file.visit, name) !== undefined);
  const notAsked = shown.filter((name) => answerOf(file.visit, name) === undefined);
  const open = (): void => show({ is: "details", names: all });
  return (
    <section className="detail-rows" aria-label={words.chartForm[section]}>
      <Heading>
        {words.chartForm[section]}
        <button type="button" id={sectionOpener(all)} className="fact-edit no-print" aria-label={words.visit.editDetail(words.chartForm[section])} onClick={open}>
          <PencilIcon aria-hidden />
        </button>
      </Heading>
      {asked.length > 0 && (
        <dl className="fact-rows">
          {asked.map((name) => (
            <DetailRow key={name} chart={chart} name={name} />
          ))}
        </dl>
      )}
      {notAsked.length > 0 && (
        <button type="button" className="detail-unasked" onClick={open}>
          <span>{words.visit.notAsked}:</span> {notAsked.map((name) => detailLabel(name, words).toLowerCase()).join(", ")}
        </button>
      )}
    </section>
  );
};

const sectionOpener = (names: ReadonlyArray<DetailName>): string => `edit-${names[0]}${names.length === 1 ? "" : "-section"}`;

export const DetailRow = ({ chart, name }: { readonly chart: Chart; readonly name: DetailName }) => {
  const { file, show, text } = chart;
  const label = detailLabel(name, text.words);
  return (
    <FactRow label={label} edit={{ id: `edit-${name}`, label: text.words.visit.editDetail(label), onEdit: () => show({ is: "details", names: [name] }) }}>
      {isOpenAlone(chart, name) ? <DetailForm chart={chart} names={[name]} /> : standingText(name, file.visit, text)}
    </FactRow>
  );
};

export const isOpenAlone = ({ open }: Chart, name: DetailName): boolean => open.is === "details" && open.names.length === 1 && open.names[0] === name;
