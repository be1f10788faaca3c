'use client';
import { Button } from '@mantine/core';
import { IconBuildingStore } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useViewer } from '../../lib/viewer.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { GroupForm } from './group-form.tsx';
import { type StoreGroup, storeGroupsQuery } from './list-store-groups.ts';
import classes from './store-groups.module.css';

/** The groups, and a form for one of them at a time. */
export function StoreGroups() {
  const { data: groups, error, refetch } = useQuery(storeGroupsQuery);
  const { role } = useViewer();
  const may = role === 'CATEGORY_MANAGER' || role === 'ADMIN';
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
        Put stores together that are planned for together: a region, a format, a cluster. Then a version is
        activated in all of them at once.
      </Notice>
    );
  return (
    <>
      {error ? <StaleNotice retry={refetch} /> : null}
      <p className={classes.dim}>
        {may
          ? 'Stores that are planned for together. A planned activation reaches the stores that a group has at that time.'
          : 'Stores that are planned for together. Only category managers and administrators change groups.'}
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

/** Enough to recognise a group by. */
const mostNamed = 6;

function storesInShort({ stores }: StoreGroup): string {
  const codes = stores.slice(0, mostNamed).map(({ code }) => code);
  return codes.join(', ') + (stores.length > mostNamed ? ', …' : '');
}
