// A file is chosen or dropped: one place for both, a real file field underneath.
import { useId, useState, type DragEvent } from "react";
import "./file-pick.css";

interface FilePickProps {
  readonly label: string;
  readonly orDrop: string;
  /** As of the file field; without it any file. What is dropped is not held to it. */
  readonly accept?: string;
  readonly onPick: (file: File) => void;
}

export const FilePick = ({ label, orDrop, accept, onPick }: FilePickProps) => {
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) onPick(file);
  };
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(true);
  };
  return (
    <div className="file-pick" data-over={isOver} onDrop={drop} onDragOver={over} onDragLeave={() => setIsOver(false)}>
      <label className="button" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="file"
        className="unseen"
        accept={accept}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file may be chosen again once it was put right, or with another code.
          target.value = "";
          if (file !== undefined) onPick(file);
        }}
      />
      <span className="soft small">{orDrop}</span>
    </div>
  );
};
