import type { AttemptOutcome } from '@gondola/db';
import { builder } from '../builder.ts';
import { requestError } from '../graphql/request-error.ts';
import {
  type BreakerMinuteRow,
  type FallbackBucket,
  type InferenceTierRow,
  type OutcomeCount,
  readBreakerMinutes,
  readFallback,
  readInferenceTiers,
} from '../queries/inference-figures.ts';
import { AttemptOutcomeEnum } from './vocabulary.ts';

/** Above this share of captures that the first tier did not answer, people are woken: the product's P1 rule. */
const fallbackAlertRate = 0.15;
/** More points than a screen has pixels across. */
const mostBuckets = 1500;
/** A day of minutes. */
const longestMinutesMs = 24 * 3_600_000;
/** What a person can look back at; it also bounds the rows that a question reads. */
const longestSeriesMs = 31 * 24 * 3_600_000;

const AttemptOutcomeCount = builder.objectRef<OutcomeCount>('AttemptOutcomeCount').implement({
  fields: (t) => ({
    outcome: t.expose('outcome', { type: AttemptOutcomeEnum }),
    count: t.exposeInt('count'),
  }),
});

const InferenceTier = builder.objectRef<InferenceTierRow>('InferenceTier').implement({
  description: 'What a tier did during the last hour. One that nobody has asked for a day is absent.',
  fields: (t) => ({
    tier: t.exposeInt('tier', { description: '1 cloud, 2 edge, 3 heuristic.' }),
    provider: t.exposeString('provider'),
    attempts: t.exposeInt('attempts', { description: 'Refused ones included.' }),
    outcomes: t.expose('outcomes', { type: [AttemptOutcomeCount], description: 'Only those that occurred.' }),
    calls: t.exposeInt('calls', { description: 'Attempts that reached the tier.' }),
    shareAnswered: t.float({
      nullable: true,
      description: 'Of all inferences of the hour, 0..1; null when there was none.',
      resolve: ({ answered, inferences }) => (inferences === 0 ? null : answered / inferences),
    }),
    latencyMsP50: t.exposeFloat('p50Ms', { nullable: true, description: 'Of calls; null without any.' }),
    latencyMsP95: t.exposeFloat('p95Ms', { nullable: true }),
    latencyMsP99: t.exposeFloat('p99Ms', { nullable: true }),
    modelIds: t.exposeStringList('modelIds', { description: 'Seen in the answers of the hour.' }),
    lastAnswerAt: t.expose('lastAnswerAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Null: none during the last day.',
    }),
  }),
});

builder.queryField('inferenceTiers', (t) =>
  t.field({
    type: [InferenceTier],
    description: 'By tier and provider.',
    authScopes: { may: 'inferenceRead' },
    resolve: (_root, _args, { db }) => readInferenceTiers(db),
  }),
);

const FallbackPoint = builder.objectRef<FallbackBucket>('FallbackPoint').implement({
  fields: (t) => ({
    from: t.expose('from', { type: 'DateTime', description: 'The bucket begins here.' }),
    tier1: t.exposeInt('tier1', { description: 'Captures whose answer this tier gave.' }),
    tier2: t.exposeInt('tier2'),
    tier3: t.exposeInt('tier3'),
    fallbackRate: t.float({
      nullable: true,
      description:
        'Share of captures that the first tier asked did not answer, 0..1; null when there was none.',
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
      description: 'The line above which an alert is raised, 0..1.',
      resolve: () => fallbackAlertRate,
    }),
    points: t.field({
      type: [FallbackPoint],
      description: 'In order, without gaps.',
      resolve: (points) => points,
    }),
  }),
});

builder.queryField('fallbackSeries', (t) =>
  t.field({
    type: FallbackSeries,
    description: `Who answered, over time; ${mostBuckets} buckets and 31 days at most. A capture counts when its inference ended.`,
    authScopes: { may: 'inferenceRead' },
    args: {
      from: t.arg({ type: 'DateTime', required: true }),
      to: t.arg({ type: 'DateTime', required: true, description: 'Not included.' }),
      bucketMinutes: t.arg.int({ required: true }),
    },
    resolve: (_root, { from, to, bucketMinutes }, { db }) => {
      refuseSpan(from, to, longestSeriesMs);
      if (bucketMinutes < 1 || (to.getTime() - from.getTime()) / 60_000 / bucketMinutes > mostBuckets)
        throw requestError(
          'BAD_USER_INPUT',
          `bucketMinutes must be at least 1 and make at most ${mostBuckets} buckets.`,
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
      permanentInput: counted('PERMANENT_INPUT', 'The provider refused the photo: it is well.'),
      poorAnswer: counted('POOR_ANSWER'),
      aborted: counted('ABORTED'),
      deadline: counted('DEADLINE', 'Not called: the time for the capture was used up.'),
      refused: counted('BREAKER_OPEN', 'Not called: the breaker did not let it through.'),
      latencyMsP50: t.exposeFloat('p50Ms', { nullable: true, description: 'Of calls; null without any.' }),
      latencyMsP99: t.exposeFloat('p99Ms', { nullable: true }),
    };
  },
});

builder.queryField('breakerMinutes', (t) =>
  t.field({
    type: [BreakerMinute],
    description:
      'In order, minutes without an attempt left out; a day at most. Attempts are recorded by provider: breakers of one provider on several machines show the same figures.',
    authScopes: { may: 'inferenceRead' },
    args: {
      name: t.arg.string({ required: true, description: 'Of the breaker.' }),
      from: t.arg({ type: 'DateTime', required: true }),
      to: t.arg({ type: 'DateTime', required: true, description: 'Not included.' }),
    },
    resolve: (_root, { name, from, to }, { db }) => {
      refuseSpan(from, to, longestMinutesMs);
      return readBreakerMinutes(db, name, from, to);
    },
  }),
);

function refuseSpan(from: Date, to: Date, longestMs: number): void {
  const spanMs = to.getTime() - from.getTime();
  if (spanMs <= 0 || spanMs > longestMs)
    throw requestError(
      'BAD_USER_INPUT',
      `to must come after from, by ${longestMs / 3_600_000} hours at most.`,
    );
}
