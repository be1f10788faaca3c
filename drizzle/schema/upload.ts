import { sql } from 'drizzle-orm';
import { bigint, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant } from './columns.ts';
import { image } from './image.ts';
import { store } from './store.ts';

/** A place for one photo's bytes, promised to a device before or after it hands in the payload. */
export const upload = pgTable(
  'upload',
  {
    id: id(),
    storeId: uuid('store_id')
      .notNull()
      .references(() => store.id),
    /** What the device declared; checked when the bytes are in. */
    expectedSha256: text('expected_sha256'),
    expectedByteLength: bigint('expected_byte_length', { mode: 'number' }),
    mimeType: text('mime_type'),
    /** Set once the bytes are flushed, verified and committed. */
    sha256: text('sha256').references(() => image.sha256),
    completedAt: instant('completed_at'),
    /** Given up by its device, or removed after its time. */
    discardedAt: instant('discarded_at'),
    expiresAt: instant('expires_at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('upload_store').on(t.storeId, t.createdAt),
    // The unfinished ones: what a store's quota counts and what expiry looks through.
    index('upload_unfinished')
      .on(t.storeId, t.expiresAt)
      .where(sql`completed_at is null and discarded_at is null`),
  ],
);
