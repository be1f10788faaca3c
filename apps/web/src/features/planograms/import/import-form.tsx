'use client';
import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { versionPath } from '../version-path.ts';
import { FileDrop } from './file-drop.tsx';
import { fileObstacle, type ImportDraft, newImport, toImportInput } from './import-draft.ts';
import { ImportFields } from './import-fields.tsx';
import { useImportPlanogram } from './import-planogram.ts';
import { ImportProblems } from './import-problems.tsx';
import { Imported } from './imported.tsx';

export function ImportForm({ close }: { close: () => void }) {
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [draft, setDraft] = useState<ImportDraft>(newImport);
  const send = useImportPlanogram();
  const answer = send.data;
  const obstacle = file ? fileObstacle(file) : null;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!file || obstacle) return;
    send.mutate(
      { file, input: toImportInput(draft) },
      {
        onSuccess: ({ version, notes }) => {
          // The notes would disappear with the dialog, so with notes the person continues by hand.
          if (version && notes.length === 0) router.push(versionPath(version.label));
        },
      },
    );
  };

  if (answer?.version) return <Imported answer={answer} version={answer.version} close={close} />;

  const errors = answer?.userErrors ?? [];
  const at = (field: string) => errors.find((error) => error.field?.[0] === field)?.message ?? null;
  const elsewhere = errors.filter(({ field }) => !field?.[0] || !(field[0] in newImport));
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <FileDrop
          file={file}
          obstacle={obstacle}
          choose={(chosen) => {
            setFile(chosen);
            send.reset();
          }}
        />
        <ImportFields draft={draft} setDraft={setDraft} errorAt={at} />
        {answer && answer.problems.length > 0 ? (
          <ImportProblems problems={answer.problems} format={answer.format} />
        ) : null}
        {send.error || elsewhere.length > 0 ? (
          <Alert icon={<IconAlertCircle />} color="red" role="alert" title="Not imported">
            {send.error?.message ?? elsewhere.map(({ message }) => message).join(' ')}
          </Alert>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={send.isPending} disabled={!file || obstacle !== null}>
            Import
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
