// What the page and the key file worker say to each other.
import type { Bytes } from "#core/log/envelope.ts";
import type { Result } from "#core/result.ts";
import type { SecretFault } from "./secret-files.ts";

export interface SecretRequest {
  readonly id: number;
  readonly folder: string;
  readonly name: string;
  readonly ask: { readonly type: "read" } | { readonly type: "write"; readonly bytes: Bytes } | { readonly type: "shred" };
}

export interface SecretAnswer {
  readonly id: number;
  readonly result: Result<Bytes | null, SecretFault>;
}
