// What opens over a page: the way to every other page, and the sheet that tells all keys. No start waits for it.
import { usePageWords } from "../page-words.ts";
import { Link } from "../router/link.tsx";
import { useLocation } from "../router/way.ts";
import { Dialog } from "../ui/dialog.tsx";
import { morePlaces } from "./places.ts";

export interface FrameMenuProps {
  readonly is: "more" | "help";
  readonly onClose: () => void;
  readonly onHelp: () => void;
}

export const FrameMenu = ({ is, onClose, onHelp }: FrameMenuProps) => (is === "more" ? <MoreMenu onClose={onClose} onHelp={onHelp} /> : <KeyboardHelp onClose={onClose} />);

const MoreMenu = ({ onClose, onHelp }: { readonly onClose: () => void; readonly onHelp: () => void }) => {
  const words = usePageWords();
  const { pathname } = useLocation();
  return (
    <Dialog title={words.frame.more} onClose={onClose}>
      <nav className="more-list" aria-label={words.frame.more}>
        {morePlaces.map(({ path, word }) => (
          <Link key={path} to={path} className="button" onClick={onClose} aria-current={pathname === path ? "page" : undefined}>
            {words.frame[word]}
          </Link>
        ))}
        <button type="button" className="button" onClick={onHelp}>
          {words.frame.keyboardHelp} <kbd aria-hidden="true">?</kbd>
        </button>
      </nav>
    </Dialog>
  );
};

const KeyboardHelp = ({ onClose }: { readonly onClose: () => void }) => {
  const words = usePageWords();
  return (
    <Dialog title={words.keys.title} onClose={onClose}>
      <table className="key-table">
        <tbody>
          {words.keys.rows.map(([key, what]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
};
