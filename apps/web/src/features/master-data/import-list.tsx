'use client';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { masterDataKindLabels } from '../../labels/master-data-labels.ts';
import table from '../../ui/data-table.module.css';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { Age } from '../../ui/moment.tsx';
import { Panel } from '../../ui/panel.tsx';
import { importsQuery, type ListedImport } from './list-imports.ts';
import { saveErrors } from './save-errors.ts';

/** Lists the imports with their counts, newest first. */
export function ImportList() {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(importsQuery);
  if (error) return <FaultNotice fault={error} retry={() => void refetch()} />;
  const imports = data?.pages.flatMap(({ edges }) => edges.map(({ node }) => node)) ?? [];
  return (
    <Panel title="Imports" flush scrolls>
      <table className={table.table}>
        <thead>
          <tr>
            <th>When</th>
            <th>Kind</th>
            <th>File</th>
            <th className={table.number}>New</th>
            <th className={table.number}>Changed</th>
            <th className={table.number}>Unchanged</th>
            <th className={table.number}>Left out</th>
            <th>By</th>
          </tr>
        </thead>
        <tbody>
          {imports.map((one) => (
            <ImportRow key={one.id} one={one} />
          ))}
        </tbody>
      </table>
      {data && imports.length === 0 ? <p>No master data was imported yet.</p> : null}
      {hasNextPage ? (
        <Button variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </Panel>
  );
}

function ImportRow({ one }: { one: ListedImport }) {
  return (
    <tr>
      <td>
        <Age at={one.createdAt} />
      </td>
      <td>{masterDataKindLabels[one.kind]}</td>
      <td>{one.fileName ?? (one.source === 'API' ? 'by API' : '')}</td>
      <td className={table.number}>{one.created.toLocaleString('en')}</td>
      <td className={table.number}>{one.changed.toLocaleString('en')}</td>
      <td className={table.number}>{one.unchanged.toLocaleString('en')}</td>
      <td className={table.number}>
        {one.failed === 0 ? (
          '0'
        ) : (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`Download the ${one.failed} rows that were left out`}
            onClick={() => void saveErrors(one.id)}
          >
            {one.failed.toLocaleString('en')}, download
          </Button>
        )}
      </td>
      <td>{one.endedAt === null ? `${one.createdBy}, not finished` : one.createdBy}</td>
    </tr>
  );
}
