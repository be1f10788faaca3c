import { Skeleton } from '@mantine/core';
import { Placeholders } from './placeholders.tsx';

/** Shows grey rows while a list is loading. */
export function LoadingRows({ rows, height = 40 }: { rows: number; height?: number }) {
  return (
    <div role="status" aria-label="Loading" style={{ display: 'grid', gap: 8, padding: 12 }}>
      <Placeholders count={rows} each={(key) => <Skeleton key={key} height={height} radius="sm" />} />
    </div>
  );
}
