'use client';
import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { breakerStateLabels } from '../../labels/breaker-labels.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { AuditPanel } from './audit/audit-panel.tsx';
import { BreakerPanel } from './breakers/breaker-panel.tsx';
import { FallbackPanel } from './fallback/fallback-panel.tsx';
import classes from './inference.module.css';
import { useInferenceView, type WindowName, windowNames, windows } from './inference-view.ts';
import { OfferPanel } from './offers/offer-panel.tsx';
import { inferenceQuery } from './read-inference.ts';
import { SandboxPanel } from './sandbox/sandbox-panel.tsx';
import { summariseTiers } from './tier-summary.ts';
import { TierCards } from './tiers/tier-cards.tsx';

const windowChoices = windowNames.map((value) => ({
  value,
  label: value.replace('h', ' h').replace('d', ' d'),
}));

export function InferenceScreen() {
  const { data, error, refetch } = useQuery(inferenceQuery);
  const { window: windowName, breaker, setView } = useInferenceView();
  const summary = data ? summariseTiers(data.inferenceTiers, data.breakers) : null;
  return (
    <>
      <PageTitle
        title="Inference"
        about="The tiers that read the photos. A photo goes to the first tier that answers; an open breaker skips a failing provider."
        actions={
          <SegmentedControl
            size="xs"
            aria-label="Time that the charts show"
            data={windowChoices}
            value={windowName}
            onChange={(value) => void setView({ window: value as WindowName })}
          />
        }
      />
      {error && data ? <StaleNotice retry={refetch} /> : null}
      {summary && data ? (
        <>
          <p className={classes.spoken} role="status">
            {data.breakers
              .map(({ name, state }) => `Breaker ${name}: ${breakerStateLabels[state].label}.`)
              .join(' ')}
          </p>
          <TierCards summary={summary} />
        </>
      ) : error ? (
        <FaultNotice fault={error} retry={refetch} />
      ) : (
        <LoadingRows rows={3} height={120} />
      )}
      <div className={classes.stack}>
        <SandboxPanel breakers={data?.breakers.map(({ name }) => name) ?? []} />
        <FallbackPanel windowName={windowName} />
        {summary && data ? (
          <BreakerPanel
            breakers={data.breakers}
            chosen={breaker}
            choose={(name) => void setView({ breaker: name })}
            windowName={windowName}
            windowLabel={windows[windowName].label}
          />
        ) : null}
        {data ? <AuditPanel breakers={data.breakers} /> : null}
        <OfferPanel />
      </div>
    </>
  );
}
