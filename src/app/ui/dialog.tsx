// A native modal dialog: Escape and (where the browser knows `closedby`) a tap outside close it, focus returns to where it was.
import { useEffect, useRef, type ReactNode } from "react";
import { useWords } from "../app-context.tsx";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export const Dialog = ({ title, onClose, children }: DialogProps) => {
  const words = useWords();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    dialog?.setAttribute("closedby", "any");
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={ref} className="dialog" aria-label={title} onClose={onClose}>
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
