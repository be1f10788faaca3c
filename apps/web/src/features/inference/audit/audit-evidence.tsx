import { duration } from '../../lib/time.ts';
import { Facts } from '../../ui/facts.tsx';
import type { Episodes, ListedAudit } from './list-audits.ts';
import { waitWord } from './waits-word.ts';

/** What the recorded outages were like. A dash is "cannot be told", which is not zero. */
export function AuditEvidence({ audit }: { audit: ListedAudit }) {
  const { episodes, lastWeek, lateCaptures, capturesPerSecond, successMsP999, callTimeoutMs } = audit;
  return (
    <Facts
      facts={[
        ['Outages counted', `${outagesOf(episodes)}; ${lastWeek.ended} in the last week`],
        ['Left out', `${episodes.byPerson} that a person ended or began`],
        [
          'Length',
          `median ${seconds(episodes.outageSecondsP50)}, nine in ten within ${seconds(episodes.outageSecondsP90)}`,
        ],
        ['Probes an outage', figure(episodes.probesPerEpisode)],
        ['Noticed late, an outage', `at most ${seconds(episodes.lateSecondsPerEpisode)}`],
        ['Photos that came too late', `at most ${lateCaptures.toLocaleString('en')}`],
        ['Opened for nothing', episodes.falseOpens],
        ['Opened again at once', episodes.relapses],
        ['Failures before opening', figure(episodes.failuresBeforeOpen)],
        ['Photos a second', capturesPerSecond.toFixed(2)],
        [
          'Slowest good call (1 in 1000)',
          `${successMsP999 === null ? '–' : duration(successMsP999)}; the limit is ${waitWord(callTimeoutMs / 1000)}`,
        ],
      ]}
    />
  );
}

const outagesOf = ({ ended, ongoing }: Episodes): string =>
  `${ended} ended${ongoing > 0 ? `, ${ongoing} still going on` : ''}`;
const seconds = (value: number | null): string => (value === null ? '–' : duration(value * 1000));
const figure = (value: number | null): string => (value === null ? '–' : value.toFixed(1));
