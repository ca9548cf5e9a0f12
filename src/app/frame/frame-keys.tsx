// The keys that work on every page, and the sheet that tells all keys.
import { useWords } from "../app-context.tsx";
import { useDeeds } from "../deeds.tsx";
import { useKeys } from "../keys.ts";
import { useNavigate } from "../router/way.ts";
import { Dialog } from "../ui/dialog.tsx";

export const useFrameKeys = ({ help }: { readonly help: () => void }): void => {
  const navigate = useNavigate();
  const { undo } = useDeeds();
  const go = (path: string) => () => navigate(path);
  useKeys({ n: go("/intake"), k: go("/"), r: go("/recovery"), q: go("/calls"), z: () => void undo(), "?": help });
};

export const KeyboardHelp = ({ onClose }: { readonly onClose: () => void }) => {
  const words = useWords();
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
