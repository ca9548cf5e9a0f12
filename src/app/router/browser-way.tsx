/**
 * The browser's history as the program's own: each screen has an address, and back is back.
 *
 * - WAY1 Going somewhere is a step that back undoes; going in the place of a page is none.
 * - WAY2 A page that is shown stays while the next one is still on its way.
 * - WAY3 What one page sends to the next is there again after back and on.
 */
import { startTransition, useLayoutEffect, useMemo, useState, type ReactNode } from "react";
import { addressOf, here, screenAt } from "../place.ts";
import { spotOf, WayProvider, type Came, type GoOptions, type Spot, type Way } from "./way.ts";

type Step = Pick<Way, "spot" | "came">;

export const BrowserWay = ({ children }: { readonly children: ReactNode }) => {
  const [step, setStep] = useState<Step>(() => ({ spot: spotNow(), came: "POP" }));
  const way = useMemo<Way>(() => {
    const go: Way["go"] = (path, options) => {
      const came = take(path, options);
      startTransition(() => setStep({ spot: spotNow(), came }));
    };
    return { ...step, go, href: (path) => addressOf(path) };
  }, [step]);
  useLayoutEffect(() => {
    const onPop = (): void => startTransition(() => setStep({ spot: spotNow(), came: "POP" }));
    window.addEventListener("popstate", onPop);
    return () => window.removeEventListener("popstate", onPop);
  }, []);
  return <WayProvider value={way}>{children}</WayProvider>;
};

const take = (path: string, { replace = false, state = null }: GoOptions = {}): Came => {
  const address = addressOf(path);
  const entry = { sent: state };
  try {
    history[replace ? "replaceState" : "pushState"](entry, "", address);
  } catch {
    // WebKit gives nobody more than a hundred steps in half a minute. Then the page is loaded.
    location.assign(address);
  }
  return replace ? "REPLACE" : "PUSH";
};

const spotNow = (): Spot => {
  const entry: unknown = history.state;
  // Behind the `#` of the one file, and of a host without rules, stands the screen: `screenAt` has it.
  const hash = here.isFile || location.hash.startsWith("#/") ? "" : location.hash;
  return spotOf(`${screenAt(location)}${hash}`, typeof entry === "object" && entry !== null && "sent" in entry ? entry.sent : null);
};
