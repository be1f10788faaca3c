import { actorLabel, breakerReasonLabel, breakerStateLabels } from '../../../labels/breaker-labels.ts';
import { ownTimeZone } from '../../../lib/own-time-zone.ts';
import { Age, Due } from '../../../ui/moment.tsx';
import type { CurrentBreaker } from '../read-inference.ts';
import { BreakerActionButton } from './breaker-action-button.tsx';
import { BreakerStateTag } from './breaker-state-tag.tsx';
import classes from './breaker-status.module.css';

/** Shows the current status of a breaker: its state, since when and why, its next probe, and the actions. */
export function BreakerStatus({ breaker, next }: { breaker: CurrentBreaker; next: readonly number[] }) {
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
        {breakerStateLabels[state].meaning}{' '}
        <span className={classes.dim}>
          {since ? (
            <>
              Since <Age at={since} timeZone={timeZone} />.
            </>
          ) : (
            'The breaker has never opened.'
          )}
        </span>
      </p>
      {state !== 'CLOSED' && reason ? (
        <p className={classes.dim}>Why: {breakerReasonLabel(reason)}.</p>
      ) : null}
      {state === 'OPEN' && retryAt ? (
        <p>
          Next probe <Due at={retryAt} timeZone={timeZone} />, with the next photo after that.
        </p>
      ) : null}
      {state === 'HALF_OPEN' ? (
        <p className={classes.dim}>
          {probeSuccesses} of {policy.probeSuccessesToClose} probes have succeeded
          {probeOwner ? `; the last prober is ${actorLabel(`worker:${probeOwner}`)}` : ''}.
        </p>
      ) : null}
      {ratePerSecond === null ? null : (
        <p className={classes.dim}>
          Throttled: all workers together send {ratePerSecond.toFixed(1)} calls a second at most.
        </p>
      )}
      <div>
        <BreakerActionButton name={name} state={state} next={next} probes={policy.probeSuccessesToClose} />
      </div>
    </section>
  );
}
