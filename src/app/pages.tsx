/**
 * Every page but the door, each a piece of its own: the door's first key waits for none of them. All are fetched right after
 * the start, so that nothing an outage needs is missing when somebody goes there.
 */
import { lazy, useState, type ComponentType } from "react";
import type { FrameMenuProps } from "./frame/menu.tsx";

interface Page<P> {
  readonly View: ComponentType<P>;
  readonly load: () => Promise<void>;
}

/** Drawn at once when it is here; a page that is shown while it loads stays the one that was shown. */
const page = <P extends object = object>(fetchPage: () => Promise<ComponentType<P>>): Page<P> => {
  let here: ComponentType<P> | null = null;
  const load = async (): Promise<void> => {
    here ??= await fetchPage();
  };
  const Later = lazy(async () => ({ default: await fetchPage() }));
  const View = (props: P) => {
    const [Shown] = useState(() => here ?? Later);
    return <Shown {...props} />;
  };
  return { View, load };
};

const pages = {
  board: page(async () => (await import("./routes/board/board-page.tsx")).BoardPage),
  wall: page(async () => (await import("./routes/board/wall-page.tsx")).WallPage),
  disagreements: page(async () => (await import("./routes/visit/disagreements-page.tsx")).DisagreementsPage),
  visit: page(async () => (await import("./routes/visit/visit-page.tsx")).VisitPage),
  calls: page(async () => (await import("./routes/calls/calls-page.tsx")).CallsPage),
  downtime: page(async () => (await import("./routes/downtime/downtime-page.tsx")).DowntimePage),
  recovery: page(async () => (await import("./routes/recovery/recovery-page.tsx")).RecoveryPage),
  back: page(async () => (await import("./routes/recovery/back-page.tsx")).BackPage),
  import: page(async () => (await import("./routes/import/import-page.tsx")).ImportPage),
  drill: page(async () => (await import("./routes/drill/drill-page.tsx")).DrillPage),
  rescue: page(async () => (await import("./routes/rescue/rescue-page.tsx")).RescuePage),
  print: page(async () => (await import("./routes/print/print-page.tsx")).PrintPage),
  settings: page(async () => (await import("./routes/settings/settings-page.tsx")).SettingsPage),
  later: page(async () => (await import("./routes/later/later-page.tsx")).LaterPage),
  frameMenu: page<FrameMenuProps>(async () => (await import("./frame/menu.tsx")).FrameMenu),
  frameTips: page(async () => (await import("./frame/tips.tsx")).FrameTips),
  careAlarms: page(async () => (await import("./frame/care-alarms.tsx")).CareAlarms),
  updateTip: page(async () => (await import("./frame/update-tip.tsx")).UpdateTip),
  scanner: page(async () => (await import("./scan/scanner.tsx")).Scanner),
} as const;

export const {
  board: { View: BoardPage },
  wall: { View: WallPage },
  disagreements: { View: DisagreementsPage },
  visit: { View: VisitPage },
  calls: { View: CallsPage },
  downtime: { View: DowntimePage },
  recovery: { View: RecoveryPage },
  back: { View: BackPage },
  import: { View: ImportPage },
  drill: { View: DrillPage },
  rescue: { View: RescuePage },
  print: { View: PrintPage },
  settings: { View: SettingsPage },
  later: { View: LaterPage },
  frameMenu: { View: FrameMenu },
  frameTips: { View: FrameTips },
  careAlarms: { View: CareAlarms },
  updateTip: { View: UpdateTip },
  scanner: { View: Scanner },
} = pages;

/** The page of this address, before it is drawn: a start shows no empty frame. */
export const loadPageAt = async (pathname: string): Promise<void> => {
  const [first = ""] = pathname.split("/").filter((part) => part !== "");
  if (first === "intake") return;
  const name = Object.keys(pages).find((one): one is keyof typeof pages => one === first);
  await pages[first === "" ? "board" : (name ?? "later")].load();
};

/** One after another, each in a turn of its own. */
export const loadAllPages = async (): Promise<void> => {
  for (const { load } of Object.values(pages)) {
    await load();
    await new Promise((resolve) => setTimeout(resolve));
  }
};
