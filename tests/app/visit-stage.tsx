/** The chart of the first patient, with the keys of the frame around it. */
import { screen, waitFor, within } from "@testing-library/react";
import { useWardState } from "#app/app-context.tsx";
import { useFrameKeys } from "#app/frame/frame-keys.ts";
import { Route, Routes } from "#app/router/routes.tsx";
import { useLocation } from "#app/router/way.ts";
import { PrintPage } from "#app/routes/print/print-page.tsx";
import { VisitPage } from "#app/routes/visit/visit-page.tsx";
import { takeIn, type Patient } from "./board-ward.ts";
import { GoTo } from "./go-to.tsx";
import { openStage, type Stage, type StageOptions } from "./stage.tsx";

type PathOf = (number: string) => string;

const Framed = ({ path }: { readonly path: PathOf }) => {
  useFrameKeys({ help: () => undefined });
  return (
    <Routes>
      <Route path="start" element={<ToFirst path={path} />} />
      <Route path="visit/:number" element={<VisitPage />} />
      <Route path="print" element={<PrintPage />} />
      <Route path="*" element={<p>somewhere else</p>} />
    </Routes>
  );
};

const ToFirst = ({ path }: { readonly path: PathOf }) => {
  const [first] = useWardState().visits.values();
  const { pathname } = useLocation();
  return pathname === "/start" ? <GoTo path={path(first?.visit.number ?? "none")} /> : null;
};

export const kari: Patient = { id: "kari", agoMin: 40, name: "Kari Nordmann", reason: "Chest pain", level: 2 };

/** The path is made from the first patient's number. */
export const openPage = (path: PathOf, patients: ReadonlyArray<Patient> = [kari], options: StageOptions = {}): Promise<Stage> =>
  openStage(<Framed path={path} />, { path: "/*", at: "/start", before: (feed, clock) => takeIn(feed, clock, patients), ...options });

export const openChart = (patients?: ReadonlyArray<Patient>, options?: StageOptions): Promise<Stage> => openPage((number) => `/visit/${number}`, patients, options);

/** The lines of the timeline as text, newest first. */
export const lines = (): ReadonlyArray<string> => within(screen.getByRole("region", { name: "Timeline" })).getAllByRole("listitem").map((line) => line.textContent ?? "");
export const line = (text: RegExp): HTMLElement => {
  const found = within(screen.getByRole("region", { name: "Timeline" })).getAllByRole("listitem").find((one) => text.test(one.textContent ?? ""));
  if (found === undefined) throw new Error(`no line says ${String(text)}: ${lines().join(" | ")}`);
  return found;
};

/** The deed is saved and told, and what was open for it is closed: the keys are the page's again. */
export const done = async (told: string): Promise<void> => {
  await screen.findByText((text) => text.includes(`: ${told}`), { selector: ".notice span" });
  await waitFor(() => {
    if (document.activeElement instanceof HTMLInputElement) throw new Error("a field still takes the keys");
  });
};
