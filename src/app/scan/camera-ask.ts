// A button on any page asks for the camera; the one scanner of the program opens it.
let open: (() => void) | null = null;

export const askForCamera = (): void => open?.();

export const onCameraAsked = (opens: () => void): (() => void) => {
  open = opens;
  return () => {
    if (open === opens) open = null;
  };
};
