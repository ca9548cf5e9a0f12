// One save at a time: Enter pressed twice, or held, writes once. Where it did not save, the next press tries anew.
import { useRef } from "react";

export const useOnce = (): ((save: () => Promise<void>) => void) => {
  const isSaving = useRef(false);
  return (save) => {
    if (isSaving.current) return;
    isSaving.current = true;
    void save().finally(() => {
      isSaving.current = false;
    });
  };
};
