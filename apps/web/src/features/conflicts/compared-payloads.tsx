'use client';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconEqualNot } from '@tabler/icons-react';
import { useId } from 'react';
import table from '../../ui/data-table.module.css';
import { comparePayloads } from './compare-payloads.ts';
import classes from './conflict-card.module.css';

/**
 * Shows the fields of two payloads: differing fields are marked, equal ones are shown on demand.
 * @param first undefined for viewers who may not read payloads
 */
export function ComparedPayloads({ first, later }: { first: unknown; later: unknown }) {
  const [all, { toggle }] = useDisclosure(false);
  const tableId = useId();
  if (first === undefined)
    return <p className={classes.note}>Your role does not include reading payloads.</p>;
  if (later === null || later === undefined)
    return (
      <p className={classes.note}>
        The later photo arrived without a payload of its own, so there are no fields to compare.
      </p>
    );
  const fields = comparePayloads(first, later);
  const equal = fields.filter(({ differs }) => !differs).length;
  const shown = all ? fields : fields.filter(({ differs }) => differs);
  return (
    <div className={classes.payloads}>
      {shown.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section id={tableId} className={classes.fields} aria-label="Fields of both payloads" tabIndex={0}>
          <table className={table.table}>
            <thead>
              <tr>
                <th>Field</th>
                <th>First payload</th>
                <th>Later payload</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((field) => (
                <tr key={field.path}>
                  <td>
                    <code>{field.path}</code>
                    {field.differs ? (
                      <span className={classes.differs}>
                        <IconEqualNot size={13} aria-hidden /> differs
                      </span>
                    ) : null}
                  </td>
                  <td>
                    <Value text={field.first} differs={field.differs} />
                  </td>
                  <td>
                    <Value text={field.later} differs={field.differs} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : (
        <p className={classes.note}>Both payloads are equal; only the photos differ.</p>
      )}
      {equal > 0 ? (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={all}
          aria-controls={tableId}
          onClick={toggle}
        >
          {all ? 'Show only what differs' : `Show the ${equal} equal fields too`}
        </Button>
      ) : null}
    </div>
  );
}

function Value({ text, differs }: { text: string | null; differs: boolean }) {
  if (text === null) return <em className={classes.dim}>not there</em>;
  return differs ? <mark className={classes.mark}>{text}</mark> : text;
}
