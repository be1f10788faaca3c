'use client';
import { Alert, Checkbox } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { can } from '../../../lib/can.ts';
import { ownTimeZone } from '../../../lib/own-time-zone.ts';
import { useViewer } from '../../../lib/viewer.ts';
import { FaultNotice } from '../../../ui/fault-notice.tsx';
import { LoadingRows } from '../../../ui/loading-rows.tsx';
import { Age } from '../../../ui/moment.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { PlannedVersion } from '../read-version.ts';
import { MappingActions } from './mapping-actions.tsx';
import { type MappingRow, newAlias } from './mapping-draft.ts';
import { MappingLine } from './mapping-line.tsx';
import { type MappingNames, namesOf } from './mapping-names.ts';
import classes from './mapping-panel.module.css';
import { useMappingDraft } from './use-mapping-draft.ts';

interface MappingPanelProps {
  from: PlannedVersion;
  to: PlannedVersion;
}

/** Shows the mapping between two versions: everybody reads it, people with permission change it. */
export function MappingPanel({ from, to }: MappingPanelProps) {
  const draft = useMappingDraft(from.id, to.id);
  const { saved, rows, isChanged, faults, save, propose } = draft;
  const may = can(useViewer(), 'VERSION_MAPPING_SAVE', { planogramVersion: to.label });
  const [editing, setEditing] = useState<string | null>(null);
  const [showSame, setShowSame] = useState(false);
  const names = namesOf(from, to);
  const same = rows.filter(({ kind }) => kind === 'SAME').length;
  const shown = rows.filter(
    ({ kind, key }) => showSame || kind !== 'SAME' || key === editing || faults.has(key),
  );
  const count = saved.data?.length ?? 0;
  const first = saved.data?.[0];

  const replace = (row: MappingRow) => draft.change(rows.map((one) => (one.key === row.key ? row : one)));
  const addAlias = (products: Pick<MappingRow, 'fromProductId' | 'toProductId'>) => {
    const alias = newAlias(products, Date.now());
    draft.change([...rows, alias]);
    setEditing(alias.key);
  };
  const saveRows = (toSave: MappingRow[]) =>
    save.mutate(toSave, {
      onSuccess: (entriesInForce) => {
        if (entriesInForce === null) return;
        setEditing(null);
        notifications.show(
          entriesInForce === 0
            ? { title: 'Mapping removed', message: 'The two versions are not mapped any more.' }
            : {
                title: 'Mapping saved',
                message: `${entriesInForce.toLocaleString('en')} entries are in force now.`,
              },
        );
      },
    });
  const general = [...(faults.get(null) ?? []), save.error?.message, propose.error?.message].filter(Boolean);

  return (
    <Panel
      title="Mapping"
      aside={
        <span className={classes.dim}>
          {isChanged ? 'Not saved yet' : first ? <SavedLabel count={count} {...first} /> : 'None saved'}
        </span>
      }
      flush
    >
      <div className={classes.head}>
        <p className={classes.dim}>
          With a mapping, captures of shelves that follow {from.label} can be scored against {to.label}. An
          alias lets an old product count as the new one until its date.
        </p>
        {may ? (
          <MappingActions
            draft={draft}
            savedCount={count}
            saveRows={saveRows}
            addAlias={() => addAlias({ fromProductId: null, toProductId: null })}
          />
        ) : null}
      </div>
      {general.length > 0 ? (
        <div className={classes.fault}>
          <Alert icon={<IconAlertCircle />} color="red" role="alert" title="Not saved">
            {general.join(' ')}
          </Alert>
        </div>
      ) : null}
      {faults.size > 0 && general.length === 0 ? (
        <p className={classes.fault} role="alert" data-tone="bad">
          {faults.size === 1 ? '1 entry is' : `${faults.size} entries are`} wrong; the error is shown at{' '}
          {faults.size === 1 ? 'its row' : 'each row'}.
        </p>
      ) : null}
      {!saved.data ? (
        saved.error ? (
          <FaultNotice fault={saved.error} retry={saved.refetch} />
        ) : (
          <LoadingRows rows={3} />
        )
      ) : rows.length === 0 ? (
        <p className={classes.none}>
          {may
            ? 'These versions are not mapped yet. Start with a proposal from the comparison, then check it.'
            : 'These versions are not mapped yet.'}
        </p>
      ) : (
        <>
          {same > 0 ? (
            <Checkbox
              className={classes.same}
              size="xs"
              label={`Show the ${same.toLocaleString('en')} unchanged`}
              checked={showSame}
              onChange={(event) => setShowSame(event.currentTarget.checked)}
            />
          ) : null}
          <ul className={classes.list}>
            {shown.map((row) => (
              <li key={row.key} data-wrong={faults.has(row.key)}>
                <MappingLine
                  row={row}
                  names={names}
                  faults={faults.get(row.key) ?? []}
                  editing={may && row.key === editing}
                  actions={
                    may
                      ? {
                          edit: () => setEditing(row.key === editing ? null : row.key),
                          replace,
                          remove: () => draft.change(rows.filter(({ key }) => key !== row.key)),
                          alias: aliasOffer(row, rows, names) ? () => addAlias(row) : null,
                        }
                      : null
                  }
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

interface SavedLabelProps {
  count: number;
  savedBy: string | null;
  savedAt: string | null;
}

/** Shows who saved the mapping and when. A mapping is saved as a whole, so its first entry answers for all of them. */
const SavedLabel = ({ count, savedBy, savedAt }: SavedLabelProps) => (
  <>
    {count.toLocaleString('en')} {count === 1 ? 'entry' : 'entries'} saved
    {savedBy ? ` by ${savedBy}` : ''}
    {savedAt ? (
      <>
        , <Age at={savedAt} timeZone={ownTimeZone()} />
      </>
    ) : null}
  </>
);

/** Tells whether an alias makes sense: the product was replaced and is planned nowhere in the later version. */
const aliasOffer = (row: MappingRow, rows: readonly MappingRow[], names: MappingNames): boolean =>
  row.kind === 'SUBSTITUTED' &&
  row.fromProductId !== null &&
  !names.to.products.some(({ value }) => value === row.fromProductId) &&
  !rows.some(({ kind, fromProductId }) => kind === 'ALIAS' && fromProductId === row.fromProductId);
