/**
 * A native modal dialog: Escape and (where the browser knows `closedby`) a tap outside close it, focus returns to where it was.
 *
 * - DLG1 A tap in a dialog within 700 ms of its opening, at the place of the tap that opened it, is the second half of a glove's
 *   double tap: it chooses nothing. A tap elsewhere in the dialog, and a key, count at once.
 */
import { useEffect, useRef, type MouseEvent, type ReactNode } from "react";
import { useWords } from "../app-context.tsx";
import { lastTap, isSameTap } from "./taps.ts";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export const Dialog = ({ title, onClose, children }: DialogProps) => {
  const words = useWords();
  const ref = useRef<HTMLDialogElement>(null);
  const openedBy = useRef(lastTap());
  useEffect(() => {
    const dialog = ref.current;
    dialog?.setAttribute("closedby", "any");
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  const dropSecondTap = (event: MouseEvent): void => {
    if (!isSameTap(openedBy.current, event.nativeEvent)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <dialog ref={ref} className="dialog" aria-label={title} onClose={onClose} onClickCapture={dropSecondTap}>
      <div className="dialog-head">
        <h2>{title}</h2>
        <button type="button" className="button" onClick={onClose}>
          {words.frame.close}
        </button>
      </div>
      {children}
    </dialog>
  );
};
