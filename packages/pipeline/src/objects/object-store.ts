import { Fault } from '../fault.ts';

/** Content-addressed bytes: an object's name is the SHA-256 of its bytes in lower-case hex. */
export interface ObjectStore {
  /**
   * Stores the bytes durably (flushed, renamed, directory flushed) before it resolves; storing the same bytes
   * twice is free. Rejects with ObjectTooLarge as soon as more than `maxBytes` came.
   */
  put(source: AsyncIterable<Uint8Array> | Uint8Array, options?: { maxBytes?: number }): Promise<StoredObject>;
  /** All bytes of an object, or null when there is none of that name. Rejects with ObjectDamaged when they rotted. */
  get(sha256: string): Promise<Uint8Array | null>;
}

export interface StoredObject {
  sha256: string;
  byteLength: number;
}

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
