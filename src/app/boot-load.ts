// Brings the program after the first paint, a piece a turn, so that a key pressed meanwhile waits for one piece at most.

/** A tab in the background never paints; it must not wait for it. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => void setTimeout(resolve);
    requestAnimationFrame(() => requestAnimationFrame(done));
    setTimeout(done, 500);
  });

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export const loadInPieces = async (pieces: ReadonlyArray<string>): Promise<void> => {
  await painted();
  for (const href of pieces) {
    const link = document.createElement("link");
    link.rel = "modulepreload";
    link.href = href;
    document.head.append(link);
  }
  for (const piece of pieces) {
    await import(/* @vite-ignore */ piece);
    await turn();
  }
};
