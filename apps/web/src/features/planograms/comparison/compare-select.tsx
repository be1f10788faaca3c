'use client';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { kinQuery } from './list-kin.ts';
import { versionPath } from './version-path.ts';
import classes from './version-screen.module.css';
import { VersionSelect } from './version-select.tsx';

interface CompareSelectProps {
  label: string;
  against: string | null;
}

/** The version that this one is compared with; those of the same planogram stand first. */
export function CompareSelect({ label, against }: CompareSelectProps) {
  const { data: own } = useQuery(kinQuery(label));
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
