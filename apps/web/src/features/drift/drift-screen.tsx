'use client';
import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { mayReleaseDrift, useViewer } from '../../lib/viewer.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { DriftBatches } from './drift-batches-panel.tsx';
import classes from './drift-screen.module.css';
import { driftGroupsQuery } from './list-drift-groups.ts';
import { silentDriftGroupsQuery } from './list-silent-drift-groups.ts';
import { SilentDrift } from './silent-drift.tsx';
import { TaggedDrift } from './tagged-drift.tsx';

const kinds = ['tagged', 'silent'] as const;

export function DriftScreen() {
  const [kind, setKind] = useQueryState(
    'kind',
    parseAsStringLiteral(kinds).withDefault('tagged').withOptions({ history: 'replace' }),
  );
  const { data: tagged } = useQuery(driftGroupsQuery);
  const { data: silent } = useQuery(silentDriftGroupsQuery);
  const may = mayReleaseDrift(useViewer());
  const anything = (tagged?.length ?? 0) + (silent?.length ?? 0) > 0;
  return (
    <>
      <PageTitle
        title="Drift queue"
        about="Captures of which somebody has to say which planogram version counts."
      />
      {anything && !may ? (
        <p>You can look, but not release or dismiss: that is for category managers and administrators.</p>
      ) : null}
      <DriftBatches />
      <Tabs value={kind} onChange={(value) => setKind(value === 'silent' ? 'silent' : 'tagged')}>
        <Tabs.List mb="sm">
          <Tabs.Tab value="tagged" rightSection={<Sum groups={tagged} />}>
            Tagged drift
          </Tabs.Tab>
          <Tabs.Tab value="silent" rightSection={<Sum groups={silent} />}>
            Silent drift
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="tagged">
          <p className={classes.about}>
            The device tagged another version than the one that is active for the bay. These captures wait:
            they have no score yet.
          </p>
          {kind === 'tagged' ? <TaggedDrift mayRelease={may} /> : null}
        </Tabs.Panel>
        <Tabs.Panel value="silent">
          <p className={classes.about}>
            The tag was right, but the shelf follows another version clearly better. These captures are
            scored; their scores say more about the plan than about the shelf.
          </p>
          {kind === 'silent' ? <SilentDrift mayAct={may} /> : null}
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

/** Captures of all groups; nothing until it is known. */
function Sum({ groups }: { groups: readonly { count: number }[] | undefined }) {
  if (!groups) return null;
  return (
    <span className={classes.sum}>
      {groups.reduce((sum, { count }) => sum + count, 0).toLocaleString('en')}
    </span>
  );
}
