import { type Database, image } from '@gondola/db';
import { eq } from 'drizzle-orm';

export async function findImage(db: Database, sha256: string): Promise<typeof image.$inferSelect | null> {
  const [row] = await db.select().from(image).where(eq(image.sha256, sha256));
  return row ?? null;
}
