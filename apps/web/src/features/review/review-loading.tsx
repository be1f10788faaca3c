import { Skeleton } from '@mantine/core';
import classes from './workbench/workbench.module.css';

export function ReviewLoading() {
  return (
    <div role="status" aria-label="Loading the capture">
      <Skeleton height={28} width={220} mb={10} />
      <Skeleton height={64} mb={14} />
      <div className={classes.bench}>
        <Skeleton height={460} />
        <Skeleton height={460} />
        <Skeleton height={460} />
      </div>
    </div>
  );
}
