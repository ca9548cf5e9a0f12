/**
 * Which page an address shows.
 *
 * - RTS1 `:name` stands for one piece of the address, whatever letters it is written with; the page gets it as text.
 * - RTS2 A page of its own goes before `*`, which is for every address that has none.
 * - RTS3 What a page and the next one have around them stays as it is when one goes from the one to the other.
 */
import { Children, createContext, isValidElement, useContext, type ReactNode } from "react";
import { useLocation } from "./way.ts";

interface RouteProps {
  /** Left out, with pages inside: what stands around them. */
  readonly path?: string;
  /** The address of the whole: "/". */
  readonly index?: boolean;
  readonly element: ReactNode;
  readonly children?: ReactNode;
}

/** Read by Routes, and never drawn itself. */
export const Route = (_props: RouteProps): null => null;

type Params = Readonly<Record<string, string | undefined>>;

interface Shown {
  readonly page: ReactNode;
  readonly around: ReactNode;
  readonly params: Params;
}

const ParamsContext = createContext<Params>({});
const PageContext = createContext<ReactNode>(null);

export const useParams = (): Params => useContext(ParamsContext);

/** Where the page stands in what is around it. */
export const Outlet = () => useContext(PageContext);

export const Routes = ({ children }: { readonly children: ReactNode }) => {
  const { pathname } = useLocation();
  const shown = shownAt(pathname, routesIn(children));
  if (shown === null) return null;
  return (
    <ParamsContext value={shown.params}>
      <PageContext value={shown.page}>{shown.around ?? shown.page}</PageContext>
    </ParamsContext>
  );
};

interface Found {
  readonly path: string;
  readonly page: ReactNode;
  readonly around: ReactNode;
}

const routesIn = (children: ReactNode, around: ReactNode = null): ReadonlyArray<Found> =>
  Children.toArray(children).flatMap((child) => {
    if (!isValidElement<RouteProps>(child)) return [];
    const { path, index = false, element, children: inside } = child.props;
    return inside === undefined ? [{ path: index ? "" : (path ?? ""), page: element, around }] : routesIn(inside, element);
  });

const isForAll = ({ path }: Found): boolean => path.endsWith("*");

const shownAt = (pathname: string, routes: ReadonlyArray<Found>): Shown | null => {
  for (const { path, page, around } of [...routes.filter((one) => !isForAll(one)), ...routes.filter(isForAll)]) {
    const params = paramsOf(path, pathname);
    if (params !== null) return { page, around, params };
  }
  return null;
};

/** null: another address. */
const paramsOf = (path: string, pathname: string): Params | null => {
  const names: string[] = [];
  const pattern = path
    .replace(/^\/|\/?\*$/g, "")
    .replace(/:(\w+)/g, (_all, name: string) => {
      names.push(name);
      return "([^/]+)";
    });
  const found = new RegExp(`^/*${pattern}${path.endsWith("*") ? "(?:/.*)?" : "/*"}$`, "i").exec(pathname);
  return found === null ? null : Object.fromEntries(names.map((name, place) => [name, decoded(found[place + 1] ?? "")]));
};

const decoded = (piece: string): string => {
  try {
    return decodeURIComponent(piece);
  } catch {
    // Typed by hand, with a lone %: it is what it says.
    return piece;
  }
};
