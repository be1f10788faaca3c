'use client';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import classes from '../../ui/stale-notice.module.css';
import { intakeObstacleQuery } from './read-intake-obstacle.ts';

/** Shows why no new captures come in, while they are refused: devices wait without a word. */
export function IntakeNotice() {
  const { data: obstacle } = useQuery(intakeObstacleQuery);
  if (!obstacle) return null;
  return (
    <div className={classes.bar} data-tone="short" role="status">
      <IconAlertTriangle size={16} aria-hidden />
      <span>New captures are refused, and devices try again later. {obstacle.message}</span>
    </div>
  );
}
