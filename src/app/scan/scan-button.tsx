// The way to the camera, on the door and on the board.
import { QrCodeScanningIcon } from "@navikt/aksel-icons";
import { usePageWords } from "../page-words.ts";
import { askForCamera } from "./camera-ask.ts";

export const ScanButton = () => {
  const { hands } = usePageWords();
  return (
    <button type="button" className="button scan-button no-print" aria-haspopup="dialog" onClick={askForCamera}>
      <QrCodeScanningIcon aria-hidden />
      <span>{hands.scan}</span>
    </button>
  );
};
