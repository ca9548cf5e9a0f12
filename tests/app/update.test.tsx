// @vitest-environment jsdom
import { act, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { keepDraft, endDraft } from "#app/drafts/drafts.ts";
import { UpdateTip } from "#app/frame/update-tip.tsx";
import { registerWorker } from "#app/update.ts";
import type { DraftId } from "#core/draft.ts";
import { nobodyYet } from "#core/staff/actor.ts";
import type { DowntimeId } from "#core/downtime/events.ts";
import { memoryLocks, type MemoryLocks } from "./memory-locks.ts";
import { openStage } from "./stage.tsx";

/** A worker as the page sees it: it answers, or it does not. */
const workerOf = (version: string, answers: { readonly takeOver: boolean }) => ({
  postMessage: ({ ask }: { readonly ask: string }, [port]: ReadonlyArray<MessagePort>) => {
    if (ask === "check" || answers.takeOver) port?.postMessage({ version, isWhole: true, isTaken: true });
  },
});

const answerLater = (): { readonly promise: Promise<void>; readonly answer: () => void } => {
  let answer = (): void => undefined;
  return { promise: new Promise((resolve) => { answer = resolve; }), answer: () => answer() };
};

let locks: MemoryLocks;

const openWith = async (worker: { readonly active: object; readonly waiting: object | null }, options: Parameters<typeof openStage>[1] = {}) => {
  const listening = { addEventListener: () => undefined };
  const registration = { ...worker, ...listening, installing: null, update: async () => undefined };
  vi.stubGlobal("navigator", Object.assign(Object.create(navigator), { locks, serviceWorker: { register: async () => registration, ...listening } }));
  vi.stubGlobal("MessageChannel", (await import("node:worker_threads")).MessageChannel);
  await act(() => registerWorker("/sw.js"));
  return openStage(<UpdateTip />, options);
};

const old = "";
const take = () => screen.queryByRole("button", { name: "Use the new version" });

beforeEach(() => {
  locks = memoryLocks();
});

describe("a new version that waits", () => {
  const inLine = { active: workerOf(old, { takeOver: true }), waiting: workerOf("2", { takeOver: false }) };

  it("[UTP1][UPD3] says that a form of this tab holds it back, and is offered when it is done", async () => {
    keepDraft({ id: "1" as DraftId, form: "settings/ward", fields: { text: "L" } });
    await openWith(inLine);
    expect(screen.getByRole("status")).toHaveTextContent("A new version is ready. It waits for a form in this tab that is not saved.");
    expect(take()).toBeNull();
    act(() => endDraft("1" as DraftId));
    expect(take()).toBeVisible();
  });

  it("[UTP1] says that a form of another tab does", async () => {
    void locks.request("vaktbok-holds-draft", { mode: "shared" }, () => new Promise(() => undefined));
    await openWith(inLine);
    expect(await screen.findByText(/Another tab has an unsaved form/)).toBeVisible();
    expect(take()).toBeNull();
  });

  it("[UTP1] says that it waits for the downtime to be over", async () => {
    await openWith(inLine, {
      before: (feed, clock) => feed.tell([{ atMs: clock.nowMs(), event: { type: "v1.DowntimeDeclared", downtime: "d" as DowntimeId } }], nobodyYet),
    });
    expect(screen.getByRole("status")).toHaveTextContent("It is taken when the downtime is over.");
    expect(take()).toBeNull();
  });

  it("[UPD4][UTP3] that does not answer is told as such, and can be tried again", async () => {
    const { user } = await openWith(inLine);
    vi.useFakeTimers({ toFake: ["setTimeout"], shouldAdvanceTime: true });
    await user.click(await screen.findByRole("button", { name: "Use the new version" }));
    await act(() => vi.advanceTimersByTimeAsync(11_000));
    vi.useRealTimers();
    expect(await screen.findByText(/The new version did not answer. Everything is as it was./)).toBeVisible();
    expect(take()).toBeVisible();
  });

  it("[UPD5] does not load the page anew over a form that was begun while it answered", async () => {
    const { promise: answered, answer } = answerLater();
    const reload = vi.fn<() => void>();
    const slow = {
      postMessage: async (_: object, [port]: ReadonlyArray<MessagePort>) => {
        await answered;
        port?.postMessage({ version: "2", isWhole: true });
      },
    };
    const { user } = await openWith({ active: workerOf(old, { takeOver: true }), waiting: slow });
    vi.stubGlobal("location", { reload });
    await user.click(await screen.findByRole("button", { name: "Use the new version" }));
    act(() => keepDraft({ id: "1" as DraftId, form: "settings/ward", fields: { text: "L" } }));
    answer();
    expect(await screen.findByText(/It waits for a form in this tab that is not saved./)).toBeVisible();
    // The answer comes by way of Node's own ports.
    await act(() => new Promise((resolve) => { setTimeout(resolve, 50); }));
    expect(reload).not.toHaveBeenCalled();
    act(() => endDraft("1" as DraftId));
    await user.click(await screen.findByRole("button", { name: "Use the new version" }));
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
  });

  it("[UTP2] that another tab has taken is told, and another tab's form does not keep this one from being loaded anew", async () => {
    void locks.request("vaktbok-holds-draft", { mode: "shared" }, () => new Promise(() => undefined));
    await openWith({ active: workerOf("2", { takeOver: true }), waiting: null });
    expect(screen.getByRole("status")).toHaveTextContent("Another tab has taken a new version. This tab goes on with its own until it is loaded anew.");
    expect(take()).toBeVisible();
  });
});
