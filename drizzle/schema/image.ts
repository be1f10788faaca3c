import { bigint, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, instant } from './columns.ts';

/** Bytes in the object store, named by their SHA-256 in hex. A row is written only after the object is flushed to disk. */
export const image = pgTable('image', {
  sha256: text('sha256').primaryKey(),
  byteLength: bigint('byte_length', { mode: 'number' }).notNull(),
  mimeType: text('mime_type').notNull(),
  /** Pixels after EXIF orientation; null until the file was decoded. */
  widthPx: integer('width_px'),
  heightPx: integer('height_px'),
  /** The bytes were removed under the retention policy; the row stays. */
  expiredAt: instant('expired_at'),
  createdAt: createdAt(),
});
