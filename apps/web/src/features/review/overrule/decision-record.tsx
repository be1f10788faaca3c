import { Button } from '@mantine/core';
import { IconArrowBackUp, IconUserCheck } from '@tabler/icons-react';
import { verdictWords } from '../../lib/words/verdict-words.ts';
import { Moment } from '../../ui/moment.tsx';
import { VerdictTag } from '../../ui/verdict-tag.tsx';
import type { PositionVerdict } from './read-capture.ts';
import classes from './ruling-record.module.css';

interface RulingRecordProps {
  verdict: PositionVerdict;
  timeZone: string;
  /** Null for those who may not, and while a ruling is on its way. */
  takeBack: (() => void) | null;
}

/** Who overruled a finding, why and when: what scoring had found, struck through, beside it. */
export function RulingRecord({ verdict, timeZone, takeBack }: RulingRecordProps) {
  const { overrule, machine } = verdict;
  if (!overrule) return null;
  return (
    <div className={classes.record}>
      <div className={classes.line}>
        <IconUserCheck size={16} stroke={1.8} aria-hidden />
        {machine ? (
          <span className={classes.struck}>
            <span className={classes.hidden}>Scoring found </span>
            <del>{verdictWords[machine.verdict]}</del>
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
      {machine ? <p className={classes.dim}>Scoring had said: {machine.reason}</p> : null}
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
