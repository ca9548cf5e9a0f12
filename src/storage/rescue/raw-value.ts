// A database's value out of a rescue file: the other half of `asJson` in src/redd/raw-lines.ts. What is not known there reads as null.
import type { Bytes } from "#core/log/envelope.ts";
import { fromBase64Url } from "../base64url.ts";

export type RawObject = Readonly<Record<string, unknown>>;

export const isObject = (raw: unknown): raw is RawObject => typeof raw === "object" && raw !== null && !Array.isArray(raw);

export const bytesIn = (raw: unknown): Bytes | null => (isObject(raw) && raw["$"] === "bytes" && typeof raw["text"] === "string" ? fromBase64Url(raw["text"]) : null);
