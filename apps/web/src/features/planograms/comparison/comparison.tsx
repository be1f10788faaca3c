'use client';
import { Skeleton } from '@mantine/core';
import { IconLayoutOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { FaultNotice } from '../../../ui/fault-notice.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { diffQuery } from '../diff/read-diff.ts';
import { MappingPanel } from '../mapping/mapping-panel.tsx';
import { type PlannedVersion, versionQuery } from '../read-version.ts';
import { ComparedVersions } from './compared-versions.tsx';

interface ComparisonProps {
  /** The earlier version. */
  fromLabel: string;
  to: PlannedVersion;
}

/** Shows the change of every position between two versions, and the mapping between them. */
export function Comparison({ fromLabel, to }: ComparisonProps) {
  const { data: from, ...reading } = useQuery(versionQuery(fromLabel));
  const diff = useQuery({ ...diffQuery(from?.id ?? '', to.id), enabled: Boolean(from) });
  if (from === null)
    return (
      <Notice icon={IconLayoutOff} title={`Version ${fromLabel} is not in the database`}>
        Choose another one to compare with.
      </Notice>
    );
  const fault = reading.error ?? diff.error;
  if (!from || !diff.data)
    return fault ? (
      <FaultNotice fault={fault} retry={() => void (from ? diff.refetch() : reading.refetch())} />
    ) : (
      <Skeleton height={420} />
    );
  return (
    <>
      <ComparedVersions from={from} to={to} diff={diff.data} />
      <MappingPanel from={from} to={to} />
    </>
  );
}
