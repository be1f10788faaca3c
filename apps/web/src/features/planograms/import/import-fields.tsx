'use client';
import { NumberInput, Select, TextInput } from '@mantine/core';
import type { PlanogramFormat } from '../../../generated/graphql.ts';
import { planogramFormatLabels } from '../../../labels/planogram-format-labels.ts';
import type { ImportDraft } from './import-draft.ts';
import classes from './import-form.module.css';

const formats = Object.entries(planogramFormatLabels).map(([value, label]) => ({ value, label }));

interface ImportFieldsProps {
  draft: ImportDraft;
  setDraft: (draft: ImportDraft) => void;
  errorAt: (field: string) => string | null;
}

type TextField = 'label' | 'code' | 'name' | 'catalog' | 'planogram';

/** Asks for details beside the file. Most files contain them, so most fields are folded. */
export function ImportFields({ draft, setDraft, errorAt }: ImportFieldsProps) {
  const text = (field: TextField, label: string, description: string) => (
    <TextInput
      size="xs"
      label={label}
      description={description}
      placeholder="As the file says"
      maxLength={200}
      value={draft[field]}
      error={errorAt(field)}
      onChange={(event) => setDraft({ ...draft, [field]: event.currentTarget.value })}
    />
  );
  const day = (field: 'effectiveFrom' | 'effectiveTo', label: string) => (
    <TextInput
      size="xs"
      type="date"
      label={label}
      value={draft[field]}
      error={errorAt(field)}
      onChange={(event) => setDraft({ ...draft, [field]: event.currentTarget.value })}
    />
  );
  const folded = ['code', 'name', 'catalog', 'planogram', 'unitMm', 'effectiveFrom', 'effectiveTo'];
  return (
    <>
      <div className={classes.fields}>
        {text('label', 'Version label', 'What devices send as planogram_version.')}
        <Select
          label="Format"
          description="Detected from the file."
          placeholder="Detected"
          data={formats}
          value={draft.format}
          error={errorAt('format')}
          onChange={(format) => setDraft({ ...draft, format: format as PlanogramFormat | null })}
          clearable
        />
      </div>
      <details className={classes.more} open={folded.some((field) => errorAt(field) !== null) || undefined}>
        <summary>More options</summary>
        <div className={classes.fields}>
          {text('code', 'Planogram code', 'Versions with the same code belong together.')}
          {text('name', 'Name', 'What people call the planogram.')}
          {text('catalog', 'Catalog', 'Whose product codes they are; “default” unless said.')}
          {text('planogram', 'Which planogram', 'For a file with several: its name, key or code.')}
          <NumberInput
            label="Millimetres per unit"
            description="Azure and PSA do not say it: 25.4 for inches."
            placeholder="Guessed, with a note"
            min={0.001}
            max={1_000}
            decimalScale={4}
            hideControls
            value={draft.unitMm ?? ''}
            error={errorAt('unitMm')}
            onChange={(value) => setDraft({ ...draft, unitMm: typeof value === 'number' ? value : null })}
          />
          <div className={classes.days}>
            {day('effectiveFrom', 'Followed from')}
            {day('effectiveTo', 'Until')}
          </div>
        </div>
      </details>
    </>
  );
}
