'use client';
import { IconRefreshDot } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import classes from './inference.module.css';
import { rescoreOffersQuery } from './list-rescore-offers.ts';
import { OfferLine } from './offer-line.tsx';

/** Outages that left photos with a lower tier, for a person to decide what becomes of them. */
export function OfferPanel() {
  const { data, error, refetch } = useQuery(rescoreOffersQuery);
  return (
    <Panel
      title="Photos that a lower tier read during an outage"
      aside={data ? `${data.openCount.toLocaleString('en')} open` : null}
      flush
    >
      {error && data ? <StaleNotice retry={refetch} /> : null}
      {!data ? error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={2} /> : null}
      {data?.open.length === 0 ? (
        <Notice icon={IconRefreshDot} title="No outage left photos behind">
          When a breaker closes again, what a lower tier read meanwhile is listed here.
        </Notice>
      ) : null}
      <ul className={classes.rows} aria-label="Open offers">
        {data?.open.map((offer) => (
          <li key={offer.id}>
            <OfferLine offer={offer} />
          </li>
        ))}
      </ul>
      {data && data.past.length > 0 ? (
        <details className={classes.foot}>
          <summary>Decided on before</summary>
          <ul className={classes.rows} style={{ margin: '0 -14px' }}>
            {data.past.map((offer) => (
              <li key={offer.id}>
                <OfferLine offer={offer} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Panel>
  );
}
