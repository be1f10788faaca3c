import { type Database, upload } from '@gondola/db';
import { and, eq, isNull, sql } from 'drizzle-orm';

/** An upload as its row stands. `EXPIRED`: its time is over, its bytes are still there. */
export interface Upload {
  id: string;
  storeId: string;
  mimeType: string | null;
  expectedByteLength: number | null;
  expectedSha256: string | null;
  /** `Upload-Metadata` as the client sent it, without the token. */
  metadata: string | null;
  sha256: string | null;
  expiresAt: Date;
  createdAt: Date;
  state: 'UNFINISHED' | 'COMPLETED' | 'DISCARDED' | 'EXPIRED';
}

export async function readUpload(db: Database, id: string): Promise<Upload | null> {
  const [row] = await db
    .select({
      id: upload.id,
      storeId: upload.storeId,
      mimeType: upload.mimeType,
      expectedByteLength: upload.expectedByteLength,
      expectedSha256: upload.expectedSha256,
      metadata: upload.metadata,
      sha256: upload.sha256,
      expiresAt: upload.expiresAt,
      createdAt: upload.createdAt,
      state: sql<Upload['state']>`case
        when ${upload.completedAt} is not null then 'COMPLETED'
        when ${upload.discardedAt} is not null then 'DISCARDED'
        when ${upload.expiresAt} <= now() then 'EXPIRED'
        else 'UNFINISHED' end`,
    })
    .from(upload)
    .where(eq(upload.id, id));
  return row ?? null;
}

/** Notes the metadata that a client of tus sends when it opens an upload that was announced before. */
export async function saveUploadMetadata(db: Database, id: string, metadata: string | null): Promise<void> {
  await db.update(upload).set({ metadata }).where(eq(upload.id, id));
}

/** Marks an unfinished upload as given up; false when it was completed or given up before. */
export async function discardUpload(db: Database, id: string): Promise<boolean> {
  const discarded = await db
    .update(upload)
    .set({ discardedAt: sql`now()` })
    .where(and(eq(upload.id, id), isNull(upload.completedAt), isNull(upload.discardedAt)))
    .returning({ id: upload.id });
  return discarded.length > 0;
}
