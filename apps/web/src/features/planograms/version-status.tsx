import { IconCircleCheck, IconCircleDashed, IconClockX } from '@tabler/icons-react';
import { Tag } from '../../ui/tag.tsx';
import classes from './version-list.module.css';

interface VersionStandingProps {
  activeBays: number;
  expired: boolean;
}

/** Where a version counts now, and whether its period is over. An expired version can still be the active one. */
export function VersionStanding({ activeBays, expired }: VersionStandingProps) {
  return (
    <span className={classes.tags}>
      {activeBays > 0 ? (
        <Tag tone="good" icon={IconCircleCheck}>
          Active in {activeBays.toLocaleString('en')} {activeBays === 1 ? 'bay' : 'bays'}
        </Tag>
      ) : (
        <Tag tone="quiet" icon={IconCircleDashed}>
          Not active
        </Tag>
      )}
      {expired ? (
        <Tag tone="short" icon={IconClockX}>
          Expired
        </Tag>
      ) : null}
    </span>
  );
}
