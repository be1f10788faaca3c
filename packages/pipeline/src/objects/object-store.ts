import { Fault } from '../fault.ts';

/**
 * Content-addressed bytes: an object's name is the SHA-256 of its bytes in lower-case hex. Trouble with the disk or
 * the network rejects with a Fault that may be retried.
 */
export interface ObjectStore {
  /**
   * Stores the bytes durably before it resolves; a writer that dies leaves no part of an object under its name.
   * Rejects with ObjectTooLarge as soon as more than `maxBytes` came, and with whatever the source throws.
   *
   * Bytes that are there already keep their one object, whose `storedAt` becomes recent: who deletes objects that no
   * row names can leave recent ones alone, and will not take away what another process is about to name.
   */
  put(source: AsyncIterable<Uint8Array> | Uint8Array, options?: { maxBytes?: number }): Promise<StoredObject>;
  /** All bytes of an object, or null when there is none of that name. Rejects with ObjectDamaged when they rotted. */
  get(sha256: string): Promise<Uint8Array | null>;
  /** What `list` would say of one object, or null when there is none of that name. The bytes are not read. */
  stat(sha256: string): Promise<ListedObject | null>;
  /** Takes an object away; one that is not there, or a name that is no SHA-256, is no error. */
  delete(sha256: string): Promise<void>;
  /**
   * Every object in ascending order of its name. What is put or deleted meanwhile may or may not be among them. The
   * bytes are not read: whether they rotted is for `get` to say.
   */
  list(): AsyncIterable<ListedObject>;
  /** Whether the store can be used now, at little cost and without leaving anything behind; a Fault when not. */
  probe(): Promise<void>;
}

export interface StoredObject {
  sha256: string;
  byteLength: number;
}

export interface ListedObject extends StoredObject {
  /** By the clock of the disk's or the storage's host: not within minutes of ours. */
  storedAt: Date;
}

/** What an object may be called. */
export const isObjectName = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

export class ObjectTooLarge extends Error {
  override readonly name = 'ObjectTooLarge';
  readonly maxBytes: number;
  constructor(maxBytes: number) {
    super(`More than ${maxBytes} bytes`);
    this.maxBytes = maxBytes;
  }
}

/** The stored bytes no longer hash to their name. Trying again does not help; storing the bytes again does. */
export class ObjectDamaged extends Fault {
  constructor(sha256: string) {
    super('OBJECT_DAMAGED', `The bytes of object ${sha256} do not hash to its name`, { retry: false });
  }
}
