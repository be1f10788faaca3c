'use client';
import { Skeleton } from '@mantine/core';
import { IconLayoutOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ComparedVersions } from './compared-versions.tsx';
import { MappingPanel } from './mapping-panel.tsx';
import { diffQuery } from './read-diff.ts';
import { type PlannedVersion, versionQuery } from './read-version.ts';

interface ComparisonProps {
  /** The earlier one. */
  fromLabel: string;
  to: PlannedVersion;
}

/** What becomes of every position from one version to another, and the mapping that people made of it. */
export function Comparison({ fromLabel, to }: ComparisonProps) {
  const { data: from, ...reading } = useQuery(versionQuery(fromLabel));
  const diff = useQuery({ ...diffQuery(from?.id ?? '', to.id), enabled: Boolean(from) });
  if (from === null)
    return (
      <Notice icon={IconLayoutOff} title={`Version ${fromLabel} is not known here`}>
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
