import { percent } from '../../lib/percent.ts';
import { Facts } from '../../ui/facts.tsx';
import { Moment } from '../../ui/moment.tsx';
import classes from './inference.module.css';
import { ownTimeZone } from './own-time-zone.ts';
import type { BreakerNow } from './read-inference.ts';
import { waitsWord, waitWord } from './waits-word.ts';

/** When this breaker opens and how long it waits, and who said so. */
export function PolicyFacts({ breaker: { policy, reopenCount } }: { breaker: BreakerNow }) {
  const { failuresToOpen, failureRateToOpen, windowSeconds, probeSuccessesToClose, callTimeoutMs } = policy;
  return (
    <>
      <h3 className={classes.heading}>Policy in force</h3>
      <Facts
        facts={[
          [
            'Opens after',
            `${failuresToOpen} failures within ${waitWord(windowSeconds)}, if ${percent(failureRateToOpen)} of the calls fail`,
          ],
          ['Waits', waitsWord(policy)],
          ['Closes after', `${probeSuccessesToClose} good probes`],
          ['Time limit of a call', waitWord(callTimeoutMs / 1000)],
          ['Openings in a row', reopenCount],
          [
            'Set by',
            policy.builtIn || !policy.createdAt ? (
              'Built in'
            ) : (
              <>
                {policy.createdBy}, <Moment at={policy.createdAt} timeZone={ownTimeZone()} />
                {policy.note ? `: ${policy.note}` : ''}
              </>
            ),
          ],
        ]}
      />
    </>
  );
}
