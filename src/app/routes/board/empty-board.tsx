// The board before anybody has come: what will be here, the first thing to do, and a way to see it alive.
import { usePageWords } from "../../page-words.ts";
import { useApp } from "../../app-context.tsx";
import { Link } from "../../router/link.tsx";

export const EmptyBoard = () => {
  const { board, frame } = usePageWords();
  const { profile, switchTo } = useApp();
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
        {profile === "real" && (
          <button type="button" className="board-empty-way" onClick={() => switchTo("drillAnew")}>
            <strong>{board.emptyDrill}</strong>
            <span>{board.emptyDrillText}</span>
          </button>
        )}
      </div>
    </section>
  );
};
