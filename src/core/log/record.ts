/**
 * The shapes of the log. A record is who, when and what, in one signed and sealed envelope, appended and never changed.
 * The envelope's bytes are described in docs/formats/record.v1.md; nothing of it changes later.
 */
import type { Brand } from "../brand.ts";
import type { Actor } from "../staff/actor.ts";
import type { EpochMs } from "../time.ts";
import type { ReadEvent } from "./read-event.ts";

export type WardId = Brand<string, "WardId">;
export type DeviceId = Brand<string, "DeviceId">;
/** Hex SHA-256 over header, iv and sealed body: the record's name and its proof. */
export type RecordId = Brand<string, "RecordId">;
/** Hybrid logical clock as text that sorts: 12 hex digits of wall milliseconds, "-", 4 hex digits of a counter. */
export type Stamp = Brand<string, "Stamp">;

/** The part of a record that is in the clear, and that the seal vouches for. Says nothing about a patient. */
export interface RecordHeader {
  readonly v: 1;
  readonly ward: WardId;
  readonly device: DeviceId;
  /** 1, 2, 3 … on this device. */
  readonly seq: number;
  readonly hlc: Stamp;
  /** Which of the ward's keys sealed the body. */
  readonly epoch: number;
  /** This device's record before this one; null for its first. */
  readonly prev: RecordId | null;
  /** Hex SHA-256 over the heads of other devices that the writer held. */
  readonly seen: string;
}

export interface SealedRecord {
  readonly id: RecordId;
  readonly header: RecordHeader;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** How far the writer held each other device's records: the causal past of a record. */
export type SeenVector = ReadonlyArray<readonly [DeviceId, number]>;

/** What is inside the seal. */
export interface RecordBody {
  readonly actor: Actor;
  /** When it happened, as told. */
  readonly atMs: EpochMs;
  /** When it was written, by the writer's own wall clock. */
  readonly wroteMs: EpochMs;
  readonly seen: SeenVector;
  /** The event as JSON; read by `readEvent`. */
  readonly event: unknown;
}

/** A record whose seal was opened and whose event was read. */
export interface LogRecord {
  readonly id: RecordId;
  readonly device: DeviceId;
  readonly seq: number;
  readonly stamp: Stamp;
  readonly actor: Actor;
  readonly atMs: EpochMs;
  readonly wroteMs: EpochMs;
  readonly seen: SeenVector;
  readonly event: ReadEvent;
}

export interface Head {
  readonly device: DeviceId;
  readonly seq: number;
  readonly id: RecordId;
}
