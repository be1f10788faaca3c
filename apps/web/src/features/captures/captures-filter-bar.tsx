'use client';
import { Button, MultiSelect, NumberInput, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { captureStateLabels, captureStates } from '../../labels/capture-state-labels.ts';
import { verdictLabels, verdictsWorstFirst } from '../../labels/verdict-labels.ts';
import { FirmwareSelect } from '../../ui/pickers/firmware-select.tsx';
import { StoreSelect } from '../../ui/pickers/store-select.tsx';
import { VersionSelect } from '../../ui/pickers/version-select.tsx';
import type { useCaptureFilters } from './capture-filters.ts';
import classes from './captures-filter-bar.module.css';

const stateChoices = captureStates.map((state) => ({ value: state, label: captureStateLabels[state].label }));
const verdictChoices = verdictsWorstFirst.map((verdict) => ({
  value: verdict,
  label: verdictLabels[verdict],
}));

type Props = Pick<ReturnType<typeof useCaptureFilters>, 'filters' | 'setFilters'>;

export function CapturesFilterBar({ filters, setFilters }: Props) {
  const isFiltered = Object.values(filters).some((value) =>
    Array.isArray(value) ? value.length > 0 : value !== null,
  );
  const percentOf = (value: number | string) => (typeof value === 'number' ? value : null);

  return (
    <search className={classes.bar} aria-label="Filter captures">
      <StoreSelect placeholder="Any" value={filters.store} onChange={(store) => setFilters({ store })} />
      <MultiSelect
        className={classes.wide}
        label="State"
        placeholder={filters.state.length > 0 ? undefined : 'Any'}
        data={stateChoices}
        value={filters.state}
        onChange={(state) => setFilters({ state: state as typeof filters.state })}
        clearable
      />
      <Select
        label="With the verdict"
        placeholder="Any"
        data={verdictChoices}
        value={filters.verdict}
        onChange={(verdict) => setFilters({ verdict: verdict as typeof filters.verdict })}
        clearable
      />
      <NumberInput
        className={classes.narrow}
        label="Score from"
        suffix=" %"
        min={0}
        max={100}
        allowDecimal={false}
        hideControls
        value={filters.from ?? ''}
        onChange={(value) => setFilters({ from: percentOf(value) })}
      />
      <NumberInput
        className={classes.narrow}
        label="Score below"
        suffix=" %"
        min={0}
        max={101}
        allowDecimal={false}
        hideControls
        value={filters.below ?? ''}
        onChange={(value) => setFilters({ below: percentOf(value) })}
      />
      <VersionSelect
        label="Planogram version"
        placeholder="Any"
        value={filters.version}
        onChange={(version) => setFilters({ version })}
        clearable
      />
      <FirmwareSelect fact="cameraModel" value={filters.model} onChange={(model) => setFilters({ model })} />
      <FirmwareSelect
        fact="firmware"
        value={filters.firmware}
        onChange={(firmware) => setFilters({ firmware })}
      />
      {isFiltered ? (
        <Button variant="subtle" leftSection={<IconX size={14} />} onClick={() => setFilters(null)}>
          Clear filters
        </Button>
      ) : null}
    </search>
  );
}
