// @vitest-environment jsdom
import { expect, it } from "vitest";
import { watchInstall } from "#app/install.ts";
import { askToKeep, readKept } from "#app/keeping.ts";

const offerOf = (outcome: "accepted" | "dismissed"): Event =>
  Object.assign(new Event("beforeinstallprompt", { cancelable: true }), { prompt: async () => ({ outcome }) });

it("[INST1] keeps the browser's question back until a person asks for it", () => {
  const page = new EventTarget();
  const installer = watchInstall(page as unknown as Window);
  expect(installer.state()).toBe("notOffered");
  const offer = offerOf("accepted");
  page.dispatchEvent(offer);
  expect(offer.defaultPrevented).toBe(true);
  expect(installer.state()).toBe("offered");
});

it("[INST2] uses an offer once, and shows what the person answered", async () => {
  const page = new EventTarget();
  const installer = watchInstall(page as unknown as Window);
  page.dispatchEvent(offerOf("dismissed"));
  await installer.ask();
  expect(installer.state()).toBe("declined");
  await installer.ask();
  expect(installer.state()).toBe("declined");
  page.dispatchEvent(new Event("appinstalled"));
  expect(installer.state()).toBe("installed");
});

it("[PRM1] promises nothing before the browser does, and says where it cannot", async () => {
  expect(await readKept(undefined)).toBe("cannot");
  expect(await readKept({ persisted: async () => false })).toBe("notPromised");
  expect(await readKept({ persisted: async () => true })).toBe("promised");
  expect(await askToKeep({ persist: async () => false })).toBe("refused");
  expect(await askToKeep({ persist: async () => true })).toBe("promised");
  expect(await askToKeep({})).toBe("cannot");
});
