'use client';
import { Button } from '@mantine/core';
import { IconAlertCircle, IconArrowRight } from '@tabler/icons-react';
import { Tag } from '../../../ui/tag.tsx';
import { diffStyles } from '../diff/diff-styles.ts';
import { type MappingRow, toLocalDay } from './mapping-draft.ts';
import { MappingFields } from './mapping-fields.tsx';
import type { MappingNames } from './mapping-names.ts';
import classes from './mapping-panel.module.css';

interface MappingLineProps {
  row: MappingRow;
  names: MappingNames;
  faults: readonly string[];
  editing: boolean;
  /** Null for viewers without permission. */
  actions: {
    edit: () => void;
    replace: (row: MappingRow) => void;
    remove: () => void;
    /** Null where an alias makes no sense. */
    alias: (() => void) | null;
  } | null;
}

/** Shows one entry of a mapping, in words or as fields, with its errors. */
export function MappingLine({ row, names, faults, editing, actions }: MappingLineProps) {
  const { tone, icon, label } = diffStyles[row.kind];
  const isAlias = row.kind === 'ALIAS';
  const earlier = isAlias ? names.from.product(row.fromProductId) : names.from.position(row.fromPositionId);
  const later = isAlias ? names.to.product(row.toProductId) : names.to.position(row.toPositionId);
  const description = `${label} ${earlier ?? later ?? ''}`.trim();
  return (
    <>
      <div className={classes.line}>
        <Tag tone={tone} icon={icon}>
          {label}
        </Tag>
        <span className={classes.what}>
          {earlier ?? <span className={classes.dim}>{isAlias ? 'no product chosen' : 'nothing'}</span>}{' '}
          <IconArrowRight size={14} aria-label="to" />{' '}
          {later ?? <span className={classes.dim}>{isAlias ? 'no product chosen' : 'nothing'}</span>}
          {isAlias ? (
            <span className={classes.dim}> until {toLocalDay(row.graceUntil) || 'no date yet'}</span>
          ) : null}
        </span>
        {actions ? (
          <span className={classes.rowActs}>
            {actions.alias ? (
              <Button
                variant="subtle"
                size="compact-xs"
                onClick={actions.alias}
                aria-label={`Add an alias for ${earlier}`}
              >
                Add alias
              </Button>
            ) : null}
            <Button
              variant="default"
              size="compact-xs"
              aria-expanded={editing}
              aria-label={`${editing ? 'Done with' : 'Change'} ${description}`}
              onClick={actions.edit}
            >
              {editing ? 'Done' : 'Change'}
            </Button>
            <Button
              variant="default"
              size="compact-xs"
              aria-label={`Leave out ${description}`}
              onClick={actions.remove}
            >
              Leave out
            </Button>
          </span>
        ) : null}
      </div>
      {faults.map((message) => (
        <div key={message} className={classes.wrong} data-tone="bad" role="alert">
          <IconAlertCircle size={15} aria-hidden /> {message}
        </div>
      ))}
      {editing && actions ? <MappingFields row={row} names={names} replace={actions.replace} /> : null}
    </>
  );
}
