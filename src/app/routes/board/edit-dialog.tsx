// What can be chosen for a row: its level, its place, who has them: one tap chooses. And how they left. Undo takes it back.
import { useId, type FormEvent } from "react";
import { scales } from "#core/clinical/scales.ts";
import type { VisitId } from "#core/visit/events.ts";
import { settingsOf } from "#core/ward/ward.ts";
import type { BoardRow } from "#projections/board.ts";
import { awaitedOf } from "#projections/orders.ts";
import { usePageWords } from "../../page-words.ts";
import { useActor, useApp, useWardState } from "../../app-context.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { LevelSign } from "../../ui/level-sign.tsx";
import { endFormDraft } from "../../drafts/drafts.ts";
import { useTextDraft } from "../../drafts/use-draft.ts";
import { ownerIn } from "../visit/leave-commands.ts";
import { LeaveForm } from "../visit/leave-form.tsx";
import { draftForm } from "../visit/open-part.ts";
import { numberOf } from "./row-words.ts";
import type { RowDeeds } from "./use-row-deeds.ts";

export type Editing = "level" | "place" | "who" | "leave";

interface EditProps {
  readonly row: BoardRow;
  readonly deeds: RowDeeds;
  readonly onClose: () => void;
}

export const EditDialog = ({ what, ...props }: EditProps & { readonly what: Editing }) => {
  const words = usePageWords();
  const title = words.board[titles[what]](numberOf(props.row.visit, words));
  const giveUp = (): void => {
    for (const draft of [placeDraft, whoDraft, leaveDraft]) endFormDraft(draft(props.row.id));
    props.onClose();
  };
  return (
    <Dialog title={title} onClose={giveUp}>
      {what === "level" && <LevelChoice {...props} />}
      {what === "place" && <PlaceChoice {...props} />}
      {what === "who" && <WhoChoice {...props} />}
      {what === "leave" && <LeaveChoice {...props} />}
    </Dialog>
  );
};

const titles = { level: "setLevelOf", place: "moveOf", who: "whoOf", leave: "leaveOf" } as const;

const LevelChoice = ({ row, deeds, onClose }: EditProps) => {
  const words = usePageWords();
  const { prefs } = useApp();
  const { ward } = useWardState();
  return (
    <div className="board-choices board-choices-levels">
      {scales[settingsOf(ward).scale].levels.map(({ level, colour, name, limitMin }) => (
        <button
          key={level}
          type="button"
          className="board-level-choice"
          data-colour={colour}
          aria-pressed={row.triage?.value.level === level}
          onClick={() => {
            deeds.setLevel(row, level);
            onClose();
          }}
        >
          <LevelSign level={level} />
          <span>
            <b>{level}</b> {name[prefs.language]}
          </span>
          <span className="small">{words.levels.limit(limitMin)}</span>
        </button>
      ))}
    </div>
  );
};

const PlaceChoice = ({ row, deeds, onClose }: EditProps) => {
  const { board } = usePageWords();
  const { ward } = useWardState();
  const choose = (place: string | null): void => {
    endWhenSaved(placeDraft(row.id), deeds.move(row, place));
    onClose();
  };
  return (
    <>
      <Choices choices={settingsOf(ward).places} chosen={row.place} choose={choose} />
      <FreeText draft={placeDraft(row.id)} label={board.otherPlace} choose={choose} />
      {row.place !== null && <NoneOfThem text={board.noPlaceLeft} choose={choose} />}
    </>
  );
};

const WhoChoice = ({ row, deeds, onClose }: EditProps) => {
  const { board } = usePageWords();
  const me = useActor().name;
  const { ward } = useWardState();
  const choose = (clinician: string | null): void => {
    endWhenSaved(whoDraft(row.id), deeds.assign(row, clinician));
    onClose();
  };
  return (
    <>
      {me !== "" && (
        <button type="button" className="button button-main board-choice-me" aria-pressed={row.clinician === me} onClick={() => choose(me)}>
          {board.me(me)}
        </button>
      )}
      <Choices choices={settingsOf(ward).clinicians.filter((name) => name !== me)} chosen={row.clinician} choose={choose} />
      <FreeText draft={whoDraft(row.id)} label={board.otherWho} choose={choose} />
      {row.clinician !== null && <NoneOfThem text={board.nobody} choose={choose} />}
    </>
  );
};

/** The chart's own draft of it: what was begun here goes on there, and the other way round. */
const LeaveChoice = ({ row, deeds, onClose }: EditProps) => {
  const { clock } = useApp();
  const draft = leaveDraft(row.id);
  return (
    <LeaveForm
      draft={draft}
      awaited={awaitedOf(row.visit, clock.nowMs())}
      onLeave={(how, to, fields) => {
        endWhenSaved(draft, deeds.leave(row, how, to, ownerIn(fields)));
        onClose();
      }}
    />
  );
};

const placeDraft = (visit: VisitId): string => `board/${visit}/place`;
const whoDraft = (visit: VisitId): string => `board/${visit}/who`;
const leaveDraft = (visit: VisitId): string => draftForm(visit, { is: "panel", verb: "leave", byKey: false });

const endWhenSaved = (draft: string, saving: Promise<boolean>): void => void saving.then((isSaved) => isSaved && endFormDraft(draft));

interface ChoicesProps {
  readonly choices: ReadonlyArray<string>;
  readonly chosen: string | null;
  readonly choose: (text: string) => void;
}

const Choices = ({ choices, chosen, choose }: ChoicesProps) => (
  <div className="board-choices">
    {choices.map((text) => (
      <button key={text} type="button" className="button" aria-pressed={text === chosen} onClick={() => choose(text)}>
        {text}
      </button>
    ))}
  </div>
);

const NoneOfThem = ({ text, choose }: { readonly text: string; readonly choose: (none: null) => void }) => (
  <button type="button" className="button button-plain board-choice-none" onClick={() => choose(null)}>
    {text}
  </button>
);

const FreeText = ({ draft, label, choose }: { readonly draft: string; readonly label: string; readonly choose: (text: string) => void }) => {
  const { board } = usePageWords();
  const { text, type } = useTextDraft(draft, "");
  const id = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== "") choose(text.trim());
  };
  return (
    <form className="board-choice-text" onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <input id={id} value={text} autoComplete="off" onChange={(event) => type(event.target.value)} />
      </div>
      <button type="submit" className="button">
        {board.set}
      </button>
    </form>
  );
};
