/** The journeys stand on this: a server that really goes, and a browser that is really killed. */
import { expect, test } from "./fixtures.ts";

test("a server that is cut off answers nobody, and comes back on its address", async ({ server }) => {
  expect((await fetch(server.url)).status).toBe(200);
  await server.stop();
  await expect(fetch(server.url)).rejects.toThrow();
  await server.start();
  expect((await fetch(server.url)).status).toBe(200);
});

test("a killed browser comes back on its profile with what it had kept", async ({ server, profile }) => {
  const before = await (await profile.open()).newPage();
  await before.goto(server.url);
  await before.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    await root.getFileHandle("kept", { create: true });
  });
  await profile.kill();
  const after = await (await profile.open()).newPage();
  await after.goto(server.url);
  expect(await after.evaluate(async () => (await (await navigator.storage.getDirectory()).getFileHandle("kept")).name)).toBe("kept");
});
