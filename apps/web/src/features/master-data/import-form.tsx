'use client';
import { Alert, Button, FileInput, Group, Select } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { MasterDataKind } from '../../generated/graphql.ts';
import { masterDataColumns, masterDataKindLabels } from '../../labels/master-data-labels.ts';
import { Panel } from '../../ui/panel.tsx';
import { useImportMasterData } from './import-master-data.ts';
import { ImportPreview } from './import-preview.tsx';
import classes from './master-data.module.css';
import { usePreviewMasterData } from './preview-master-data.ts';

/** Asks for a file, shows what its import would do, and imports it. `kinds` are those that the viewer may import. */
export function ImportForm({ kinds }: { kinds: MasterDataKind[] }) {
  const [kind, setKind] = useState<MasterDataKind | null>(kinds[0] ?? null);
  const [file, setFile] = useState<File | null>(null);
  const preview = usePreviewMasterData();
  const send = useImportMasterData();
  const chosen = kind !== null && file !== null ? { kind, file } : null;
  const startAgain = () => {
    preview.reset();
    send.reset();
  };
  const report = preview.data?.report ?? null;
  const done = send.data?.import ?? null;
  const refusal =
    preview.error?.message ??
    send.error?.message ??
    [...(preview.data?.userErrors ?? []), ...(send.data?.userErrors ?? [])]
      .map(({ message }) => message)
      .join(' ');
  return (
    <Panel title="Import a file">
      <div className={classes.form}>
        <div className={classes.choices}>
          <Select
            label="Kind"
            description={kind === null ? undefined : `Columns: ${masterDataColumns[kind]}.`}
            data={kinds.map((value) => ({ value, label: masterDataKindLabels[value] }))}
            value={kind}
            allowDeselect={false}
            onChange={(value) => {
              setKind(value as MasterDataKind | null);
              startAgain();
            }}
          />
          <FileInput
            label="File"
            description="CSV with the names of the columns in the first row; up to 8 MB."
            placeholder="Choose a file"
            accept=".csv,.txt,.tsv"
            value={file}
            onChange={(value) => {
              setFile(value);
              startAgain();
            }}
          />
        </div>
        {report && !done ? <ImportPreview report={report} /> : null}
        {done ? (
          <Alert icon={<IconCircleCheck />} color="ink" variant="light" role="status" title="Imported">
            {done.created.toLocaleString('en')} new, {done.changed.toLocaleString('en')} changed,{' '}
            {done.unchanged.toLocaleString('en')} unchanged, {done.failed.toLocaleString('en')} left out.
          </Alert>
        ) : null}
        {refusal ? (
          <Alert icon={<IconAlertCircle />} color="red" role="alert" title="Not imported">
            {refusal}
          </Alert>
        ) : null}
        <Group justify="flex-end">
          <Button
            variant={report ? 'default' : 'filled'}
            disabled={!chosen}
            loading={preview.isPending}
            onClick={() => {
              send.reset();
              if (chosen) preview.mutate(chosen);
            }}
          >
            Preview
          </Button>
          <Button
            disabled={!chosen || !report || done !== null || report.created + report.changed === 0}
            loading={send.isPending}
            onClick={() => {
              if (chosen) send.mutate(chosen);
            }}
          >
            Import
          </Button>
        </Group>
      </div>
    </Panel>
  );
}
