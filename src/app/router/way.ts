// Where in the program one is, how one came there, and how to go on. What the browser's history has to do with it is in ways.tsx.
import { createContext, useContext, useMemo } from "react";

export interface Spot {
  /** A screen's address as screens know themselves: from the slash on, without the folder that the program lies in. */
  readonly pathname: string;
  /** With its question mark; empty when there is none. */
  readonly search: string;
  /** With its `#`; empty when there is none. */
  readonly hash: string;
  /** What the page before sent along. */
  readonly state: unknown;
}

/** "POP" is the way back or on in the browser's history, and the first page of a start. */
export type Came = "POP" | "PUSH" | "REPLACE";

export interface GoOptions {
  readonly replace?: boolean;
  readonly state?: unknown;
}

export type Go = (path: string, options?: GoOptions) => void;

export interface Way {
  readonly spot: Spot;
  readonly came: Came;
  readonly go: Go;
  /** What a link's address is in the page. */
  readonly href: (path: string) => string;
}

const WayContext = createContext<Way | null>(null);
export const WayProvider = WayContext.Provider;

export const useWay = (): Way => {
  const way = useContext(WayContext);
  if (way === null) throw new Error("a page was drawn outside the router");
  return way;
};

export const useLocation = (): Spot => useWay().spot;

export const useNavigate = (): Go => useWay().go;

export const useSearch = (): URLSearchParams => {
  const { search } = useLocation();
  return useMemo(() => new URLSearchParams(search), [search]);
};

export const spotOf = (path: string, state: unknown = null): Spot => {
  const [, pathname = "", search = "", hash = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(path) ?? [];
  return { pathname: pathname === "" ? "/" : pathname, search: search === "?" ? "" : search, hash: hash === "#" ? "" : hash, state };
};
