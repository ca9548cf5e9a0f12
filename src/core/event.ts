// Everything that can stand in a record. A new event added here breaks the build in every fold that does not know it.
import type { DowntimeEvent } from "./downtime/events.ts";
import type { RecoveryEvent } from "./recovery/events.ts";
import type { VisitEvent } from "./visit/events.ts";
import type { WardEvent } from "./ward/events.ts";

export type KnownEvent = VisitEvent | DowntimeEvent | WardEvent | RecoveryEvent;
