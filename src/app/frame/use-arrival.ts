/**
 * Where the focus goes when another page comes.
 *
 * - ARR1 After going to another page the focus stands on its heading, so that a screen reader says where one is and Tab goes on from there.
 * - ARR2 A page that takes the focus itself keeps it, and the first page of a start takes it from nobody.
 * - ARR3 Another page begins at its top, however far down the one before was read; the way back leads to where one was.
 */
import { useEffect, useRef, type RefObject } from "react";
import { useWay } from "../router/way.ts";

export const useArrival = (content: RefObject<HTMLElement | null>): void => {
  const { spot: { pathname }, came: way } = useWay();
  // A frame that is drawn anew by going somewhere (back from the wall) has arrived; one that a start draws has not.
  const shown = useRef(way === "POP" ? pathname : null);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    if (way !== "POP") document.documentElement.scrollTop = 0;
    // On the way back the browser finds the place on the page: the focus must not scroll it away.
    if (content.current !== null) focusHeading(content.current, way === "POP");
  }, [content, pathname, way]);
};

const focusHeading = (content: HTMLElement, preventScroll: boolean): void => {
  const heading = content.querySelector("h1");
  const page = [...content.children].find((child) => child.contains(heading));
  if (heading !== null && page?.contains(document.activeElement) === true) return;
  if (heading !== null) heading.tabIndex = -1;
  (heading ?? content).focus({ preventScroll });
};
