/**
 * What the browser may load, run and talk to: one list, sent as a header by the server (serve.mjs) and written into every
 * built page (vite/content-policy.ts), because a static host may send no headers of ours.
 *
 * - CSP1 Nothing is allowed that is not named here, and nothing that is named is of another origin.
 * - CSP2 Text becomes script or page only through the two named doors in src/app/trusted.ts.
 */

/**
 * A build of another shape puts its own sources in: a page that holds its scripts inside itself names them by their hash.
 *
 * @type {(own?: { readonly scripts?: ReadonlyArray<string>, readonly styles?: ReadonlyArray<string>, readonly workers?: ReadonlyArray<string>, readonly connect?: ReadonlyArray<string> }) => string}
 */
export const contentPolicy = ({ scripts = ["'self'"], styles = ["'self'"], workers = ["'self'"], connect = ["'self'"] } = {}) =>
  [
    "default-src 'none'",
    `script-src ${scripts.join(" ")}`,
    `style-src ${styles.join(" ")}`,
    `worker-src ${workers.join(" ")}`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src ${connect.join(" ")}`,
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default vaktbok-page",
  ].join("; ");

/** Browsers hear this one from a header only. */
export const framePolicy = "frame-ancestors 'none'";
