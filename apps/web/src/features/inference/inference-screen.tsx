'use client';
import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { breakerStateWords } from '../../lib/words/breaker-words.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { AuditPanel } from './audit-panel.tsx';
import { BreakerPanel } from './breaker-panel.tsx';
import { FallbackPanel } from './fallback-panel.tsx';
import { glanceAt } from './glance.ts';
import classes from './inference.module.css';
import { useInferenceView, type WindowName, windowNames, windows } from './inference-view.ts';
import { OfferPanel } from './offer-panel.tsx';
import { inferenceQuery } from './read-inference.ts';
import { SandboxPanel } from './sandbox-panel.tsx';
import { TierCards } from './tier-cards.tsx';

const windowChoices = windowNames.map((value) => ({
  value,
  label: value.replace('h', ' h').replace('d', ' d'),
}));

export function InferenceScreen() {
  const { data, error, refetch } = useQuery(inferenceQuery);
  const { window: windowName, breaker, setView } = useInferenceView();
  const glance = data ? glanceAt(data.inferenceTiers, data.breakers) : null;
  return (
    <>
      <PageTitle
        title="Inference"
        about="Who reads the photos. A photo goes to the first tier that answers; an open breaker sends it past a provider that fails."
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
      {glance && data ? (
        <>
          <p className={classes.spoken} role="status">
            {data.breakers
              .map(({ name, state }) => `Breaker ${name}: ${breakerStateWords[state].word}.`)
              .join(' ')}
          </p>
          <TierCards glance={glance} />
        </>
      ) : error ? (
        <FaultNotice fault={error} retry={refetch} />
      ) : (
        <LoadingRows rows={3} height={120} />
      )}
      <div className={classes.stack}>
        <SandboxPanel breakers={data?.breakers.map(({ name }) => name) ?? []} />
        <FallbackPanel windowName={windowName} />
        {glance && data ? (
          <BreakerPanel
            breakers={data.breakers}
            chosen={breaker}
            choose={(name) => void setView({ breaker: name })}
            windowName={windowName}
            windowWord={windows[windowName].word}
          />
        ) : null}
        {data ? <AuditPanel breakers={data.breakers} /> : null}
        <OfferPanel />
      </div>
    </>
  );
}
