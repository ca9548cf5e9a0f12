// Real or drill: two books that never meet. Which one this tab shows is the tab's own; a new tab shows the real one.
import type { Profile } from "./app-context.tsx";

const key = "vaktbok-profile";

export const readProfile = (storage: Pick<Storage, "getItem">): Profile => (storage.getItem(key) === "drill" ? "drill" : "real");

export const writeProfile = (storage: Pick<Storage, "setItem" | "removeItem">, profile: Profile): void => {
  if (profile === "drill") storage.setItem(key, "drill");
  else storage.removeItem(key);
};
