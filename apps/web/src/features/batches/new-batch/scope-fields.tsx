'use client';
import { MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CaptureFilter, CaptureState, Verdict } from '../../generated/graphql.ts';
import { captureStates, stateWords } from '../../lib/words/state-words.ts';
import { tierWord } from '../../lib/words/tier-words.ts';
import { verdictsWorstFirst, verdictWords } from '../../lib/words/verdict-words.ts';
import { filterChoicesQuery } from '../captures/list-filter-choices.ts';
import { VersionSelect } from '../planograms/version-select.tsx';
import { fromLocalMinute, toLocalMinute } from './local-minute.ts';
import classes from './new-batch.module.css';

const states = captureStates.map((value) => ({ value, label: stateWords[value].word }));
const verdicts = verdictsWorstFirst.map((value) => ({ value, label: verdictWords[value] }));
const tiers = [1, 2, 3].map((tier) => ({ value: String(tier), label: tierWord(tier) }));

interface ScopeFieldsProps {
  filter: CaptureFilter;
  onChange: (filter: CaptureFilter) => void;
}

/** Narrows a new batch; what is left empty does not. */
export function ScopeFields({ filter, onChange }: ScopeFieldsProps) {
  const { data: choices } = useQuery(filterChoicesQuery);
  const set = (change: Partial<CaptureFilter>) => onChange({ ...filter, ...change });
  return (
    <fieldset className={classes.fields}>
      <legend>Which captures</legend>
      <Select
        label="Store"
        placeholder="Any"
        data={choices?.stores.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` })) ?? []}
        value={filter.storeCode ?? null}
        onChange={(storeCode) => set({ storeCode })}
        searchable
        clearable
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
