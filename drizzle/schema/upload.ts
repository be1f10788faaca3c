import { sql } from 'drizzle-orm';
import { bigint, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant } from './columns.ts';
import { image } from './image.ts';
import { store } from './store.ts';

/** An upload of one photo's bytes, created for a device before or after it submits the payload. */
export const upload = pgTable(
  'upload',
  {
    id: id(),
    storeId: uuid('store_id')
      .notNull()
      .references(() => store.id),
    /** The declared hash, checked when all bytes have arrived. */
    expectedSha256: text('expected_sha256'),
    expectedByteLength: bigint('expected_byte_length', { mode: 'number' }),
    mimeType: text('mime_type'),
    /** `Upload-Metadata` of tus as the client sent it, without the token; HEAD repeats it. */
    metadata: text('metadata'),
    /** Set once the bytes are flushed, verified and committed. */
    sha256: text('sha256').references(() => image.sha256),
    completedAt: instant('completed_at'),
    /** Time when the device discarded the upload, or when the upload expired. */
    discardedAt: instant('discarded_at'),
    expiresAt: instant('expires_at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('upload_store').on(t.storeId, t.createdAt),
    // The unfinished uploads, for a store's quota and for expiry.
    index('upload_unfinished')
      .on(t.storeId, t.expiresAt)
      .where(sql`completed_at is null and discarded_at is null`),
  ],
);
