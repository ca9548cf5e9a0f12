/**
 * A file's lines, one after another, never all of it at once.
 *
 * - BLB1 Each line is given once and whole, the last one too when it has no end; a line longer than the limit ends the reading.
 */
export const blobLines = async function* (file: Blob, maxLineLength: number): AsyncGenerator<string> {
  const reader = file.stream().getReader();
  const utf8 = new TextDecoder();
  let rest = "";
  for (let next = await reader.read(); ; next = await reader.read()) {
    rest += utf8.decode(next.value, { stream: !next.done });
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
    if (next.done) break;
    if (rest.length > maxLineLength) {
      await reader.cancel();
      return;
    }
  }
  if (rest !== "") yield rest;
};
