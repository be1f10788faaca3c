'use client';
import { NumberInput } from '@mantine/core';
import { type DraftDemands, figureLimits, figures } from './draft-demands.ts';
import classes from './rule-table.module.css';

interface DemandInputsProps {
  draft: DraftDemands;
  setDraft: (draft: DraftDemands) => void;
}

/** The four figures of a rule, each with its limits and what it is about. */
export function DemandInputs({ draft, setDraft }: DemandInputsProps) {
  return (
    <div className={classes.numbers}>
      {figures.map((figure) => {
        const { label, description, least, most, step, whole, suffix } = figureLimits[figure];
        return (
          <NumberInput
            key={figure}
            label={label}
            description={`${description} From ${least} to ${most}.`}
            min={least}
            max={most}
            step={step}
            allowDecimal={!whole}
            suffix={suffix}
            required
            value={draft[figure] ?? ''}
            onChange={(value) => {
              const { [figure]: _, ...others } = draft;
              setDraft(typeof value === 'number' ? { ...others, [figure]: value } : others);
            }}
          />
        );
      })}
    </div>
  );
}
