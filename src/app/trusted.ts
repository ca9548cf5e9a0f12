/**
 * The two doors through which text may become script or page, in a browser that watches them (Trusted Types); the content
 * policy (scripts/content-policy.mjs) names these two and no other. Imported before anything that starts a worker.
 *
 * - TRU1 An address becomes a script or a worker only when it is this origin's own; text never becomes a script.
 * - TRU2 Only a page that the build drew, on its way to the page shelf, is read from text, into a document that nobody sees.
 */

/** Its answers are objects that the platform knows; for TypeScript they are the text that they stand for. */
interface TrustedPolicy {
  readonly createHTML: (html: string) => string;
}

/** TypeScript's DOM does not know it yet. */
interface TrustedTypes {
  readonly defaultPolicy: object | null;
  readonly createPolicy: (name: string, rules: { readonly createHTML?: (html: string) => string; readonly createScriptURL?: (url: string) => string }) => TrustedPolicy;
}

const doors = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes;

export const ownAddress = (url: string, page: string): string => {
  const [asked, own] = [new URL(url, page), new URL(page)];
  if (asked.origin !== own.origin || asked.protocol !== own.protocol) throw new TypeError(`${asked.origin} is not where this program comes from`);
  return asked.href;
};

/** "default" is the platform's own name for the rule that plain text meets where a script's address belongs. */
export const openScriptDoor = (): void => {
  if (doors?.defaultPolicy === null) doors.createPolicy("default", { createScriptURL: (url) => ownAddress(url, document.baseURI) });
};
openScriptDoor();

let pageDoor: TrustedPolicy | undefined;

/** Scripts in it never run, and it is never shown: it is dressed and written out again (boot-rest.ts). */
export const readDrawnPage = (html: string): Document => {
  pageDoor ??= doors?.createPolicy("vaktbok-page", { createHTML: (text) => text });
  return new DOMParser().parseFromString(pageDoor?.createHTML(html) ?? html, "text/html");
};
