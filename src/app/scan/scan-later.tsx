// What the door and the board show of the scanner: pieces of their own, so that no first key waits for them.
import { lazy, Suspense, type ComponentProps } from "react";

const ScanButtonLater = lazy(async () => ({ default: (await import("./scan-button.tsx")).ScanButton }));
const PaperChipLater = lazy(async () => ({ default: (await import("./paper-chip.tsx")).PaperChip }));

/** Of the scanner's own piece; what it stands in waits for neither. */
export const ScanButton = () => (
  <Suspense fallback={null}>
    <ScanButtonLater />
  </Suspense>
);
export const PaperChip = (props: ComponentProps<typeof PaperChipLater>) => (
  <Suspense fallback={null}>
    <PaperChipLater {...props} />
  </Suspense>
);
