import type { AttemptOutcome } from '@gondola/db';
import { requestError } from '../errors/request-error.ts';
import { builder } from '../graphql/builder.ts';
import { AttemptOutcomeEnum } from '../graphql/vocabulary.ts';
import {
  type BreakerMinuteRow,
  type FallbackBucket,
  type InferenceTierRow,
  type OutcomeCount,
  readBreakerMinutes,
  readFallback,
  readInferenceTiers,
} from './inference-figure-rows.ts';

/** Above this share of captures that the first tier did not score, operators are paged: the product's P1 rule. */
const fallbackAlertRate = 0.15;
/** More points than a screen has pixels across. */
const maxBuckets = 1500;
/** A day of minutes. */
const maxMinutesSpanMs = 24 * 3_600_000;
/** The longest period for a chart; it also limits the rows that a query reads. */
const maxSeriesSpanMs = 31 * 24 * 3_600_000;

const AttemptOutcomeCount = builder.objectRef<OutcomeCount>('AttemptOutcomeCount').implement({
  fields: (t) => ({
    outcome: t.expose('outcome', { type: AttemptOutcomeEnum }),
    count: t.exposeInt('count'),
  }),
});

const InferenceTier = builder.objectRef<InferenceTierRow>('InferenceTier').implement({
  description:
    'The figures of one tier and provider over the last hour. Tiers without an attempt within a day are left out.',
  fields: (t) => ({
    tier: t.exposeInt('tier', { description: 'The number of the tier: 1 cloud, 2 edge, 3 heuristic.' }),
    provider: t.exposeString('provider'),
    attempts: t.exposeInt('attempts', {
      description: 'The number of attempts, including those without a call.',
    }),
    outcomes: t.expose('outcomes', {
      type: [AttemptOutcomeCount],
      description: 'How the attempts ended. Outcomes that did not occur are left out.',
    }),
    calls: t.exposeInt('calls', { description: 'The number of attempts that called the tier.' }),
    shareAnswered: t.float({
      nullable: true,
      description:
        'The share of all analyses of the hour that this tier answered, 0..1; null when there was none.',
      resolve: ({ answered, inferences }) => (inferences === 0 ? null : answered / inferences),
    }),
    latencyMsP50: t.exposeFloat('p50Ms', {
      nullable: true,
      description: 'The median duration of calls in milliseconds; null without any call.',
    }),
    latencyMsP95: t.exposeFloat('p95Ms', { nullable: true }),
    latencyMsP99: t.exposeFloat('p99Ms', { nullable: true }),
    modelIds: t.exposeStringList('modelIds', {
      description: 'The detection models that the answers of the hour name.',
    }),
    lastAnswerAt: t.expose('lastAnswerAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the last good answer came; null when none came within a day.',
    }),
  }),
});

builder.queryField('inferenceTiers', (t) =>
  t.field({
    type: [InferenceTier],
    description: 'The tiers and their figures, by tier and provider.',
    authScopes: { may: 'inferenceRead' },
    resolve: (_root, _args, { db }) => readInferenceTiers(db),
  }),
);

const FallbackPoint = builder.objectRef<FallbackBucket>('FallbackPoint').implement({
  fields: (t) => ({
    from: t.expose('from', { type: 'DateTime', description: 'The beginning of the bucket.' }),
    tier1: t.exposeInt('tier1', { description: 'The number of captures that the cloud tier answered.' }),
    tier2: t.exposeInt('tier2'),
    tier3: t.exposeInt('tier3'),
    fallbackRate: t.float({
      nullable: true,
      description:
        'The share of captures that another tier than the first one asked had to answer, 0..1; null without any capture.',
      resolve: ({ tier1, tier2, tier3, fallbacks }) => {
        const all = tier1 + tier2 + tier3;
        return all === 0 ? null : fallbacks / all;
      },
    }),
  }),
});

