/**
 * A photo, taken and looked at before it is saved.
 *
 * - PHP1 What will be saved is shown as it will be saved, with its size; until then nothing of it is in the book.
 * - PHP2 Without a picture nothing is written: the panel says so and stays. The picture and what is said of it stand again after a
 *   reload; where not all of the picture came back, the panel says that it must be taken anew.
 * - PHP3 A patient's answer about photographs stands beside it, and a no is said; it stops nobody from taking a photo of a paper.
 * - PHP4 A book with as many photos as a sealed archive can hold takes no more, and says what to do instead.
 */
import { useEffect, useRef, useState, type DragEvent, type FormEvent } from "react";
import { maxPhotos } from "#core/clinical/photo.ts";
import { answerOf } from "#core/visit/visit.ts";
import { readPhotoWords } from "#forms/photo.ts";
import { countPhotos } from "#projections/with-pictures.ts";
import { useWardState } from "../../app-context.tsx";
import { fieldsIn } from "../../drafts/native-form.ts";
import { endPicture, keepPicture, takePicture } from "../../drafts/picture-draft.ts";
import { useFormDraft } from "../../drafts/use-draft.ts";
import { shrinkPhoto, type ShrinkFault, type ShrunkPhoto } from "../../photo/shrink-photo.ts";
import { standingText } from "./fact-text.ts";
import { draftForm } from "./open-part.ts";
import { PanelFoot } from "./panel-foot.tsx";
import { PhotoFields } from "./photo-fields.tsx";
import { photoHead } from "./photo-text.ts";
import { pictureAddress } from "./use-picture.ts";
import type { Chart } from "./use-chart.ts";
import { useOnce } from "./use-once.ts";
import "./photo.css";

type Taken = { readonly is: "nothing" } | { readonly is: "shrinking" } | { readonly is: "refused"; readonly why: ShrinkFault | "takeAnew" } | { readonly is: "taken"; readonly picture: ShrunkPhoto };

export const PhotoPanel = ({ chart }: { readonly chart: Chart }) => {
  const words = chart.text.words.photo;
  const isFull = countPhotos(useWardState()) >= maxPhotos;
  return isFull ? (
    <p className="choice-panel" role="status">
      {words.full}
    </p>
  ) : (
    <PhotoForm chart={chart} />
  );
};

const PhotoForm = ({ chart }: { readonly chart: Chart }) => {
  const { text, act, file } = chart;
  const words = text.words.photo;
  const ref = useRef<HTMLFormElement>(null);
  const form = draftForm(file.visit.id, { is: "panel", verb: "photo", byKey: false });
  const { taken, pick } = useTaken(form, () => ref.current?.querySelector<HTMLElement>("input[type=radio]")?.focus());
  const [isEmpty, setEmpty] = useState(false);
  const once = useOnce();
  const keep = useFormDraft(form, ref);
  useEffect(() => {
    ref.current?.querySelector("input")?.focus();
  }, []);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (taken.is !== "taken") return setEmpty(true);
    const { jpeg, ...measures } = taken.picture;
    const photo = readPhotoWords({ mime: "image/jpeg", ...measures }, fieldsIn(event.currentTarget));
    return once(() => act((atMs) => ({ type: "TakePhoto", photo, jpeg, atMs }), photoHead(photo, words)));
  };
  return (
    <form ref={ref} className="choice-panel photo-panel" autoComplete="off" noValidate onInput={keep} onSubmit={submit}>
      <PhotoPick
        taken={taken}
        words={words}
        onPick={(picked) => {
          setEmpty(false);
          pick(picked);
        }}
      />
      <div className="photo-said">
        <PhotoFields typed={nothingTyped} words={words} />
        <Consent chart={chart} />
        <PanelFoot missing={isEmpty ? words.missing : null} save={words.save} />
      </div>
    </form>
  );
};

const nothingTyped = {};

/** Of two that were picked in a row the later is taken, whichever was made small first. */
const useTaken = (form: string, onTaken: () => void): { readonly taken: Taken; readonly pick: (file: File) => void } => {
  const [taken, setTaken] = useState<Taken>({ is: "nothing" });
  const latest = useRef<File | null>(null);
  useEffect(() => {
    let isHere = true;
    void takePicture(form).then((found) => {
      if (!isHere || found === null || latest.current !== null) return;
      setTaken(found === "broken" ? { is: "refused", why: "takeAnew" } : { is: "taken", picture: found });
    });
    return () => {
      isHere = false;
    };
  }, [form]);
  const pick = (file: File): void => {
    latest.current = file;
    setTaken({ is: "shrinking" });
    void shrinkPhoto(file).then((shrunk) => {
      if (latest.current !== file) return;
      setTaken(shrunk.ok ? { is: "taken", picture: shrunk.value } : { is: "refused", why: shrunk.error });
      if (!shrunk.ok) return endPicture(form);
      keepPicture(form, shrunk.value);
      onTaken();
    });
  };
  return { taken, pick };
};

interface PickProps {
  readonly taken: Taken;
  readonly words: Chart["text"]["words"]["photo"];
  readonly onPick: (file: File) => void;
}

const PhotoPick = ({ taken, words, onPick }: PickProps) => {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped !== undefined) onPick(dropped);
  };
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  const isTaken = taken.is === "taken";
  return (
    <div className="file-pick photo-pick" data-over={isOver} onDrop={drop} onDragOver={over} onDragLeave={() => setOver(false)}>
      {isTaken && <img className="photo-preview" src={pictureAddress(taken.picture.jpeg)} alt={words.preview} width={taken.picture.width} height={taken.picture.height} />}
      <div className="row">
        <FileButton word={isTaken ? words.chooseAgain : words.choose} onPick={onPick} isMain={!isTaken} />
        <FileButton word={isTaken ? words.again : words.take} onPick={onPick} isMain={!isTaken} fromCamera />
      </div>
      <p className="photo-note small" role="status" data-kind={taken.is === "refused" ? "warn" : "plain"}>
        {noteText(taken, words)}
      </p>
    </div>
  );
};

const noteText = (taken: Taken, words: PickProps["words"]): string => {
  switch (taken.is) {
    case "nothing":
      return words.orDrop;
    case "shrinking":
      return words.shrinking;
    case "refused":
      return words[taken.why];
    case "taken":
      return `${taken.picture.width} × ${taken.picture.height}, ${Math.ceil(taken.picture.size / 1024)} ${words.kilobytes}. ${words.notSavedYet}`;
  }
};

interface FileButtonProps {
  readonly word: string;
  readonly isMain: boolean;
  readonly fromCamera?: true;
  readonly onPick: (file: File) => void;
}

const FileButton = ({ word, isMain, fromCamera, onPick }: FileButtonProps) => (
  <label className={`button${isMain && fromCamera ? " button-main" : ""} photo-button${fromCamera ? " photo-camera" : ""}`}>
    <input
      type="file"
      accept="image/*"
      capture={fromCamera && "environment"}
      onChange={({ target }) => {
        const picked = target.files?.[0];
        // The same file may be chosen again.
        target.value = "";
        if (picked !== undefined) onPick(picked);
      }}
    />
    {word}
  </label>
);

const Consent = ({ chart: { file, text } }: { readonly chart: Chart }) => {
  const words = text.words.photo;
  const answer = answerOf(file.visit, "mayPhotograph");
  const isNo = answer?.is === "known" && answer.value === "no";
  return (
    <p className="field-note" data-kind={isNo ? "warn" : "plain"}>
      {words.consent}: {standingText("mayPhotograph", file.visit, text)}.{isNo && ` ${words.consentNo}`}
    </p>
  );
};
