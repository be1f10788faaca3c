import { ownTimeZone } from '../../../lib/own-time-zone.ts';
import { percent } from '../../../lib/percent.ts';
import { Facts } from '../../../ui/facts.tsx';
import { Moment } from '../../../ui/moment.tsx';
import classes from '../inference.module.css';
import type { CurrentBreaker } from '../read-inference.ts';
import { waitLabel, waitsLabel } from '../wait-labels.ts';

/** Shows when this breaker opens, how long it waits, and who set its policy. */
export function PolicyFacts({ breaker: { policy, reopenCount } }: { breaker: CurrentBreaker }) {
  const { failuresToOpen, failureRateToOpen, windowSeconds, probeSuccessesToClose, callTimeoutMs } = policy;
  return (
    <>
      <h3 className={classes.heading}>Policy in force</h3>
      <Facts
        facts={[
          [
            'Opens after',
            `${failuresToOpen} failures within ${waitLabel(windowSeconds)}, if ${percent(failureRateToOpen)} of the calls fail`,
          ],
          ['Waits', waitsLabel(policy)],
          ['Closes after', `${probeSuccessesToClose} good probes`],
          ['Time limit of a call', waitLabel(callTimeoutMs / 1000)],
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
