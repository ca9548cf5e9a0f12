/**
 * What the tab, its history and a screen reader call the page.
 *
 * - TTL1 Every page has a title of its own, in the chosen language.
 * - TTL2 No patient's name or number stands in one: a title is seen on the task bar and stays in the browser's history.
 */
import { useEffect } from "react";
import type { Words } from "#i18n/words.ts";
import { useWords } from "../app-context.tsx";
import { useLocation } from "../router/way.ts";
import { mainPlaces, morePlaces } from "./places.ts";

export const pageTitle = (pathname: string, { frame, board, visit, later }: Words): string => {
  const [first = ""] = pathname.split("/").filter((part) => part !== "");
  const place = [...mainPlaces, ...morePlaces].find(({ path }) => path === `/${first}`);
  const name = place !== undefined ? frame[place.word] : first === "visit" ? visit.pageTitle : first === "disagreements" ? board.disagreement : first === "wall" ? board.wallTitle : later.unknown;
  return `${name} · ${frame.appName}`;
};

export const usePageTitle = (): void => {
  const words = useWords();
  const { pathname } = useLocation();
  const title = pageTitle(pathname, words);
  useEffect(() => {
    document.title = title;
  }, [title]);
};
