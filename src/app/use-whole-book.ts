// Whether those who left long ago have been read too: what lists everybody waits for it.
import { useEffect, useState } from "react";
import { useApp } from "./app-context.tsx";

export const useWholeBook = (): boolean => {
  const { book } = useApp();
  const feed = book.is === "open" ? book.feed : null;
  const [whole, setWhole] = useState<typeof feed>(null);
  useEffect(() => {
    if (feed !== null) void feed.whole.then(() => setWhole(feed));
  }, [feed]);
  return feed !== null && whole === feed;
};
