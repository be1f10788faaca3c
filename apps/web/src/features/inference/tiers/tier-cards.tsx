import { Panel } from '../../../ui/panel.tsx';
import { BreakerStatus } from '../breakers/breaker-status.tsx';
import classes from '../inference.module.css';
import { nextTiers, type TierSummaries } from '../tier-summary.ts';
import tierClasses from './tier-card.module.css';
import { TierCard } from './tier-card.tsx';

/** Shows the three tiers side by side, and breakers that belong to none of them any more. */
export function TierCards({ summary }: { summary: TierSummaries }) {
  return (
    <>
      <div className={tierClasses.cards}>
        {summary.tiers.map((tier) => (
          <TierCard key={tier.tier} tier={tier} next={(breaker) => nextTiers(summary, breaker)} />
        ))}
      </div>
      {summary.strays.length > 0 ? (
        <div className={classes.stack}>
          <Panel title="Breakers of providers without a call for a day">
            {summary.strays.map((breaker) => (
              <BreakerStatus key={breaker.name} breaker={breaker} next={nextTiers(summary, breaker.name)} />
            ))}
          </Panel>
        </div>
      ) : null}
    </>
  );
}
