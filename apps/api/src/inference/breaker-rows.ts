import {
  breaker,
  breakerAudit,
  breakerPolicy,
  breakerTransition,
  type Database,
  rescoreOffer,
} from '@gondola/db';
import { type BreakerPolicy, defaultBreakerPolicy } from '@gondola/pipeline/breakers';
import { and, asc, desc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { newestFirst } from '../graphql/paging/newest-first.ts';
import type { PagedList } from '../graphql/paging/read-page.ts';

export type BreakerRow = typeof breaker.$inferSelect;
export type BreakerTransitionRow = typeof breakerTransition.$inferSelect;
export type BreakerAuditRow = typeof breakerAudit.$inferSelect;
export type RescoreOfferRow = typeof rescoreOffer.$inferSelect;

/** A policy with its origin; all three fields are null for the built-in policy. */
export interface PolicyInForce extends BreakerPolicy {
  id: string | null;
  note: string | null;
  createdBy: string | null;
  createdAt: Date | null;
}

export const readBreakers = (db: Database): Promise<BreakerRow[]> =>
  db.select().from(breaker).orderBy(asc(breaker.name));

export const readBreaker = async (db: Database, name: string): Promise<BreakerRow | null> =>
  (await db.select().from(breaker).where(eq(breaker.name, name)))[0] ?? null;

/** Reads the newest policy of the breaker, else the newest for all, else the built-in one, as the fleet does. */
export async function readPolicyInForce(db: Database, name: string): Promise<PolicyInForce> {
  const [row] = await db
    .select()
    .from(breakerPolicy)
    .where(or(eq(breakerPolicy.name, name), isNull(breakerPolicy.name)))
    .orderBy(sql`${breakerPolicy.name} is null`, desc(breakerPolicy.createdAt), desc(breakerPolicy.id))
    .limit(1);
  return row ?? { ...defaultBreakerPolicy, id: null, note: null, createdBy: null, createdAt: null };
}

/** When the breaker's present state began; null for a breaker that never changed its state. */
export async function readSince(db: Database, { name, state }: BreakerRow): Promise<Date | null> {
  const { rows } = await db.execute<{ since: Date | null }>(sql`
    select min(at) as since from breaker_transition
    where name = ${name} and generation > coalesce(
      (select max(generation) from breaker_transition where name = ${name} and to_state <> ${state}), 0)`);
  const since = rows[0]?.since;
  return since ? new Date(since) : null;
}

export const listTransitions = (db: Database, name: string): PagedList<BreakerTransitionRow> =>
  newestFirst(
    { instant: breakerTransition.at, id: breakerTransition.id },
    ({ micros, where, orderBy, limit }) =>
      db
        .select({ row: breakerTransition, micros })
        .from(breakerTransition)
        .where(and(eq(breakerTransition.name, name), where))
        .orderBy(...orderBy)
        .limit(limit),
  );

export const countTransitions = (db: Database, name: string): Promise<number> =>
  db.$count(breakerTransition, eq(breakerTransition.name, name));

export interface AuditFilter {
  name?: string | null | undefined;
  /** Matches a proposal without a decision. */
  open?: boolean | null | undefined;
}

export const listAudits = (db: Database, filter: AuditFilter): PagedList<BreakerAuditRow> =>
  newestFirst({ instant: breakerAudit.createdAt, id: breakerAudit.id }, ({ micros, where, orderBy, limit }) =>
    db
      .select({ row: breakerAudit, micros })
      .from(breakerAudit)
      .where(and(matchingAudits(filter), where))
      .orderBy(...orderBy)
      .limit(limit),
  );

export const countAudits = (db: Database, filter: AuditFilter): Promise<number> =>
  db.$count(breakerAudit, matchingAudits(filter));

function matchingAudits({ name, open }: AuditFilter): SQL | undefined {
  const isOpen = and(isNotNull(breakerAudit.proposal), isNull(breakerAudit.decision));
  return and(
    name ? eq(breakerAudit.name, name) : undefined,
    open === true ? isOpen : undefined,
    open === false ? or(isNull(breakerAudit.proposal), isNotNull(breakerAudit.decision)) : undefined,
  );
}

export const listOffers = (db: Database, open: boolean | null): PagedList<RescoreOfferRow> =>
  newestFirst({ instant: rescoreOffer.createdAt, id: rescoreOffer.id }, ({ micros, where, orderBy, limit }) =>
    db
      .select({ row: rescoreOffer, micros })
      .from(rescoreOffer)
      .where(and(matchingOffers(open), where))
      .orderBy(...orderBy)
      .limit(limit),
  );

export const countOffers = (db: Database, open: boolean | null): Promise<number> =>
  db.$count(rescoreOffer, matchingOffers(open));

const matchingOffers = (open: boolean | null): SQL | undefined =>
  open === null ? undefined : open ? isNull(rescoreOffer.decision) : isNotNull(rescoreOffer.decision);
