import type { Readable } from 'node:stream';
import type { Database } from '@gondola/db';
import type { Partials } from '@gondola/pipeline/partials';
import { DataStore, Upload as TusUpload } from '@tus/server';
import { refusals, UploadRefused } from './upload-refusal.ts';
import { discardUpload, readUpload, type Upload } from './upload-rows.ts';

/**
 * What the tus server knows of an upload: its length and its end from the database's row, its offset from the bytes
 * that are there. No third record that could contradict them. Called with the upload's lock held.
 */
export class TusDataStore extends DataStore {
  readonly #db: Database;
  readonly #partials: Partials;

  constructor(db: Database, partials: Partials) {
    super();
    this.#db = db;
    this.#partials = partials;
    this.extensions = ['creation', 'creation-with-upload', 'termination', 'expiration'];
  }

  /** The row is there already; bytes that came before this creation stay. */
  override create(upload: TusUpload): Promise<TusUpload> {
    return Promise.resolve(upload);
  }

  override async getUpload(id: string): Promise<TusUpload> {
    const row = await this.#open(id);
    const size = row.expectedByteLength ?? 0;
    return new TusUpload({ id, size, offset: await this.#offset(row, size) });
  }

  override async write(source: Readable, id: string, offset: number): Promise<number> {
    const row = await this.#open(id);
    const size = row.expectedByteLength ?? 0;
    if (offset !== (await this.#offset(row, size))) throw new UploadRefused(refusals.offset);
    // Nothing to add; and an empty file of a completed upload would only have to be swept.
    if (offset === size) return offset;
    return this.#partials.append(id, offset, source);
  }

  override async remove(id: string): Promise<void> {
    if (!(await discardUpload(this.#db, id))) {
      const row = await this.#open(id);
      if (row.state === 'COMPLETED') throw new UploadRefused(refusals.completed);
    }
    await this.#partials.remove(id);
  }

  async #open(id: string): Promise<Upload> {
    const row = await readUpload(this.#db, id);
    if (row === null) throw new UploadRefused(refusals.unknown);
    if (row.state === 'DISCARDED') throw new UploadRefused(refusals.discarded);
    if (row.state === 'EXPIRED') throw new UploadRefused(refusals.expired);
    return row;
  }

  async #offset(row: Upload, size: number): Promise<number> {
    if (row.state === 'COMPLETED') return size;
    const offset = await this.#partials.size(row.id);
    if (offset <= size) return offset;
    // More than was announced cannot be the photo; nobody can say where it went wrong.
    await this.#partials.remove(row.id);
    return 0;
  }
}
