import { IconCircleDashed, IconPlayerPause, IconPlugConnected } from '@tabler/icons-react';
import { useId } from 'react';
import { attemptOutcomeLabels } from '../../../labels/attempt-outcome-labels.ts';
import { providerLabel } from '../../../labels/provider-labels.ts';
import { tierLabel } from '../../../labels/tier-labels.ts';
import { ownTimeZone } from '../../../lib/own-time-zone.ts';
import { percent } from '../../../lib/percent.ts';
import { duration } from '../../../lib/time.ts';
import { Age } from '../../../ui/moment.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { BreakerStatus } from '../breakers/breaker-status.tsx';
import type { TierFigures } from '../read-inference.ts';
import type { ProviderSummary, TierSummary } from '../tier-summary.ts';
import classes from './tier-card.module.css';

interface TierCardProps {
  tier: TierSummary;
  /** Tiers that receive photos while a breaker is not closed. */
  next: (breaker: string) => number[];
}

/** Shows one tier: its providers, their figures of the last hour, and their breakers. */
export function TierCard({ tier: { tier, providers }, next }: TierCardProps) {
  const titleId = useId();
  return (
    <section className={classes.card} aria-labelledby={titleId}>
      <header className={classes.header}>
        <h2 id={titleId}>{tierLabel(tier)}</h2>
        <UseTag providers={providers} />
      </header>
      {providers.length === 0 ? (
        <p className={classes.none}>
          {tier === 3
            ? 'No photo has reached this tier for a day. The tier is always available: it runs in the workers.'
            : 'No worker has called this tier for a day. Either no provider is configured, or no photo came.'}
        </p>
      ) : null}
      {providers.map(({ provider, figures, breakers }) => (
        <div key={provider} className={classes.provider}>
          <div className={classes.name}>
            <b>{providerLabel(provider)}</b>
            <span>{figures?.modelIds.join(', ')}</span>
          </div>
          {figures ? <Figures figures={figures} /> : <p>No worker has called this provider for a day.</p>}
          {breakers.map((breaker) => (
            <BreakerStatus key={breaker.name} breaker={breaker} next={next(breaker.name)} />
          ))}
        </div>
      ))}
      {tier === 3 ? (
        <p className={classes.none}>
          No breaker: this tier runs in the workers and depends on no provider, so there is nothing to
          isolate. It never refuses a photo.
        </p>
      ) : null}
    </section>
  );
}

function UseTag({ providers }: { providers: readonly ProviderSummary[] }) {
  if (providers.some(({ figures }) => figures !== null && figures.attempts > 0))
    return (
      <Tag tone="over" icon={IconPlugConnected}>
        In use
      </Tag>
    );
  return providers.length > 0 ? (
    <Tag tone="quiet" icon={IconPlayerPause}>
      Quiet
    </Tag>
  ) : (
    <Tag tone="quiet" icon={IconCircleDashed}>
      Not in use
    </Tag>
  );
}

function Figures({ figures }: { figures: TierFigures }) {
  const { shareAnswered, attempts, calls, outcomes, latencyMsP50, latencyMsP95, latencyMsP99, lastAnswerAt } =
    figures;
  const took = (ms: number | null) => (ms === null ? '–' : duration(ms));
  return (
    <>
      <div className={classes.share}>
        <b>{percent(shareAnswered)}</b>
        <span>of the last hour’s photos were read by it</span>
      </div>
      <dl className={classes.latency} aria-label="Time of a call, last hour">
        {[
          ['median', latencyMsP50],
          ['95th pct', latencyMsP95],
          ['99th pct', latencyMsP99],
        ].map(([name, ms]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{took(ms as number | null)}</dd>
          </div>
        ))}
        <div>
          <dt>last answer</dt>
          <dd>{lastAnswerAt ? <Age at={lastAnswerAt} timeZone={ownTimeZone()} /> : 'none for a day'}</dd>
        </div>
      </dl>
      <div className={classes.attempts}>
        <span>
          {attempts.toLocaleString('en')} {attempts === 1 ? 'attempt' : 'attempts'} in the last hour,{' '}
          {calls.toLocaleString('en')} of them calls
        </span>
        <ul>
          {outcomes.map(({ outcome, count }) => {
            const { label, ending } = attemptOutcomeLabels[outcome];
            return (
              <li key={outcome} data-ending={ending}>
                {label} <b>{count.toLocaleString('en')}</b>
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}
