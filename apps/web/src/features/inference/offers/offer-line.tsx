import { IconCheck, IconRefreshDot } from '@tabler/icons-react';
import Link from 'next/link';
import type { RescoreOfferDecision } from '../../../generated/graphql.ts';
import { ownTimeZone } from '../../../lib/own-time-zone.ts';
import { duration } from '../../../lib/time.ts';
import { Moment } from '../../../ui/moment.tsx';
import { Tag } from '../../../ui/tag.tsx';
import classes from '../inference.module.css';
import type { ListedOffer } from './list-rescore-offers.ts';
import { OfferActions } from './offer-actions.tsx';

const decisionLabels: Record<RescoreOfferDecision, string> = {
  ACCEPTED: 'Accepted',
  AUTOMATIC: 'Accepted automatically',
  DISMISSED: 'Dismissed',
};

/** Shows one outage: how long, how many photos a lower tier read, and the decision or the actions. */
export function OfferLine({ offer }: { offer: ListedOffer }) {
  const { breaker, captures, outageFrom, outageTo, decision, decidedBy, decidedAt, batch } = offer;
  const timeZone = ownTimeZone();
  return (
    <>
      {decision ? (
        <Tag tone="quiet" icon={IconCheck}>
          {decisionLabels[decision]}
        </Tag>
      ) : (
        <Tag tone="short" icon={IconRefreshDot}>
          Open
        </Tag>
      )}
      <div className={classes.grow}>
        <p>
          <b>
            {captures.toLocaleString('en')} {captures === 1 ? 'photo' : 'photos'}
          </b>{' '}
          while <code>{breaker}</code> was out for {duration(Date.parse(outageTo) - Date.parse(outageFrom))}
        </p>
        <p className={classes.dim}>
          <Moment at={outageFrom} timeZone={timeZone} /> to <Moment at={outageTo} timeZone={timeZone} />
          {decidedAt && decidedBy ? (
            <>
              {' '}
              · decided by {decidedBy}, <Moment at={decidedAt} timeZone={timeZone} />
            </>
          ) : null}
          {batch ? (
            <>
              {' '}
              ·{' '}
              <Link href={`/batches/${encodeURIComponent(batch.id)}`} prefetch={false}>
                the batch
              </Link>
            </>
          ) : null}
        </p>
      </div>
      {decision ? null : <OfferActions offer={offer} />}
    </>
  );
}
