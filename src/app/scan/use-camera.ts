/**
 * The camera while a code is looked for: started, read picture by picture, and let go.
 *
 * - CAM1 The camera is let go as soon as a code was read or the page is left, also when it was granted only after that.
 * - CAM2 A camera that is refused, missing or busy is said, each in its own words; what can be typed is never held up by it.
 */
import { useEffect, useRef, useState, type RefObject } from "react";
import { pictureReader } from "./read-picture.ts";

export type CameraState = "starting" | "readsAll" | "readsQr" | "refused" | "none" | "busy";

export interface Camera {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly state: CameraState;
}

const everyMs = 120;

export const useCamera = (onRead: (text: string) => void): Camera => {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>("starting");
  const latest = useRef(onRead);
  useEffect(() => {
    latest.current = onRead;
  });
  useEffect(() => {
    let isOver = false;
    let stream: MediaStream | null = null;
    const stop = (): void => {
      isOver = true;
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    const look = async (): Promise<void> => {
      const [reader, granted] = await Promise.all([pictureReader(), cameraOf()]);
      stream = granted;
      const shown = video.current;
      if (isOver || shown === null) return stop();
      shown.srcObject = granted;
      await shown.play();
      setState(reader.readsLines ? "readsAll" : "readsQr");
      for (let read: string | null = null; !isOver; await new Promise((resolve) => setTimeout(resolve, everyMs))) {
        read = await reader.read(shown);
        if (read === null || isOver) continue;
        stop();
        latest.current(read);
      }
    };
    look().catch((fault: unknown) => {
      if (!isOver) setState(stateOf(fault));
      stop();
    });
    return stop;
  }, []);
  return { video, state };
};

const cameraOf = async (): Promise<MediaStream> => {
  // Absent where the page came over plain http from another machine.
  const { mediaDevices } = navigator as { readonly mediaDevices?: MediaDevices };
  if (mediaDevices === undefined) throw new DOMException("no cameras here", "NotFoundError");
  return mediaDevices.getUserMedia({ audio: false, video: { facingMode: "environment", width: { ideal: 1280 } } });
};

const stateOf = (fault: unknown): CameraState => {
  const name = fault instanceof DOMException ? fault.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "refused";
  return name === "NotFoundError" || name === "OverconstrainedError" ? "none" : "busy";
};
