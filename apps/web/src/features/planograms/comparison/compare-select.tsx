'use client';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { VersionSelect } from '../../../ui/pickers/version-select.tsx';
import { siblingVersionsQuery } from '../list-sibling-versions.ts';
import { versionPath } from '../version-path.ts';
import classes from '../version-screen.module.css';

interface CompareSelectProps {
  label: string;
  against: string | null;
}

/** Chooses the version to compare with; versions of the same planogram come first. */
export function CompareSelect({ label, against }: CompareSelectProps) {
  const { data: own } = useQuery(siblingVersionsQuery(label));
  const router = useRouter();
  return (
    <VersionSelect
      className={classes.compare}
      aria-label="Compare with"
      placeholder="Compare with…"
      value={against}
      onChange={(other) => router.push(versionPath(label, other ?? undefined))}
      own={own}
      leaveOut={label}
      clearable
      clearButtonProps={{ 'aria-label': 'End the comparison' }}
    />
  );
}
