// The board before anybody has come: what will be here, the first thing to do, and a way to see it alive.
import { Link } from "react-router";
import { useApp, useWords } from "../../app-context.tsx";

export const EmptyBoard = () => {
  const { board, frame } = useWords();
  const { profile } = useApp();
  return (
    <section className="board-empty">
      <h2>{board.empty}</h2>
      <p className="soft">{board.emptyText}</p>
      <div className="board-empty-ways">
        <Link to="/intake" className="board-empty-way board-empty-way-first">
          <strong>
            {frame.newPatient} <kbd>N</kbd>
          </strong>
          <span>{board.emptyFirstText}</span>
        </Link>
        <Link to="/drill" className="board-empty-way">
          <strong>{board.emptyDrill}</strong>
          <span>{profile === "drill" ? frame.drillMark : board.emptyDrillText}</span>
        </Link>
      </div>
    </section>
  );
};
