/**
 * Giving the records back, first form: which visits, as what, and what is true of them afterwards.
 *
 * - RCP1 All visits are chosen until somebody says otherwise; who comes while the page is open is chosen too.
 * - RCP2 What is handed out is what is shown and ticked.
 */
import { useState } from "react";
import type { VisitId } from "#core/visit/events.ts";
import { carryListOf, filtered, type CarryFilter } from "#projections/carry-list.ts";
import { useWardState } from "../../app-context.tsx";
import { usePageWords } from "../../page-words.ts";
import { useNavigate } from "../../router/way.ts";
import { useWholeBook } from "../../use-whole-book.ts";
import { ArchiveSection } from "../archive/archive-section.tsx";
import { FilePick } from "../../ui/file-pick.tsx";
import { listTypes } from "../import/file-text.ts";
import { ChipChoice } from "../settings/chip-choice.tsx";
import { BackList } from "./back-list.tsx";
import { CarryTable } from "./carry-table.tsx";
import { paperWay } from "./paper-way.ts";
import { useCarryOut } from "./use-carry-out.ts";
import { WaysOut } from "./ways-out.tsx";
import { WhereRecordsAre } from "./where-records-are.tsx";
import "./recovery.css";

export const RecoveryPage = () => {
  const { recovery } = usePageWords();
  const state = useWardState();
  const isWhole = useWholeBook();
  return (
    <div className="page recovery">
      <h1>{recovery.title}</h1>
      {!isWhole && <p className="soft">{recovery.opening}</p>}
      {isWhole && state.visits.size === 0 && (
        <section className="card stack">
          <h2>{recovery.emptyTitle}</h2>
          <p>{recovery.emptyText}</p>
        </section>
      )}
      {isWhole && state.visits.size > 0 && <Choosing />}
      <ArchiveSection />
      <TakeIn />
    </div>
  );
};

const Choosing = () => {
  const { recovery } = usePageWords();
  const all = carryListOf(useWardState());
  const [filter, setFilter] = useState<CarryFilter>("all");
  const [unticked, setUnticked] = useState<ReadonlySet<VisitId>>(new Set());
  const { going, carryOut, sayThere } = useCarryOut();
  const shown = filtered(all, filter);
  const chosen = shown.filter(({ file }) => !unticked.has(file.visit.id)).map(({ file }) => file.visit);
  const isAll = chosen.length === shown.length;
  const paper = paperWay({ numbers: chosen.map(({ number }) => number), isAllShown: isAll, filter });
  const toggle = (visit: VisitId): void => setUnticked((before) => (before.has(visit) ? new Set([...before].filter((one) => one !== visit)) : new Set([...before, visit])));
  return (
    <>
      <div className="recovery-top">
        <WhereRecordsAre />
        <WaysOut
          chosen={chosen.length}
          paper={paper}
          going={going}
          onSave={(as) => void carryOut(as, new Set(chosen.map(({ id }) => id)))}
          onThere={(handed) => void sayThere(handed)}
        />
      </div>
      <BackList />
      <section className="stack" aria-labelledby="choose-title">
        <h2 id="choose-title">{recovery.chooseTitle}</h2>
        <div className="row choose-bar">
          <ChipChoice<CarryFilter>
            label={recovery.show}
            choices={[["all", recovery.all(all.length)], ["left", recovery.left(filtered(all, "left").length)], ["here", recovery.here(filtered(all, "here").length)]]}
            chosen={filter}
            onChoose={setFilter}
          />
          <button type="button" className="button" onClick={() => setUnticked(isAll ? new Set(shown.map(({ file }) => file.visit.id)) : new Set())}>
            {isAll ? recovery.chooseNone : recovery.chooseAll}
          </button>
        </div>
        <CarryTable rows={shown} isChosen={(visit) => !unticked.has(visit)} onToggle={toggle} />
      </section>
    </>
  );
};

const TakeIn = () => {
  const { recovery, importing } = usePageWords();
  const navigate = useNavigate();
  return (
    <section className="card stack no-print" aria-labelledby="in-title">
      <h2 id="in-title">{recovery.inTitle}</h2>
      <p>{recovery.inText}</p>
      <FilePick label={importing.choose} orDrop={importing.orDrop} accept={listTypes} onPick={(file) => navigate("/import", { state: { file } })} />
    </section>
  );
};
