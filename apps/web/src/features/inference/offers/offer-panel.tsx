'use client';
import { IconRefreshDot } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { FaultNotice } from '../../../ui/fault-notice.tsx';
import { LoadingRows } from '../../../ui/loading-rows.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { StaleNotice } from '../../../ui/stale-notice.tsx';
import classes from '../inference.module.css';
import { rescoreOffersQuery } from './list-rescore-offers.ts';
import { OfferLine } from './offer-line.tsx';

/** Lists outages that left photos with a lower tier, for a person to decide on them. */
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
        <Notice icon={IconRefreshDot} title="No photos from an outage">
          When a breaker closes again, the photos that a lower tier read meanwhile are listed here.
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
          <summary>Past decisions</summary>
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
