'use client';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { planogramsQuery } from './list-planograms.ts';
import { versionPath } from './version-path.ts';
import classes from './version-screen.module.css';

interface CompareSelectProps {
  label: string;
  against: string | null;
}

/** The version that this one is compared with; those of the same planogram stand first. */
export function CompareSelect({ label, against }: CompareSelectProps) {
  const { data: planograms = [] } = useQuery(planogramsQuery);
  const router = useRouter();
  const isOwn = ({ versions }: (typeof planograms)[number]) => versions.some((one) => one.label === label);
  const data = planograms
    .toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)))
    .map(({ name, code, versions }) => ({
      group: name === code ? name : `${name} (${code})`,
      items: versions
        .filter((version) => version.label !== label)
        .map((version) => ({ value: version.label, label: version.label })),
    }))
    .filter(({ items }) => items.length > 0);
  return (
    <Select
      className={classes.compare}
      aria-label="Compare with"
      placeholder="Compare with…"
      data={uniqueGroups(data)}
      value={against}
      onChange={(other) => router.push(versionPath(label, other ?? undefined))}
      nothingFoundMessage="There is no other version"
      limit={200}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'End the comparison' }}
    />
  );
}

/** The kit keys groups by their names, which need not be unique. */
function uniqueGroups<Group extends { group: string }>(groups: Group[]): Group[] {
  const seen = new Map<string, number>();
  return groups.map((one) => {
    const times = (seen.get(one.group) ?? 0) + 1;
    seen.set(one.group, times);
    return times === 1 ? one : { ...one, group: `${one.group} (${times})` };
  });
}
