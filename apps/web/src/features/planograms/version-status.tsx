import { IconCircleCheck, IconCircleDashed, IconClockX } from '@tabler/icons-react';
import { Tag } from '../../ui/tag.tsx';
import classes from './version-list.module.css';

interface VersionStatusProps {
  activeBays: number;
  expired: boolean;
}

/** Shows where a version is active, and whether its period is over. An expired version can still be active. */
export function VersionStatus({ activeBays, expired }: VersionStatusProps) {
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
