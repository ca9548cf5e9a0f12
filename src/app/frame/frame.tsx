/**
 * What stands around every page: ward and device, page switch, the state of the records, the outage clock, the time.
 */
import { Suspense, useRef, useState, type MouseEvent } from "react";
import { HouseIcon, MenuGridIcon, PersonPlusIcon, ArrowUndoIcon, LineGraphIcon } from "@navikt/aksel-icons";
import { useApp, useWardState, useWords } from "../app-context.tsx";
import { Link } from "../router/link.tsx";
import { Outlet } from "../router/routes.tsx";
import { FrameMenu, FrameTips, UpdateTip } from "../pages.tsx";
import { useLocation } from "../router/way.ts";
import { NoticeBar } from "../ui/notice-bar.tsx";
import { useSettings } from "../use-settings.ts";
import { Alarms } from "./alarms.tsx";
import { ClockAlarm } from "./clock-doubt.tsx";
import { DayClock, OutageClock } from "./outage-clock.tsx";
import { useFrameKeys } from "./frame-keys.ts";
import { usePageTitle } from "./page-title.ts";
import { mainPlaces } from "./places.ts";
import { RecordsState } from "./records-state.tsx";
import { useArrival } from "./use-arrival.ts";
import "./frame.css";

const icons = { board: HouseIcon, newPatient: PersonPlusIcon, lead: LineGraphIcon, recovery: ArrowUndoIcon } as const;

export const Frame = () => {
  const words = useWords();
  const { profile, book } = useApp();
  const { ward, visits } = useWardState();
  const { name: wardName } = useSettings();
  const [open, setOpen] = useState<"more" | "help" | null>(null);
  const content = useRef<HTMLElement>(null);
  usePageTitle();
  useArrival(content);
  useFrameKeys({ help: () => setOpen("help") });
  const deviceName = book.is === "open" ? ward.names[book.device]?.value : undefined;
  return (
    <div className="frame" data-profile={profile} data-mark={words.frame.drillMark}>
      <SkipLink onSkip={() => content.current?.focus()} />
      <header className="frame-top">
        {profile === "drill" && <strong className="drill-mark">{words.frame.drillMark}</strong>}
        <div className="frame-who">
          <strong>{wardName}</strong>
          <span>{words.frame.thisDevice(deviceName ?? words.frame.deviceUnnamed)}</span>
        </div>
        <MainNav onMore={() => setOpen("more")} />
        <div className="frame-state">
          <RecordsState />
          <OutageClock />
          <DayClock />
        </div>
      </header>
      <main id="content" tabIndex={-1} ref={content}>
        <Alarms />
        <ClockAlarm />
        <Suspense fallback={null}>
          <UpdateTip />
        </Suspense>
        <Outlet />
        {visits.size > 0 && (
          <Suspense fallback={null}>
            <FrameTips />
          </Suspense>
        )}
      </main>
      <NoticeBar />
      {open !== null && (
        <Suspense fallback={null}>
          <FrameMenu is={open} onClose={() => setOpen(null)} onHelp={() => setOpen("help")} />
        </Suspense>
      )}
    </div>
  );
};

const MainNav = ({ onMore }: { readonly onMore: () => void }) => {
  const { frame } = useWords();
  const { pathname } = useLocation();
  return (
    <nav className="frame-nav" aria-label={frame.mainMenu}>
      {mainPlaces.map(({ path, word }) => {
        const Icon = icons[word];
        return (
          <Link key={path} to={path} aria-current={pathname === path ? "page" : undefined}>
            <Icon aria-hidden />
            {frame[word]}
          </Link>
        );
      })}
      <button type="button" aria-haspopup="dialog" onClick={onMore}>
        <MenuGridIcon aria-hidden />
        {frame.more}
      </button>
    </nav>
  );
};

const SkipLink = ({ onSkip }: { readonly onSkip: () => void }) => {
  const { frame } = useWords();
  const skip = (event: MouseEvent): void => {
    // In the one file the part behind the # is a screen's address.
    event.preventDefault();
    onSkip();
  };
  return (
    <a className="skip" href="#content" onClick={skip}>
      {frame.skipToContent}
    </a>
  );
};
