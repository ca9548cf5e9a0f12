// Hold the code in front of the camera, or type the number: whichever works first.
import { useEffect, useRef, type FormEvent } from "react";
import { readScanned, type Scanned } from "#forms/scanned.ts";
import type { HandsWords } from "#i18n/pages/hands.ts";
import { useApp } from "../app-context.tsx";
import { usePageWords } from "../page-words.ts";
import { Dialog } from "../ui/dialog.tsx";
import { useCamera, type CameraState } from "./use-camera.ts";

interface CameraDialogProps {
  readonly onRead: (scanned: Scanned) => void;
  readonly onClose: () => void;
}

export const CameraDialog = ({ onRead, onClose }: CameraDialogProps) => {
  const { hands } = usePageWords();
  const { clock } = useApp();
  const input = useRef<HTMLInputElement>(null);
  const read = (text: string): void => {
    onClose();
    onRead(readScanned(text, clock.nowMs()));
  };
  const { video, state } = useCamera(read);
  const isSeeing = state === "readsAll" || state === "readsQr";
  const isBlind = !isSeeing && state !== "starting";
  useEffect(() => {
    if (isBlind) input.current?.focus();
  }, [isBlind]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const text = input.current?.value.trim() ?? "";
    if (text !== "") read(text);
  };
  return (
    <Dialog title={hands.scanTitle} onClose={onClose}>
      <div className="stack scan-camera" data-state={isSeeing ? "seeing" : state}>
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- a camera's own picture, without sound */}
        <video ref={video} muted playsInline aria-hidden="true" hidden={isBlind} />
        <p role={isBlind ? "alert" : "status"} className={isBlind ? "scan-blind" : "soft"}>
          {stateText(state, hands)}
        </p>
        <form className="scan-typed" autoComplete="off" onSubmit={submit}>
          <div className="field">
            <label htmlFor="scan-typed">{hands.typeIt}</label>
            <input id="scan-typed" ref={input} type="text" autoComplete="off" autoCapitalize="characters" spellCheck={false} placeholder="TRA-017-K" />
          </div>
          <button type="submit" className="button button-main">
            {hands.open}
          </button>
        </form>
      </div>
    </Dialog>
  );
};

const stateText = (state: CameraState, hands: HandsWords): string => {
  switch (state) {
    case "starting":
      return hands.cameraStarts;
    case "readsAll":
      return `${hands.scanHint} ${hands.linesToo}`;
    case "readsQr":
      return `${hands.scanHint} ${hands.qrOnly}`;
    case "refused":
      return hands.cameraRefused;
    case "none":
      return hands.cameraNone;
    case "busy":
      return hands.cameraBusy;
  }
};
