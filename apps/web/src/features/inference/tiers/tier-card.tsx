import { IconCircleDashed, IconPlayerPause, IconPlugConnected } from '@tabler/icons-react';
import { useId } from 'react';
import { percent } from '../../lib/percent.ts';
import { duration } from '../../lib/time.ts';
import { attemptOutcomeWords } from '../../lib/words/attempt-outcome-words.ts';
import { providerWord } from '../../lib/words/provider-words.ts';
import { tierWord } from '../../lib/words/tier-words.ts';
import { Age } from '../../ui/moment.tsx';
import { Tag } from '../../ui/tag.tsx';
import { BreakerNowLine } from './breaker-now-line.tsx';
import type { ProviderGlance, TierGlance } from './glance.ts';
import { ownTimeZone } from './own-time-zone.ts';
import type { TierFigures } from './read-inference.ts';
import classes from './tier-card.module.css';

interface TierCardProps {
  tier: TierGlance;
  /** Tiers that photos go to while a breaker lets none through. */
  next: (breaker: string) => number[];
}

/** One tier: who it is, what it did during the last hour, and the breakers before it. */
export function TierCard({ tier: { tier, providers }, next }: TierCardProps) {
  const titleId = useId();
  return (
    <section className={classes.card} aria-labelledby={titleId}>
      <header className={classes.header}>
        <h2 id={titleId}>{tierWord(tier)}</h2>
        <UseTag providers={providers} />
      </header>
      {providers.length === 0 ? (
        <p className={classes.none}>
          {tier === 3
            ? 'No photo has come this far for a day. It is always there: it runs in the workers.'
            : 'No worker has asked this tier for a day. Either none is set up, or no photo came.'}
        </p>
      ) : null}
      {providers.map(({ provider, figures, breakers }) => (
        <div key={provider} className={classes.provider}>
          <div className={classes.name}>
            <b>{providerWord(provider)}</b>
            <span>{figures?.modelIds.join(', ')}</span>
          </div>
          {figures ? (
            <Figures figures={figures} />
          ) : (
            <p>Its breaker is here; nobody has asked it for a day.</p>
          )}
          {breakers.map((breaker) => (
            <BreakerNowLine key={breaker.name} breaker={breaker} next={next(breaker.name)} />
          ))}
        </div>
      ))}
      {tier === 3 ? (
        <p className={classes.none}>
          No breaker: it runs in our own workers and depends on nobody, so there is nothing to isolate. It
          never refuses a photo.
        </p>
      ) : null}
    </section>
  );
}

function UseTag({ providers }: { providers: readonly ProviderGlance[] }) {
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
            const { word, ending } = attemptOutcomeWords[outcome];
            return (
              <li key={outcome} data-ending={ending}>
                {word} <b>{count.toLocaleString('en')}</b>
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}
