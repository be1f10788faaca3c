'use client';
import { Button, Group, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconLayoutList, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { parseAsString, useQueryState } from 'nuqs';
import { can } from '../../lib/can.ts';
import { useViewer } from '../../lib/viewer.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { ActivationsPanel } from './activation/activations-panel.tsx';
import { ImportDialog } from './import/import-dialog.tsx';
import { planogramsQuery } from './list-planograms.ts';
import { PlanogramList } from './planogram-list.tsx';
import classes from './planograms-screen.module.css';
import { StoreGroupsDialog } from './store-groups/store-groups-dialog.tsx';

/** Delay after the last keystroke before the search starts. */
const settleMs = 300;

export function PlanogramsScreen() {
  const [search, setSearch] = useQueryState(
    'q',
    parseAsString.withDefault('').withOptions({ history: 'replace' }),
  );
  const [settled] = useDebouncedValue(search.trim(), settleMs);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } =
    useInfiniteQuery(planogramsQuery(settled));
  const may = can(useViewer(), 'PLANOGRAM_IMPORT');
  const [importing, importDialog] = useDisclosure(false);
  const [grouping, groupDialog] = useDisclosure(false);
  const total = data?.pages.at(-1)?.totalCount ?? 0;
  const hasNone = data !== undefined && total === 0 && settled === '' && !isPlaceholderData;
  return (
    <>
      <PageTitle
        title="Planograms"
        about="The planned layout of shelves. A version never changes; each bay follows the version that is activated there."
        actions={
          <Group gap={8}>
            <Button variant="default" onClick={groupDialog.open}>
              Store groups…
            </Button>
            {may ? <Button onClick={importDialog.open}>Import…</Button> : null}
          </Group>
        }
      />
      {may ? null : (
        <p>You can view planograms, but your role does not include importing or activating them.</p>
      )}
      {error && data ? <StaleNotice retry={refetch} /> : null}
      {!data ? (
        error ? (
          <FaultNotice fault={error} retry={refetch} />
        ) : (
          <LoadingRows rows={5} height={64} />
        )
      ) : hasNone ? (
        <Notice
          icon={IconLayoutList}
          title="No planogram yet"
          action={may ? <Button onClick={importDialog.open}>Import the first one…</Button> : undefined}
        >
          Begin with a file from your planning tool: PSA, CSV, Azure JSON, PTS or our own JSON. Then activate
          the version in the bays that it is for.
        </Notice>
      ) : (
        <div className={classes.parts}>
          <ActivationsPanel label={null} />
          <search aria-label="Search planograms">
            <TextInput
              className={classes.search}
              size="xs"
              aria-label="Search"
              placeholder="Name, code or version"
              leftSection={<IconSearch size={15} aria-hidden />}
              value={search}
              onChange={(event) => void setSearch(event.currentTarget.value || null)}
            />
          </search>
          <PlanogramList
            planograms={data.pages.flatMap(({ edges }) => edges.map(({ node }) => node))}
            total={total}
            search={settled}
            isOld={isPlaceholderData || search.trim() !== settled}
            showMore={hasNextPage ? () => void fetchNextPage() : null}
            isLoadingMore={isFetchingNextPage}
          />
        </div>
      )}
      <ImportDialog opened={importing} close={importDialog.close} />
      <StoreGroupsDialog opened={grouping} close={groupDialog.close} />
    </>
  );
}
