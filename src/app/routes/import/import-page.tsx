/**
 * Arrivals from a file: chosen or dropped, seen, then taken in all in one go, or not at all.
 *
 * - IMP1 Nothing is taken in before it was seen, and nothing of a file that holds an error.
 * - IMP2 All are taken in in one go, each with a number of its own; what could not be saved leaves none behind.
 * - IMP3 A file that another page sent is read once; the address forgets it, so that Back or a reload takes in nobody twice.
 */
import { useEffect, useRef } from "react";
import { useApp } from "../../app-context.tsx";
import { usePageWords } from "../../page-words.ts";
import { Link } from "../../router/link.tsx";
import { useLocation, useNavigate } from "../../router/way.ts";
import { FilePick } from "../../ui/file-pick.tsx";
import { listTypes } from "./file-text.ts";
import { faultWord } from "./import-words.ts";
import type { Preview } from "./preview.ts";
import { ArrivalTable, ErrorTable } from "./preview-tables.tsx";
import { SnapshotSection } from "./snapshot-section.tsx";
import { useImport, type Step } from "./use-import.ts";
import "./import.css";

export const ImportPage = () => {
  const { importing } = usePageWords();
  const { step, read, takeIn } = useImport();
  const handed = useHandedFile();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const begun = useRef<File | null>(null);
  useEffect(() => {
    if (handed === null || begun.current === handed) return;
    begun.current = handed;
    read(handed);
    navigate(pathname, { replace: true, state: null });
  }, [handed, read, pathname, navigate]);
  return (
    <div className="page import">
      <h1>{importing.title}</h1>
      {step.is !== "seen" && step.is !== "taken" && <p>{importing.text}</p>}
      <div aria-live="polite" className="stack">
        <StepView step={step} onTake={() => void takeIn()} />
      </div>
      <section className="card stack no-print">
        {step.is === "taken" && <h2>{importing.another}</h2>}
        <FilePick label={importing.choose} orDrop={importing.orDrop} accept={listTypes} onPick={read} />
        <Template />
      </section>
      <SnapshotSection />
    </div>
  );
};

/** The file that another page was given and sent here with. */
const useHandedFile = (): File | null => {
  const state: unknown = useLocation().state;
  return typeof state === "object" && state !== null && "file" in state && state.file instanceof File ? state.file : null;
};

const StepView = ({ step, onTake }: { readonly step: Step; readonly onTake: () => void }) => {
  const words = usePageWords();
  const { importing } = words;
  switch (step.is) {
    case "choose":
      return null;
    case "reading":
      return <p>{importing.reading}</p>;
    case "fault":
      return <p className="import-fault">{faultWord(step.fault, words)}</p>;
    case "seen":
      return <Seen name={step.name} preview={step.preview} isSaving={step.isSaving} onTake={onTake} />;
    case "taken":
      return (
        <section className="card stack import-taken">
          <h2>{importing.taken(step.numbers.length, step.numbers[0] ?? "", step.numbers.at(-1) ?? "")}</h2>
          <p>
            <strong>{words.intake.savedHere}.</strong> {importing.takenText}
          </p>
          <p>
            <Link className="button button-main" to="/">
              {words.later.toBoard}
            </Link>
          </p>
        </section>
      );
  }
};

interface SeenProps {
  readonly name: string;
  readonly preview: Preview;
  readonly isSaving: boolean;
  readonly onTake: () => void;
}

const Seen = ({ name, preview: { rows, errors, ignoredColumns }, isSaving, onTake }: SeenProps) => {
  const { importing } = usePageWords();
  return (
    <>
      <p className="soft">
        {importing.fileRead(name)} {ignoredColumns.length > 0 && importing.ignored(ignoredColumns.join(", "))}
      </p>
      {errors.length > 0 && (
        <section className="stack">
          <h2>{importing.errorsTitle(errors.length)}</h2>
          <p className="import-fault">{importing.errorsText}</p>
          <ErrorTable errors={errors} />
        </section>
      )}
      {errors.length === 0 && rows.length === 0 && <p>{importing.noneReady}</p>}
      {rows.length > 0 && (
        <section className="stack">
          <div className="row import-head">
            <h2>{errors.length === 0 ? importing.readyTitle(rows.length) : importing.fineTitle(rows.length)}</h2>
            {errors.length === 0 && (
              <button type="button" className="button button-main" disabled={isSaving} onClick={onTake}>
                {isSaving ? importing.takingIn : importing.takeIn(rows.length)}
              </button>
            )}
          </div>
          <ArrivalTable rows={rows} />
        </section>
      )}
    </>
  );
};

const Template = () => {
  const { importing } = usePageWords();
  const { outlets } = useApp();
  // The mark makes a spreadsheet read æ, ø and å as they are.
  const give = (): void => outlets.handOver({ name: importing.templateName, mime: "text/csv;charset=utf-8", text: `\ufeff${importing.templateColumns.join(";")}\r\n` });
  return (
    <p>
      <button type="button" className="button button-plain" onClick={give}>
        {importing.template}
      </button>
    </p>
  );
};
