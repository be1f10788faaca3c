/**
 * The bytes of unfinished uploads, by upload id (a lower-case UUID). Whoever writes or removes holds the upload's lock.
 * They need not be durable: a power failure costs a repeated transfer, since nothing is accepted unverified.
 */
export interface Partials {
  /** How many bytes have arrived; 0 when there are none. This is the offset that HEAD tells, also after a kill. */
  size(id: string): Promise<number>;
  /**
   * Writes what comes at this offset, which is the size, and answers the new size. When the source breaks off, what
   * came before stays. Rejects with UploadRefused (507) when the disk is full; what was written stays as well.
   */
  append(id: string, offset: number, source: AsyncIterable<Uint8Array>): Promise<number>;
  read(id: string): AsyncIterable<Uint8Array>;
  /** Removing what is not there is fine. */
  remove(id: string): Promise<void>;
  /** Every upload that has bytes here, or traces of some. */
  list(): AsyncIterable<string>;
}
