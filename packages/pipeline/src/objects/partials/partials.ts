/**
 * The bytes of unfinished uploads, by upload id (a lower-case UUID). A caller that writes or removes holds the upload's lock.
 * They need not be durable: a power failure costs a repeated transfer, since nothing is accepted unverified.
 */
export interface Partials {
  /** Returns how many bytes have arrived; 0 when there are none. HEAD reports this offset, also after a kill. */
  size(id: string): Promise<number>;
  /**
   * Writes the bytes at this offset, which is the size, and returns the new size. When the source fails, the bytes before are
   * retained. Rejects with a Fault (OBJECT_STORE_FULL) when the disk is full; the written bytes are retained then too.
   */
  append(id: string, offset: number, source: AsyncIterable<Uint8Array>): Promise<number>;
  read(id: string): AsyncIterable<Uint8Array>;
  /** Removes the bytes; without any this does nothing. */
  remove(id: string): Promise<void>;
  /** Lists every upload of which bytes are stored. */
  list(): AsyncIterable<string>;
}
