/** A server of the app's address whose mood can be turned: what a hospital's network does to a page on a bad day. */
import type { RequestListener, ServerResponse } from "node:http";
import { createServer } from "node:https";
import { answerFrom } from "../../scripts/serve.mjs";
import { createCertificate } from "./certificate.ts";

const day = 24 * 60 * 60_000;
const around = (nowMs: number) => ({
  good: createCertificate(new Date(nowMs - day), new Date(nowMs + 90 * day)),
  expired: createCertificate(new Date(nowMs - 90 * day), new Date(nowMs - day)),
  strange: createCertificate(new Date(nowMs - day), new Date(nowMs + 90 * day)),
});

const login = "<!doctype html><title>Logg inn</title><h1>Logg inn på nettet</h1>";
const html = { "Content-Type": "text/html; charset=utf-8" };

const drip = (response: ServerResponse): void => {
  response.writeHead(200, { ...html, "Content-Length": "1000000" });
  const drops = setInterval(() => response.write("<"), 100);
  response.once("close", () => clearInterval(drops));
};

const answers = {
  "answers 503": (_request, response) => response.writeHead(503, html).end("busy"),
  "answers 200 with somebody's HTML": (_request, response) => response.writeHead(200, html).end(login),
  "redirects to a login": (request, response) => {
    if (request.url === "/login") response.writeHead(200, html).end(login);
    else response.writeHead(302, { Location: "/login" }).end();
  },
  "never answers": () => undefined,
  "drips": (_request, response) => drip(response),
} satisfies { readonly [mood: string]: RequestListener };

export const moods = ["is gone", ...(Object.keys(answers) as ReadonlyArray<keyof typeof answers>), "has an expired certificate", "has a stranger's certificate"] as const;
export type Mood = (typeof moods)[number];

export interface HostileServer {
  readonly url: string;
  readonly pin: string;
  readonly become: (mood: Mood | "good") => Promise<void>;
  /** The paths that were asked for since it last changed its mood. */
  readonly asked: () => ReadonlyArray<string>;
}

export const startHostileServer = async (dir: string): Promise<HostileServer> => {
  const { good, expired, strange } = around(Date.now());
  const kind = answerFrom(dir);
  let listener: RequestListener = kind;
  let asked: Array<string> = [];
  const server = createServer(good, (request, response) => {
    asked.push(request.url ?? "");
    listener(request, response);
  });
  const listen = (port: number): Promise<void> => new Promise((resolve) => void server.listen(port, resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listen(0);
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;

  return {
    url: `https://localhost:${port}`,
    pin: good.pin,
    asked: () => asked,
    become: async (mood) => {
      await close();
      asked = [];
      listener = mood in answers ? answers[mood as keyof typeof answers] : kind; // `in` has just looked.
      server.setSecureContext({ "has an expired certificate": expired, "has a stranger's certificate": strange }[String(mood)] ?? good);
      if (mood !== "is gone") await listen(port);
    },
  };
};
