import table from '../../../ui/data-table.module.css';
import classes from './activation-form.module.css';
import type { Consequences } from './preview-activation.ts';

interface BaysBeforeProps {
  label: string;
  consequences: Consequences;
}

/** Lists the bays with their current version, and the version after the activation. */
export function BaysBefore({ label, consequences: { bays, baysTotal, aisle } }: BaysBeforeProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className={classes.bays} aria-label="Bays" tabIndex={0}>
      <table className={table.table}>
        <thead>
          <tr>
            <th>Store</th>
            <th>Follows now</th>
            <th>Then</th>
          </tr>
        </thead>
        <tbody>
          {bays.map(({ store, bay, activeVersion, expired }) => (
            <tr key={store.id}>
              <td>
                {store.code} · {store.name}
              </td>
              <td>
                {activeVersion ? (
                  <>
                    {activeVersion.label}
                    {expired ? ' (expired)' : ''}
                  </>
                ) : bay ? (
                  'no version'
                ) : (
                  `no bay ${aisle} yet`
                )}
              </td>
              <td>{activeVersion?.label === label ? 'unchanged' : label}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {baysTotal > bays.length ? (
        <p className={classes.dim}>
          The first {bays.length} of {baysTotal.toLocaleString('en')} bays.
        </p>
      ) : null}
    </section>
  );
}
