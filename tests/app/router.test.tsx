// @vitest-environment jsdom
import { act, render, screen } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { lazy, Suspense, useEffect, useState, type ComponentType, type ReactNode } from "react";
import { expect, it } from "vitest";
import { BrowserWay } from "#app/router/browser-way.tsx";
import { Link } from "#app/router/link.tsx";
import { Outlet, Route, Routes, useParams } from "#app/router/routes.tsx";
import { spotOf, useLocation, useNavigate } from "#app/router/way.ts";

const Named = () => <h1>Visit {useParams()["number"]}</h1>;

let framesDrawn = 0;
const Around = () => {
  useState(() => { framesDrawn += 1; });
  return <main><Outlet /></main>;
};

const Sent = () => {
  const { state } = useLocation();
  const navigate = useNavigate();
  return (
    <>
      <h1>Sent {String(state)}</h1>
      <button type="button" onClick={() => navigate("/visit/back", { replace: true })}>instead</button>
    </>
  );
};

const Board = () => {
  const navigate = useNavigate();
  return (
    <>
      <h1>Board</h1>
      <Link to="/">here</Link>
      <Link to="/visit/TRA-001-K?of=two#top">a visit</Link>
      <Link to="/late">late</Link>
      <button type="button" onClick={() => navigate("/sent", { state: "a file" })}>send</button>
    </>
  );
};

const openAt = (at: string, late: ReactNode = null): UserEvent => {
  // A step of its own: what another test went back from is then no longer ahead.
  history.pushState(null, "", at);
  render(
    <BrowserWay>
      <Suspense fallback={<p>an empty page</p>}>
        <Routes>
          <Route element={<Around />}>
            <Route index element={<Board />} />
            <Route path="visit/:number" element={<Named />} />
            <Route path="sent" element={<Sent />} />
            <Route path="late" element={late} />
            <Route path="*" element={<h1>None</h1>} />
          </Route>
          <Route path="wall" element={<h1>Wall</h1>} />
        </Routes>
      </Suspense>
    </BrowserWay>,
  );
  return userEvent.setup();
};

const heading = (name: string): Promise<HTMLElement> => screen.findByRole("heading", { name });

it("[WAY1] a step is undone by back, and what stands in its place is not", async () => {
  const user = openAt("/");
  const before = history.length;
  await user.click(screen.getByRole("link", { name: "a visit" }));
  expect(await heading("Visit TRA-001-K")).toBeVisible();
  expect(`${location.pathname}${location.search}${location.hash}`).toBe("/visit/TRA-001-K?of=two#top");
  expect(history.length).toBe(before + 1);
  history.back();
  expect(await heading("Board")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "send" }));
  await user.click(await screen.findByRole("button", { name: "instead" }));
  expect(await heading("Visit back")).toBeVisible();
  history.back();
  expect(await heading("Board")).toBeVisible();
});

it("[WAY2] the page that is shown stays until the next one is here", async () => {
  let come: (page: { readonly default: ComponentType }) => void = () => undefined;
  const Late = lazy(() => new Promise<{ readonly default: ComponentType }>((resolve) => { come = resolve; }));
  const user = openAt("/", <Late />);
  await user.click(screen.getByRole("link", { name: "late" }));
  expect(screen.getByRole("heading", { name: "Board" })).toBeVisible();
  expect(screen.queryByText("an empty page")).toBeNull();
  await act(async () => come({ default: () => <h1>Late</h1> }));
  expect(await heading("Late")).toBeVisible();
});

it("[WAY3] what a page sent along is there again after back and on", async () => {
  const user = openAt("/");
  await user.click(screen.getByRole("button", { name: "send" }));
  expect(await heading("Sent a file")).toBeVisible();
  history.back();
  expect(await heading("Board")).toBeVisible();
  history.forward();
  expect(await heading("Sent a file")).toBeVisible();
});

it("[LNK1] a click with a key held, or one that a page has taken, is not ours", async () => {
  const goes: string[] = [];
  const Taken = () => {
    const { pathname } = useLocation();
    useEffect(() => { goes.push(pathname); }, [pathname]);
    return (
      <>
        <Link to="/one" onClick={(event) => event.preventDefault()}>taken</Link>
        <Link to="/two">plain</Link>
      </>
    );
  };
  history.replaceState(null, "", "/taken");
  render(<BrowserWay><Taken /></BrowserWay>);
  const user = userEvent.setup();
  await user.click(screen.getByRole("link", { name: "taken" }));
  const held = new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: true });
  const link = screen.getByRole("link", { name: "plain" });
  // What the browser would do with it, jsdom cannot: it must only be left alone on the way up.
  let isLeft = false;
  document.addEventListener("click", (event) => { isLeft = !event.defaultPrevented; event.preventDefault(); }, { once: true });
  act(() => { link.dispatchEvent(held); });
  expect(isLeft).toBe(true);
  link.focus();
  await user.keyboard("{Enter}");
  expect(goes).toEqual(["/taken", "/two"]);
});

it("[LNK2] a link to the page that is shown adds no step", async () => {
  const user = openAt("/");
  const before = history.length;
  await user.click(screen.getByRole("link", { name: "here" }));
  expect(history.length).toBe(before);
});

it.each([
  ["/visit/TRA-017-K", "Visit TRA-017-K"],
  ["/VISIT/tra%20017", "Visit tra 017"],
  ["/visit/%C3%A5%2Fb", "Visit å/b"],
  ["/visit/50%", "Visit 50%"],
])("[RTS1] %s shows %s", async (at, name) => {
  openAt(at);
  expect(await heading(name)).toBeVisible();
});

it.each([["/wall", "Wall"], ["/", "Board"], ["/nowhere", "None"], ["/visit/1/2", "None"], ["/visit", "None"]])("[RTS2] %s shows %s, wherever * stands", async (at, name) => {
  openAt(at);
  expect(await heading(name)).toBeVisible();
});

it("[RTS3] what stands around two pages is drawn once", async () => {
  const before = framesDrawn;
  const user = openAt("/");
  await user.click(screen.getByRole("link", { name: "a visit" }));
  expect(await heading("Visit TRA-001-K")).toBeVisible();
  expect(framesDrawn).toBe(before + 1);
});

it("an address is read into its three parts", () => {
  expect(spotOf("/print?visit=1&x=/?#top?")).toMatchObject({ pathname: "/print", search: "?visit=1&x=/?", hash: "#top?" });
  expect(spotOf("/")).toEqual({ pathname: "/", search: "", hash: "", state: null });
});
