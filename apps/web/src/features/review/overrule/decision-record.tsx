import { Button } from '@mantine/core';
import { IconArrowBackUp, IconUserCheck } from '@tabler/icons-react';
import { verdictLabels } from '../../../labels/verdict-labels.ts';
import { Moment } from '../../../ui/moment.tsx';
import { VerdictTag } from '../../../ui/verdict-tag.tsx';
import type { PositionVerdict } from '../read-capture.ts';
import classes from './decision-record.module.css';

interface DecisionRecordProps {
  verdict: PositionVerdict;
  timeZone: string;
  /** Null for viewers without permission, and while a decision is being sent. */
  takeBack: (() => void) | null;
}

/** Shows who overruled a finding, why and when, beside the struck-out verdict of scoring. */
export function DecisionRecord({ verdict, timeZone, takeBack }: DecisionRecordProps) {
  const { overrule, machine } = verdict;
  if (!overrule) return null;
  return (
    <div className={classes.record}>
      <div className={classes.line}>
        <IconUserCheck size={16} stroke={1.8} aria-hidden />
        {machine ? (
          <span className={classes.struck}>
            <span className={classes.hidden}>Scoring found </span>
            <del>{verdictLabels[machine.verdict]}</del>
            {machine.seen && machine.seen.id !== verdict.expected?.id ? (
              <del> ({machine.seen.name})</del>
            ) : null}
          </span>
        ) : null}
        <VerdictTag verdict={verdict.verdict} />
      </div>
      <p>
        “{overrule.reason}”
        <span className={classes.dim}>
          {' '}
          – {overrule.author}, <Moment at={overrule.createdAt} timeZone={timeZone} />
        </span>
      </p>
      {machine ? <p className={classes.dim}>Scoring gave: {machine.reason}</p> : null}
      {takeBack ? (
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<IconArrowBackUp size={14} />}
          onClick={takeBack}
        >
          Take back…
        </Button>
      ) : null}
    </div>
  );
}
