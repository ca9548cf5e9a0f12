// How many rows there is room for on the wall. Measured, as a wall's size, zoom and language are its own.
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
    addEventListener("resize", measure);
    return () => removeEventListener("resize", measure);
  }, [body, rows]);
  return room;
};
