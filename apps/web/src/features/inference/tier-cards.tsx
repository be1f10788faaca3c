import { Panel } from '../../ui/panel.tsx';
import { BreakerNowLine } from './breaker-now-line.tsx';
import { type Glance, nextTiers } from './glance.ts';
import classes from './inference.module.css';
import tierClasses from './tier-card.module.css';
import { TierCard } from './tier-card.tsx';

/** The three tiers side by side, and breakers that belong to none of them any more. */
export function TierCards({ glance }: { glance: Glance }) {
  return (
    <>
      <div className={tierClasses.cards}>
        {glance.tiers.map((tier) => (
          <TierCard key={tier.tier} tier={tier} next={(breaker) => nextTiers(glance, breaker)} />
        ))}
      </div>
      {glance.strays.length > 0 ? (
        <div className={classes.stack}>
          <Panel title="Breakers of providers that nobody has asked for a day">
            {glance.strays.map((breaker) => (
              <BreakerNowLine key={breaker.name} breaker={breaker} next={nextTiers(glance, breaker.name)} />
            ))}
          </Panel>
        </div>
      ) : null}
    </>
  );
}
