'use client';
import { IconCircleCheck, IconTrendingUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { ownTimeZone } from '../../../lib/own-time-zone.ts';
import { percent } from '../../../lib/percent.ts';
import { inZone } from '../../../lib/time.ts';
import { FaultNotice } from '../../../ui/fault-notice.tsx';
import { LoadingRows } from '../../../ui/loading-rows.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { StaleNotice } from '../../../ui/stale-notice.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { ChartTable } from '../charts/chart-table.tsx';
import { StackedColumns } from '../charts/stacked-columns.tsx';
import classes from '../inference.module.css';
import { type WindowName, windows } from '../inference-view.ts';
import { type FallbackSummary, summariseFallback } from './fallback-summary.ts';
import { RateChart } from './rate-chart.tsx';
import { fallbackQuery } from './read-fallback.ts';

/** Shows how many photos the first tier did not answer, over time, and which tier read them instead. */
export function FallbackPanel({ windowName }: { windowName: WindowName }) {
  const { data, error, refetch, isPlaceholderData } = useQuery(fallbackQuery(windowName));
  const summary = data ? summariseFallback(data.points, data.alertRate) : null;
  const { label } = windows[windowName];
  return (
    <Panel
      title={`Fallback rate, ${label}`}
      aside={summary && data ? <RateTag summary={summary} alertRate={data.alertRate} /> : null}
    >
      {error && data ? <StaleNotice retry={refetch} /> : null}
      {!data ? (
        error ? (
          <FaultNotice fault={error} retry={refetch} />
        ) : (
          <LoadingRows rows={3} height={60} />
        )
      ) : null}
      {data && summary ? (
        <div aria-busy={isPlaceholderData}>
          <p className={classes.lead}>{sentenceOf(summary, data.alertRate, label)}</p>
          <RateChart
            points={data.points}
            line={data.alertRate}
            summary={`Fallback rate over ${label}. ${sentenceOf(summary, data.alertRate, label)}`}
          />
          <h3 className={classes.heading}>Photos by the tier that read them</h3>
          <StackedColumns
            height={72}
            froms={data.points.map(({ from }) => from)}
            summary={`Photos by tier over ${label}: ${summary.byTier.map((count, at) => `tier ${at + 1} ${count}`).join(', ')}.`}
            layers={[
              { name: 'Tier 1, cloud', tone: 'over', counts: data.points.map(({ tier1 }) => tier1) },
              { name: 'Tier 2, edge', tone: 'extra', counts: data.points.map(({ tier2 }) => tier2) },
              {
                name: 'Tier 3, heuristic',
                tone: 'wrong',
                hollow: true,
                counts: data.points.map(({ tier3 }) => tier3),
              },
            ]}
          />
          <ChartTable
            name="Fallback rate"
            columns={['From', 'Fallback rate', 'Tier 1', 'Tier 2', 'Tier 3']}
            empty="No photo was read in this time."
            rows={data.points
              .filter(({ fallbackRate }) => fallbackRate !== null)
              .toReversed()
              .map(({ from, fallbackRate, tier1, tier2, tier3 }) => ({
                from,
                cells: [percent(fallbackRate), tier1, tier2, tier3],
              }))}
          />
        </div>
      ) : null}
    </Panel>
  );
}

function RateTag({ summary: { rate }, alertRate }: { summary: FallbackSummary; alertRate: number }) {
  if (rate === null) return null;
  return rate > alertRate ? (
    <Tag tone="bad" icon={IconTrendingUp}>
      {percent(rate)}, above the threshold
    </Tag>
  ) : (
    <Tag tone="good" icon={IconCircleCheck}>
      {percent(rate)}, below the threshold
    </Tag>
  );
}

function sentenceOf(
  { captures, rate, peak, above }: FallbackSummary,
  alertRate: number,
  label: string,
): string {
  if (rate === null) return `No photo was read in ${label}, so there is no rate.`;
  const worst =
    peak && (peak.fallbackRate ?? 0) > 0
      ? ` The worst point was ${percent(peak.fallbackRate)} at ${inZone(peak.from, ownTimeZone())}; ${above === 1 ? 'one point lies' : `${above} points lie`} above ${percent(alertRate)}.`
      : '';
  return `The first tier did not answer ${percent(rate)} of ${captures.toLocaleString('en')} photos in ${label}.${worst}`;
}
