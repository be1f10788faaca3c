import { actorWord, breakerReasonWord, breakerStateWords } from '../../lib/words/breaker-words.ts';
import { Age, Due } from '../../ui/moment.tsx';
import { BreakerActButton } from './breaker-act-button.tsx';
import classes from './breaker-now-line.module.css';
import { BreakerStateTag } from './breaker-state-tag.tsx';
import { ownTimeZone } from './own-time-zone.ts';
import type { BreakerNow } from './read-inference.ts';

/** A breaker at this moment: its state, since when and why, when it is probed next, and what a person can do. */
export function BreakerNowLine({ breaker, next }: { breaker: BreakerNow; next: readonly number[] }) {
  const { name, state, since, retryAt, reason, ratePerSecond, probeOwner, probeSuccesses, policy } = breaker;
  const timeZone = ownTimeZone();
  return (
    <section className={classes.breaker} aria-label={`Breaker ${name}`}>
      <div className={classes.line}>
        <span>
          Breaker <code>{name}</code>
        </span>
        <BreakerStateTag state={state} />
      </div>
      <p>
        {breakerStateWords[state].meaning}{' '}
        <span className={classes.dim}>
          {since ? (
            <>
              Since <Age at={since} timeZone={timeZone} />.
            </>
          ) : (
            'It has never opened.'
          )}
        </span>
      </p>
      {state !== 'CLOSED' && reason ? <p className={classes.dim}>Why: {breakerReasonWord(reason)}.</p> : null}
      {state === 'OPEN' && retryAt ? (
        <p>
          Next probe <Due at={retryAt} timeZone={timeZone} />, with the next photo after that.
        </p>
      ) : null}
      {state === 'HALF_OPEN' ? (
        <p className={classes.dim}>
          {probeSuccesses} of {policy.probeSuccessesToClose} probes have succeeded
          {probeOwner ? `; the last prober is ${actorWord(`worker:${probeOwner}`)}` : ''}.
        </p>
      ) : null}
      {ratePerSecond === null ? null : (
        <p className={classes.dim}>
          It throttles: the fleet sends {ratePerSecond.toFixed(1)} calls a second at most.
        </p>
      )}
      <div>
        <BreakerActButton name={name} state={state} next={next} probes={policy.probeSuccessesToClose} />
      </div>
    </section>
  );
}
