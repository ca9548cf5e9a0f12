// The keys that work on every page.
import { useDeeds } from "../deeds.tsx";
import { useKeys } from "../keys.ts";
import { useNavigate } from "../router/way.ts";

export const useFrameKeys = ({ help }: { readonly help: () => void }): void => {
  const navigate = useNavigate();
  const { undo } = useDeeds();
  const go = (path: string) => () => navigate(path);
  useKeys({ n: go("/intake"), k: go("/"), r: go("/recovery"), q: go("/calls"), z: () => void undo(), "?": help });
};
