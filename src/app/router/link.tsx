/**
 * A link to a page of ours: a real one, which the browser can open in a tab of its own, copy and tell of.
 *
 * - LNK1 A plain click or Enter goes there without a load; a click with a key held, or one that a page has taken, is left to the browser or the page.
 * - LNK2 A link to the page that is shown adds no step to the way back.
 */
import type { ComponentProps, MouseEvent } from "react";
import { useWay } from "./way.ts";

interface LinkProps extends Omit<ComponentProps<"a">, "href"> {
  readonly to: string;
  /** In the place of the page that is shown: back goes past it. */
  readonly replace?: boolean;
}

export const Link = ({ to, replace = false, onClick, children, ...rest }: LinkProps) => {
  const { spot, go, href } = useWay();
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.altKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(to, { replace: replace || to === `${spot.pathname}${spot.search}${spot.hash}` });
  };
  return (
    <a {...rest} href={href(to)} onClick={follow}>
      {children}
    </a>
  );
};
