// What is known already of whoever stands at the desk: among those who are here or rang, and in the journal's list.
import type { AtDoor } from "./door-callers.tsx";
import { DoorSame } from "./door-same.tsx";
import { DoorSnapshot, type DoorSnapshotProps } from "./door-snapshot.tsx";

export const DoorKnown = ({ reading, scale, formRef }: AtDoor & Pick<DoorSnapshotProps, "formRef">) => (
  <>
    <DoorSame reading={reading} scale={scale} />
    <DoorSnapshot details={reading.details} formRef={formRef} />
  </>
);