const FallbackSeries = builder.objectRef<FallbackBucket[]>('FallbackSeries').implement({
  fields: (t) => ({
    alertRate: t.float({
      description: 'The fallback rate above which operators are alerted, 0..1.',
      resolve: () => fallbackAlertRate,
    }),
    points: t.field({
      type: [FallbackPoint],
      description: 'The buckets in order, including those without a capture.',
      resolve: (points) => points,
    }),
  }),
});

builder.queryField('fallbackSeries', (t) =>
  t.field({
    type: FallbackSeries,
    description: `Which tiers gave the detections, over time: at most ${maxBuckets} buckets and 31 days. Captures count at the end of their analysis.`,
    authScopes: { may: 'inferenceRead' },
    args: {
      from: t.arg({ type: 'DateTime', required: true }),
      to: t.arg({
        type: 'DateTime',
        required: true,
        description: 'The end of the period, which is not part of it.',
      }),
      bucketMinutes: t.arg.int({ required: true }),
    },
    resolve: (_root, { from, to, bucketMinutes }, { db }) => {
      refuseSpan(from, to, maxSeriesSpanMs);
      if (bucketMinutes < 1 || (to.getTime() - from.getTime()) / 60_000 / bucketMinutes > maxBuckets)
        throw requestError(
          'BAD_USER_INPUT',
          `bucketMinutes must be at least 1 and make at most ${maxBuckets} buckets.`,
        );
      return readFallback(db, from, to, bucketMinutes);
    },
  }),
);

const BreakerMinute = builder.objectRef<BreakerMinuteRow>('BreakerMinute').implement({
  description: 'Attempts at a breaker’s provider in one minute, by how they ended.',
  fields: (t) => {
    const counted = (outcome: AttemptOutcome, description?: string) =>
      t.int({
        ...(description === undefined ? {} : { description }),
        resolve: ({ counts }) => counts[outcome] ?? 0,
      });
    return {
      minute: t.expose('minute', { type: 'DateTime' }),
      ok: counted('OK'),
      transient: counted('TRANSIENT'),
      throttled: counted('THROTTLED'),
      configuration: counted('CONFIGURATION'),
      notReady: counted('NOT_READY'),
      permanentInput: counted(
        'PERMANENT_INPUT',
        'Attempts whose photo the provider refused. They say nothing about the provider’s health.',
      ),
      poorAnswer: counted('POOR_ANSWER'),
      aborted: counted('ABORTED'),
      deadline: counted('DEADLINE', 'Attempts without a call, because the time for the capture was used up.'),
      refused: counted('BREAKER_OPEN', 'Attempts without a call, because the breaker did not allow it.'),
      latencyMsP50: t.exposeFloat('p50Ms', {
        nullable: true,
        description: 'The median duration of calls in milliseconds; null without any call.',
      }),
      latencyMsP99: t.exposeFloat('p99Ms', { nullable: true }),
    };
  },
});

builder.queryField('breakerMinutes', (t) =>
  t.field({
    type: [BreakerMinute],
    description:
      'Attempts by minute, in order, over a day at most. Minutes without an attempt are left out. Breakers of the same provider show the same figures.',
    authScopes: { may: 'inferenceRead' },
    args: {
      name: t.arg.string({ required: true, description: 'The name of the breaker.' }),
      from: t.arg({ type: 'DateTime', required: true }),
      to: t.arg({
        type: 'DateTime',
        required: true,
        description: 'The end of the period, which is not part of it.',
      }),
    },
    resolve: (_root, { name, from, to }, { db }) => {
      refuseSpan(from, to, maxMinutesSpanMs);
      return readBreakerMinutes(db, name, from, to);
    },
  }),
);

function refuseSpan(from: Date, to: Date, maxSpanMs: number): void {
  const spanMs = to.getTime() - from.getTime();
  if (spanMs <= 0 || spanMs > maxSpanMs)
    throw requestError(
      'BAD_USER_INPUT',
      `to must come after from, by ${maxSpanMs / 3_600_000} hours at most.`,
    );
}
