// How many rows there is room for on the wall. Measured, as a wall's size, zoom and language are its own, and its foot grows with what it says.
import { useLayoutEffect, useState, type RefObject } from "react";

export const useRoom = (body: RefObject<HTMLElement | null>, rows: number): number => {
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    const measure = (): void => {
      const rowPx = body.current?.firstElementChild?.getBoundingClientRect().height ?? 0;
      const roomPx = body.current?.clientHeight ?? 0;
      setRoom(rowPx === 0 ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(roomPx / rowPx)));
    };
    measure();
    if (body.current === null || typeof ResizeObserver === "undefined") return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(body.current);
    return () => observer.disconnect();
  }, [body, rows]);
  return room;
};
