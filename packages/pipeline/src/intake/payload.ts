/**
 * A payload as the program uses it: the facts of every schema version under one set of names. Only `versions/` knows
 * the field names that devices use.
 */
export interface Payload {
  store_id: string;
  aisle: string;
  /** An RFC 3339 instant with its offset, in upper case: valid input for `new Date`. */
  timestamp: string;
  device_mac: string;
  /** When the device sent the payload, by its own clock. */
  sentAt?: string | undefined;
  planogram_version: string;
  /** Width x height in pixels. */
  capture_resolution: string;
  /** Exactly one of `image_url` and `upload_id` is present. */
  image_url?: string | undefined;
  upload_id?: string | undefined;
  mime_type?: string | undefined;
  byte_length?: number | undefined;
  /** 64 lower-case hex digits. */
  sha256?: string | undefined;
  /** Maker and model of the camera; absent in version 1. */
  deviceModel?: string | undefined;
  firmware?: string | undefined;
  /** 0..1 */
  battery?: number | undefined;
  supersedes?: string | undefined;
}

export type PayloadFact = keyof Payload;
