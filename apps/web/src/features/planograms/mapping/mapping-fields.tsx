'use client';
import { NativeSelect, Select, TextInput } from '@mantine/core';
import type { MappingKind } from '../../../generated/graphql.ts';
import { mappingLabels } from '../../../labels/mapping-labels.ts';
import { asKind, endOfDay, type MappingRow, positionsOf, toLocalDay } from './mapping-draft.ts';
import type { MappingNames } from './mapping-names.ts';
import classes from './mapping-panel.module.css';

const kinds = Object.keys(mappingLabels) as MappingKind[];

interface MappingFieldsProps {
  row: MappingRow;
  names: MappingNames;
  replace: (row: MappingRow) => void;
}

/** Shows the fields that the kind of an entry has. */
export function MappingFields({ row, names, replace }: MappingFieldsProps) {
  const isAlias = row.kind === 'ALIAS';
  const { from, to } = positionsOf[row.kind];
  return (
    <div className={classes.fields}>
      <NativeSelect
        size="xs"
        label="Kind"
        description={mappingLabels[row.kind].meaning}
        inputWrapperOrder={['label', 'input', 'description']}
        data={kinds.map((value) => ({ value, label: mappingLabels[value].label }))}
        value={row.kind}
        onChange={(event) => replace(asKind(row, event.currentTarget.value as MappingKind))}
      />
      {from ? (
        <Select
          label="Earlier position"
          data={names.from.positions}
          value={row.fromPositionId}
          onChange={(id) => replace({ ...row, fromPositionId: id, fromProductId: names.from.productAt(id) })}
          searchable
        />
      ) : null}
      {to ? (
        <Select
          label="Later position"
          data={names.to.positions}
          value={row.toPositionId}
          onChange={(id) => replace({ ...row, toPositionId: id, toProductId: names.to.productAt(id) })}
          searchable
        />
      ) : null}
      {isAlias ? (
        <>
          <Select
            label="Old product"
            data={names.from.products}
            value={row.fromProductId}
            onChange={(id) => replace({ ...row, fromProductId: id })}
            searchable
          />
          <Select
            label="Counts as"
            data={names.to.products}
            value={row.toProductId}
            onChange={(id) => replace({ ...row, toProductId: id })}
            searchable
          />
          <TextInput
            size="xs"
            type="date"
            label="Until, that day included"
            value={toLocalDay(row.graceUntil)}
            onChange={(event) => replace({ ...row, graceUntil: endOfDay(event.currentTarget.value) })}
          />
        </>
      ) : null}
    </div>
  );
}
