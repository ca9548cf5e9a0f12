// The one scanner of the program: it listens on every page, and asks where a person must choose.
import { useEffect, useRef, useState } from "react";
import { useApp, useWardState } from "../app-context.tsx";
import { usePageWords } from "../page-words.ts";
import { FoundVisit } from "../routes/visit/find-visit.tsx";
import { whichParam } from "../routes/visit/which-visit.tsx";
import { filesByNumber } from "#projections/by-number.ts";
import type { VisitFile } from "#projections/ward-state.ts";
import { Dialog } from "../ui/dialog.tsx";
import { listenForScans } from "./burst.ts";
import { onCameraAsked } from "./camera-ask.ts";
import { CameraDialog } from "./camera-dialog.tsx";
import { useScanned } from "./use-scanned.ts";
import "./scan.css";

export const Scanner = () => {
  const { book } = useApp();
  const { question, closeQuestion, go, take } = useScanned();
  const [isCamera, setCamera] = useState(false);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const stop = listenForScans({ take: (...scan) => latest.current(...scan) });
    // Whoever drives the page by a program sees from when on a scan is heard.
    document.documentElement.dataset["hearsScans"] = "";
    return () => {
      delete document.documentElement.dataset["hearsScans"];
      stop();
    };
  }, []);
  useEffect(() => onCameraAsked(() => setCamera(true)), []);
  if (book.is !== "open") return null;
  return (
    <>
      {isCamera && <CameraDialog onRead={go} onClose={() => setCamera(false)} />}
      {question?.is === "unknown" && <UnknownCode text={question.text} onClose={closeQuestion} />}
      {question?.is === "several" && <Several files={question.files} onClose={closeQuestion} />}
    </>
  );
};

const UnknownCode = ({ text, onClose }: { readonly text: string; readonly onClose: () => void }) => {
  const { hands } = usePageWords();
  const [isCopied, setCopied] = useState(false);
  return (
    <Dialog title={hands.unknownTitle} onClose={onClose}>
      <div className="stack">
        <output className="scan-text">{text}</output>
        <p className="soft">{hands.unknownText}</p>
        <button type="button" className="button button-main" onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true), () => undefined)}>
          {isCopied ? hands.copied : hands.copy}
        </button>
      </div>
    </Dialog>
  );
};

const Several = ({ files, onClose }: { readonly files: ReadonlyArray<VisitFile>; readonly onClose: () => void }) => {
  const { hands } = usePageWords();
  const state = useWardState();
  const addressOf = ({ visit: { id, number } }: VisitFile): string =>
    number === null || filesByNumber(state, number).length === 1 ? `/visit/${number ?? ""}` : `/visit/${number}?${whichParam}=${id}`;
  return (
    <Dialog title={hands.severalTitle} onClose={onClose}>
      <p>{hands.severalText}</p>
      {/* A choice leads to its chart, and the question is over. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- the links in it do the work */}
      <ul className="found-list" onClick={onClose}>
        {files.map((file) => (
          <li key={file.visit.id}>
            <FoundVisit file={file} to={addressOf(file)} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
};
