import { type ChildProcess, spawn } from "node:child_process";
import { expect, test } from "@playwright/test";

const start = async (): Promise<{ readonly program: ChildProcess; readonly printed: string }> => {
  const program = spawn(process.execPath, ["scripts/start.mjs"], { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  program.stdout?.on("data", (bytes) => (printed += String(bytes)));
  await expect.poll(() => printed, { timeout: 60_000 }).toMatch(/http:\/\/localhost:\d+\n/);
  return { program, printed };
};

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  test(`[STA1][STA2] prints one address, serves the page there, and ends well on ${signal}`, async () => {
    const { program, printed } = await start();
    const [, url = ""] = /^(http:\/\/localhost:\d+)\n$/.exec(printed) ?? [];
    expect(await (await fetch(`${url}/visit/some-number`)).text()).toContain("<title>Vaktbok</title>");
    const ended = new Promise((resolve) => program.once("exit", resolve));
    program.kill(signal);
    expect(await ended).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });
}
