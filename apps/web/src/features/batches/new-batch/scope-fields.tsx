'use client';
import { MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import type { CaptureFilter, CaptureState, Verdict } from '../../../generated/graphql.ts';
import { captureStateLabels, captureStates } from '../../../labels/capture-state-labels.ts';
import { tierLabel } from '../../../labels/tier-labels.ts';
import { verdictLabels, verdictsWorstFirst } from '../../../labels/verdict-labels.ts';
import { fromLocalMinute, toLocalMinute } from '../../../lib/local-minute.ts';
import { StoreSelect } from '../../../ui/pickers/store-select.tsx';
import { VersionSelect } from '../../../ui/pickers/version-select.tsx';
import classes from './new-batch.module.css';

const states = captureStates.map((value) => ({ value, label: captureStateLabels[value].label }));
const verdicts = verdictsWorstFirst.map((value) => ({ value, label: verdictLabels[value] }));
const tiers = [1, 2, 3].map((tier) => ({ value: String(tier), label: tierLabel(tier) }));

interface ScopeFieldsProps {
  filter: CaptureFilter;
  onChange: (filter: CaptureFilter) => void;
}

/** Narrows a new batch; an empty field does not. */
export function ScopeFields({ filter, onChange }: ScopeFieldsProps) {
  const set = (change: Partial<CaptureFilter>) => onChange({ ...filter, ...change });
  return (
    <fieldset className={classes.fields}>
      <legend>Which captures</legend>
      <StoreSelect
        placeholder="Any"
        value={filter.storeCode ?? null}
        onChange={(storeCode) => set({ storeCode })}
      />
      <VersionSelect
        label="Planogram version"
        placeholder="Any"
        value={filter.planogramVersion ?? null}
        onChange={(planogramVersion) => set({ planogramVersion })}
        clearable
      />
      <MultiSelect
        label="State"
        placeholder={filter.states?.length ? undefined : 'Any'}
        data={states}
        value={filter.states ?? []}
        onChange={(chosen) => set({ states: chosen.length > 0 ? (chosen as CaptureState[]) : null })}
        clearable
      />
      <Select
        label="Tier"
        placeholder="Any"
        data={tiers}
        value={filter.tier ? String(filter.tier) : null}
        onChange={(tier) => set({ tier: tier === null ? null : Number(tier) })}
        clearable
      />
      <Select
        label="With the verdict"
        placeholder="Any"
        data={verdicts}
        value={filter.verdict ?? null}
        onChange={(verdict) => set({ verdict: verdict as Verdict | null })}
        clearable
      />
      <NumberInput
        label="Score below"
        placeholder="Any"
        suffix=" %"
        min={0}
        max={101}
        allowDecimal={false}
        hideControls
        value={filter.scoreBelow == null ? '' : Math.round(filter.scoreBelow * 100)}
        onChange={(value) => set({ scoreBelow: typeof value === 'number' ? value / 100 : null })}
      />
      <TextInput
        type="datetime-local"
        size="xs"
        label="Taken from"
        value={toLocalMinute(filter.takenAfter)}
        onChange={(event) => set({ takenAfter: fromLocalMinute(event.currentTarget.value) })}
      />
      <TextInput
        type="datetime-local"
        size="xs"
        label="Taken before"
        value={toLocalMinute(filter.takenBefore)}
        onChange={(event) => set({ takenBefore: fromLocalMinute(event.currentTarget.value) })}
      />
    </fieldset>
  );
}
