'use client';
import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import Link from 'next/link';
import { versionPath } from '../version-path.ts';
import classes from './import-form.module.css';
import type { ImportAnswer } from './import-planogram.ts';

interface ImportedProps {
  answer: ImportAnswer;
  version: NonNullable<ImportAnswer['version']>;
  close: () => void;
}

/** Shows an imported version, and the assumptions made by the import. */
export function Imported({ answer, version, close }: ImportedProps) {
  return (
    <Stack gap="md">
      <Alert
        icon={<IconCircleCheck />}
        color="ink"
        variant="light"
        role="status"
        title={`${version.label} is imported`}
      >
        {version.planogram.name}: {version.facts.positions.toLocaleString('en')} positions,{' '}
        {version.facts.facings.toLocaleString('en')} facings. The version is used only after it is activated.
      </Alert>
      {answer.notes.length > 0 ? (
        <section aria-label="Notes">
          <h3 className={classes.notesTitle}>
            <IconInfoCircle size={16} aria-hidden /> What was assumed, or looks odd
          </h3>
          <ul className={classes.notes}>
            {answer.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          Close
        </Button>
        <Button component={Link} href={versionPath(version.label)} data-autofocus>
          Open the version
        </Button>
      </Group>
    </Stack>
  );
}
