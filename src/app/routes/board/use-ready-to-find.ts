// Makes the search ready when the page has nothing better to do, a little at a time.
import { useEffect } from "react";
import { readyToFind } from "#projections/find.ts";
import type { WardState } from "#projections/ward-state.ts";

const atATime = 50;

export const useReadyToFind = ({ visits }: WardState): void => {
  useEffect(() => {
    if (!("requestIdleCallback" in window)) return undefined;
    const files = [...visits.values()];
    let handle = requestIdleCallback(function next(): void {
      readyToFind(files.splice(0, atATime));
      if (files.length > 0) handle = requestIdleCallback(next);
    });
    return () => cancelIdleCallback(handle);
  }, [visits]);
};
