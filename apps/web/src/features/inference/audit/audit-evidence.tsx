import { duration } from '../../../lib/time.ts';
import { Facts } from '../../../ui/facts.tsx';
import { waitLabel } from '../wait-labels.ts';
import type { Episodes, ListedAudit } from './list-audits.ts';

/** Shows figures of the recorded outages. A dash means unknown, which is not zero. */
export function AuditEvidence({ audit }: { audit: ListedAudit }) {
  const { episodes, lastWeek, lateCaptures, capturesPerSecond, successMsP999, callTimeoutMs } = audit;
  return (
    <Facts
      facts={[
        ['Outages counted', `${outagesOf(episodes)}; ${lastWeek.ended} in the last week`],
        ['Excluded', `${episodes.byPerson} that a person started or ended`],
        [
          'Length',
          `median ${seconds(episodes.outageSecondsP50)}, nine in ten within ${seconds(episodes.outageSecondsP90)}`,
        ],
        ['Probes per outage', figure(episodes.probesPerEpisode)],
        ['Recovery noticed late, per outage', `at most ${seconds(episodes.lateSecondsPerEpisode)}`],
        ['Photos read by a lower tier meanwhile', `at most ${lateCaptures.toLocaleString('en')}`],
        ['Opened without need', episodes.falseOpens],
        ['Opened again at once', episodes.relapses],
        ['Failures before opening', figure(episodes.failuresBeforeOpen)],
        ['Photos per second', capturesPerSecond.toFixed(2)],
        [
          'Slowest good call (1 in 1000)',
          `${successMsP999 === null ? '–' : duration(successMsP999)}; the limit is ${waitLabel(callTimeoutMs / 1000)}`,
        ],
      ]}
    />
  );
}

const outagesOf = ({ ended, ongoing }: Episodes): string =>
  `${ended} ended${ongoing > 0 ? `, ${ongoing} still going on` : ''}`;
const seconds = (value: number | null): string => (value === null ? '–' : duration(value * 1000));
const figure = (value: number | null): string => (value === null ? '–' : value.toFixed(1));
