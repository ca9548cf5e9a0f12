// What was just done, or what went wrong: said once, in one place, to eyes and to screen readers.
import { useWords } from "../app-context.tsx";
import { useDeeds } from "../deeds.tsx";
import { Link } from "../router/link.tsx";

export const NoticeBar = () => {
  const { notice, closeNotice, undo } = useDeeds();
  const words = useWords();
  return (
    <div aria-live="assertive" aria-atomic="true" className="no-print">
      {notice !== null && (
        <div className="notice" data-kind={notice.kind} key={notice.key}>
          <span>{notice.text}</span>
          {notice.deed !== null && (
            <button type="button" className="button" onClick={() => void undo(notice.deed)}>
              {words.frame.undo} <kbd aria-hidden="true">Z</kbd>
            </button>
          )}
          {notice.deed?.way !== undefined && (
            <Link className="button" to={notice.deed.way.to} onClick={closeNotice}>
              {notice.deed.way.word}
            </Link>
          )}
          <button type="button" className="button" onClick={closeNotice}>
            {words.frame.close}
          </button>
        </div>
      )}
    </div>
  );
};
