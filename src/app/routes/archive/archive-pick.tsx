// A .vaktbok file is chosen or dropped: one place for both, a real file field underneath.
import { useId, useState, type DragEvent } from "react";
import { useWords } from "../../app-context.tsx";

export const ArchivePick = ({ onPick }: { readonly onPick: (file: File) => void }) => {
  const { archive } = useWords();
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
    <div className="archive-pick" data-over={isOver} onDrop={drop} onDragOver={over} onDragLeave={() => setIsOver(false)}>
      <label className="button" htmlFor={id}>
        {archive.read}
      </label>
      <input
        id={id}
        type="file"
        className="unseen"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file may be chosen again, with another code.
          event.target.value = "";
          if (file !== undefined) onPick(file);
        }}
      />
      <span className="soft small">{archive.dropHere}</span>
    </div>
  );
};
