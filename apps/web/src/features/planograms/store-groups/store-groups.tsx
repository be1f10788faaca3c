'use client';
import { Button } from '@mantine/core';
import { IconBuildingStore } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { can } from '../../../lib/can.ts';
import { useViewer } from '../../../lib/viewer.ts';
import { FaultNotice } from '../../../ui/fault-notice.tsx';
import { LoadingRows } from '../../../ui/loading-rows.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { StaleNotice } from '../../../ui/stale-notice.tsx';
import { GroupForm } from './group-form.tsx';
import { type StoreGroup, storeGroupsQuery } from './list-store-groups.ts';
import classes from './store-groups.module.css';

/** Lists the groups, and shows a form for one of them at a time. */
export function StoreGroups() {
  const { data: groups, error, refetch } = useQuery(storeGroupsQuery);
  const may = can(useViewer(), 'STORE_GROUP_SET');
  const [editing, setEditing] = useState<{ from: StoreGroup | null } | null>(null);
  if (editing)
    return (
      <GroupForm
        from={editing.from}
        taken={groups?.map(({ code }) => code) ?? []}
        close={() => setEditing(null)}
      />
    );
  if (!groups)
    return error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={3} height={44} />;
  const create = may ? <Button onClick={() => setEditing({ from: null })}>New group…</Button> : null;
  if (groups.length === 0)
    return (
      <Notice icon={IconBuildingStore} title="No group yet" action={create}>
        Group stores that are planned together: a region, a format, a cluster. A version can then be activated
        in all of them at once.
      </Notice>
    );
  return (
    <>
      {error ? <StaleNotice retry={refetch} /> : null}
      <p className={classes.dim}>
        {may
          ? 'Stores that are planned together. A planned activation reaches the stores that a group has at that time.'
          : 'Stores that are planned together. Your role does not include changing groups.'}
      </p>
      <ul className={classes.list}>
        {groups.map((group) => (
          <li key={group.code}>
            <div className={classes.what}>
              <b>{group.name}</b> <span className={classes.dim}>{group.code}</span>
              <div className={classes.dim}>
                {group.stores.length === 0
                  ? 'no store'
                  : `${group.stores.length.toLocaleString('en')} ${group.stores.length === 1 ? 'store' : 'stores'}: ${storesInShort(group)}`}
              </div>
            </div>
            {may ? (
              <Button
                variant="default"
                aria-label={`Change group ${group.name}`}
                onClick={() => setEditing({ from: group })}
              >
                Change…
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {create}
    </>
  );
}

/** Enough to recognise a group. */
const maxNamed = 6;

function storesInShort({ stores }: StoreGroup): string {
  const codes = stores.slice(0, maxNamed).map(({ code }) => code);
  return codes.join(', ') + (stores.length > maxNamed ? ', …' : '');
}
