// The page that was drawn ahead of the program, as long as it stands.
export const drawnPage = (): HTMLElement | null => document.getElementById("shell");
