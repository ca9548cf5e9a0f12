/**
 * Real or drill: two books that never meet. Which one this tab shows is the tab's own; a new tab shows the real one.
 *
 * - PRO1 Only a person's own tap leads into a drill or out of it; what cannot be read is the real book.
 * - PRO2 An emptying is asked for once and done once, and only ever of the drill.
 */
import type { Profile } from "./app-context.tsx";

const key = "vaktbok-profile";
const anewKey = "vaktbok-drill-anew";

export const readProfile = (storage: Pick<Storage, "getItem">): Profile => (storage.getItem(key) === "drill" ? "drill" : "real");

export const writeProfile = (storage: Pick<Storage, "setItem" | "removeItem">, to: Profile | "drillAnew"): void => {
  storage.removeItem(anewKey);
  if (to === "real") storage.removeItem(key);
  else storage.setItem(key, "drill");
  if (to === "drillAnew") storage.setItem(anewKey, "yes");
};

/** Whether the drill's book shall be emptied before it opens; a second asking says no. */
export const takeAnew = (storage: Pick<Storage, "getItem" | "removeItem">): boolean => {
  const isAnew = readProfile(storage) === "drill" && storage.getItem(anewKey) !== null;
  storage.removeItem(anewKey);
  return isAnew;
};
