/** Content-addressed bytes: an object's name is the SHA-256 of its bytes in lower-case hex. */
export interface ObjectStore {
  /**
   * Stores the bytes durably (flushed, renamed, directory flushed) before it resolves; storing the same bytes
   * twice is free. Rejects with ObjectTooLarge as soon as more than `maxBytes` came.
   */
  put(source: AsyncIterable<Uint8Array> | Uint8Array, options?: { maxBytes?: number }): Promise<StoredObject>;
  /** All bytes of an object, or null when there is none of that name. */
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
