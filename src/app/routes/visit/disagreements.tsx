// Where devices that had not heard of each other say different things: every claim, with who and when, and one press to settle it.
import { disagreementsOf, settling, type Disputed } from "#projections/disagreements.ts";
import { useWardState } from "../../app-context.tsx";
import { timeOf } from "../../formats.ts";
import { claimTexts } from "./claim-text.ts";
import { deviceText } from "./device-text.ts";
import { actorText } from "./fact-text.ts";
import type { Chart } from "./use-chart.ts";

export const Disagreements = ({ chart }: { readonly chart: Chart }) => {
  const disputed = disagreementsOf(chart.file.visit);
  const { visit } = chart.text.words;
  if (disputed.length === 0) return null;
  return (
    <section className="card disagreements" aria-labelledby="disagreements">
      <h2 id="disagreements">{visit.disagree}</h2>
      <p className="small">{visit.disagreeText}</p>
      {disputed.map((one) => (
        <Dispute key={one.of === "detail" ? one.name : one.of} disputed={one} chart={chart} />
      ))}
    </section>
  );
};

export const Dispute = ({ disputed, chart }: { readonly disputed: Disputed; readonly chart: Pick<Chart, "text" | "act"> }) => {
  const { text, act } = chart;
  const { words, nowMs, language } = text;
  const { ward } = useWardState();
  const { label, claims } = claimTexts(disputed, text);
  return (
    <div className="dispute">
      <h3>{label}</h3>
      {disputed.of === "triage" && <p className="small">{words.visit.mostUrgentStands}</p>}
      <ul>
        {disputed.claims.map((claim, place) => {
          const value = claims[place] ?? "";
          const command = settling(disputed, place, nowMs);
          return (
            <li key={claim.by}>
              <span>
                <strong>{value}</strong>
                <span className="soft small">
                  {actorText(claim.actor, words)}, {timeOf(claim.atMs, nowMs, language)}, {deviceText(claim.device, ward, words)}
                </span>
              </span>
              {command !== null && (
                <button type="button" className="button" aria-label={words.visit.thisHoldsOf(value)} onClick={() => void act((atMs) => ({ ...command, atMs }), words.visit.doneSettled)}>
                  {words.visit.thisHolds}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
};
