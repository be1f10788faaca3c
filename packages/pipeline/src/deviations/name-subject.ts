import {
  category,
  type DeviationScope,
  type MessageParams,
  planogram,
  store,
  type Transaction,
} from '@gondola/db';
import { eq, sql } from 'drizzle-orm';

export interface NamedSubject {
  storeId: string | null;
  /** The codes by which people know the subject. */
  names: MessageParams;
}

/** Reads the names of a bay, store, category or planogram, for the message of its alert. */
export async function nameSubject(
  tx: Transaction,
  scope: Exclude<DeviationScope, 'FIRMWARE'>,
  subject: string,
): Promise<NamedSubject> {
  switch (scope) {
    case 'BAY': {
      const { rows } = await tx.execute<{ storeId: string; store: string; aisle: string }>(sql`
        select s.id as "storeId", s.code as store, b.aisle from bay b join store s on s.id = b.store_id where b.id = ${subject}`);
      const { storeId = null, ...names } = rows[0] ?? {};
      return { storeId, names };
    }
    case 'STORE': {
      const [row] = await tx.select({ code: store.code }).from(store).where(eq(store.id, subject));
      return { storeId: subject, names: { store: row?.code ?? '' } };
    }
    case 'CATEGORY': {
      const [row] = await tx.select({ name: category.name }).from(category).where(eq(category.code, subject));
      return { storeId: null, names: { category: row?.name ?? subject } };
    }
    case 'PLANOGRAM': {
      const [row] = await tx
        .select({ code: planogram.code })
        .from(planogram)
        .where(eq(planogram.id, subject));
      return { storeId: null, names: { planogram: row?.code ?? '' } };
    }
  }
}
