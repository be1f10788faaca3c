'use client';
import { NumberInput } from '@mantine/core';
import { figureLimits, figures, type RuleDraft } from './rule-draft.ts';
import classes from './rule-table.module.css';

interface RuleFigureInputsProps {
  draft: RuleDraft;
  setDraft: (draft: RuleDraft) => void;
}

/** Asks for the four figures of a rule, each with its limits and a description. */
export function RuleFigureInputs({ draft, setDraft }: RuleFigureInputsProps) {
  return (
    <div className={classes.numbers}>
      {figures.map((figure) => {
        const { label, description, min, max, step, whole, suffix } = figureLimits[figure];
        return (
          <NumberInput
            key={figure}
            label={label}
            description={`${description} From ${min} to ${max}.`}
            min={min}
            max={max}
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
