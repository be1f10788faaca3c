import { Fault } from '../fault.ts';

/**
 * Content-addressed bytes: an object's name is the SHA-256 of its bytes in lower-case hex. An error of the disk or
 * the network rejects with a retryable Fault.
 */
export interface ObjectStore {
  /**
   * Stores the bytes durably before it resolves; a dying writer leaves no partial object under its name. Rejects with
   * ObjectTooLarge as soon as more than `maxBytes` arrive, and with the error of the source.
   *
   * Bytes that are stored again stay one object, whose `storedAt` becomes recent. The deletion of objects without a row can
   * therefore skip recent ones, and never removes an object that another process is about to reference.
   */
  put(source: AsyncIterable<Uint8Array> | Uint8Array, options?: { maxBytes?: number }): Promise<StoredObject>;
  /** Returns all bytes of an object, or null when no object has that name. Rejects with ObjectDamaged for damaged bytes. */
  get(sha256: string): Promise<Uint8Array | null>;
  /** Returns the list entry of one object, or null when no object has that name. Does not read the bytes. */
  stat(sha256: string): Promise<ListedObject | null>;
  /** Deletes an object. An absent object, or a name that is no SHA-256, is no error. */
  delete(sha256: string): Promise<void>;
  /**
   * Lists every object in ascending order of names. Objects stored or deleted meanwhile may or may not be included. The bytes
   * are not read: only `get` detects damage.
   */
  list(): AsyncIterable<ListedObject>;
  /** Checks cheaply whether the store is usable now, without a trace. Rejects with a Fault when it is not. */
  probe(): Promise<void>;
}

export interface StoredObject {
  sha256: string;
  byteLength: number;
}

export interface ListedObject extends StoredObject {
  /** By the clock of the disk's or the storage's host, which may differ from ours by minutes. */
  storedAt: Date;
}

/** Returns whether a text is a valid object name. */
export const isObjectName = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

export class ObjectTooLarge extends Error {
  override readonly name = 'ObjectTooLarge';
  readonly maxBytes: number;
  constructor(maxBytes: number) {
    super(`More than ${maxBytes} bytes`);
    this.maxBytes = maxBytes;
  }
}

/** The stored bytes no longer hash to their name. A retry does not help, but storing the bytes again does. */
export class ObjectDamaged extends Fault {
  constructor(sha256: string) {
    super('OBJECT_DAMAGED', `The bytes of object ${sha256} do not hash to its name`, { retry: false });
  }
}
