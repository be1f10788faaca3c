'use client';
import { Select } from '@mantine/core';
import { useMemo } from 'react';
import type { DrawnVersion } from '../../../shelf-view/read-planogram-version.ts';
import type { PositionVerdict } from '../read-capture.ts';
import { choosableProducts } from './choosable-products.ts';
import type { VerdictDecision } from './verdict-decision.ts';

interface ProductSelectProps {
  finding: PositionVerdict;
  version: DrawnVersion | null;
  required: boolean;
  value: VerdictDecision['seen'];
  onChange: (product: VerdictDecision['seen']) => void;
}

/** Offers the planogram's products by name, brand or SKU; the tier's candidates come first. */
export function ProductSelect({ finding, version, required, value, onChange }: ProductSelectProps) {
  const products = useMemo(() => choosableProducts(finding, version), [finding, version]);
  return (
    <Select
      label="Which product"
      description="Of this planogram. For any other, choose “Unknown product”."
      placeholder="Type a name or SKU"
      required={required}
      searchable
      clearable={!required}
      limit={60}
      maxDropdownHeight={240}
      nothingFoundMessage="No product of this planogram"
      data={products.map(({ id, label }) => ({ value: id, label }))}
      value={value?.id ?? null}
      onChange={(id) => onChange(products.find((product) => product.id === id) ?? null)}
    />
  );
}
