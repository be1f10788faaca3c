'use client';
import { Anchor, Autocomplete, MultiSelect, Radio, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { storesQuery } from '../../../lib/list-stores.ts';
import { ownTimeZone } from '../../../lib/own-time-zone.ts';
import { storeGroupsQuery } from '../store-groups/list-store-groups.ts';
import type { ActivationDraft } from './activation-draft.ts';
import classes from './activation-form.module.css';

interface ActivationFieldsProps {
  draft: ActivationDraft;
  setDraft: (draft: ActivationDraft) => void;
  /** Aisles where the planogram is active already. */
  aisles: readonly string[];
  editGroups: () => void;
}

/** Asks for the aisle, the time, and the stores or groups. */
export function ActivationFields({ draft, setDraft, aisles, editGroups }: ActivationFieldsProps) {
  const { data: stores = [] } = useQuery(storesQuery);
  const { data: groups = [] } = useQuery(storeGroupsQuery);
  return (
    <div className={classes.fields}>
      <Autocomplete
        size="xs"
        label="Aisle"
        description="The coordinate that devices send, such as D01-B01."
        data={[...aisles]}
        value={draft.aisle}
        onChange={(aisle) => setDraft({ ...draft, aisle })}
        maxLength={64}
        required
        data-autofocus
      />
      <Radio.Group
        label="When"
        value={draft.when}
        onChange={(when) => setDraft({ ...draft, when: when as ActivationDraft['when'] })}
      >
        <div className={classes.when}>
          <Radio size="xs" value="now" label="Now" />
          <Radio size="xs" value="later" label="At a time" />
        </div>
        {draft.when === 'later' ? (
          <TextInput
            size="xs"
            mt={6}
            type="datetime-local"
            aria-label="Time of the activation"
            description={`On the clock of ${ownTimeZone()}`}
            inputWrapperOrder={['input', 'description']}
            value={draft.localMinute}
            onChange={(event) => setDraft({ ...draft, localMinute: event.currentTarget.value })}
          />
        ) : null}
      </Radio.Group>
      <MultiSelect
        label="Store groups"
        description={
          <>
            All stores that a group has when it is carried out.{' '}
            <Anchor component="button" type="button" size="xs" onClick={editGroups}>
              Create or change groups
            </Anchor>
          </>
        }
        placeholder={draft.groupCodes.length > 0 ? '' : 'None'}
        data={groups.map(({ code, name, stores: members }) => ({
          value: code,
          label: `${name} (${members.length})`,
        }))}
        value={draft.groupCodes}
        onChange={(groupCodes) => setDraft({ ...draft, groupCodes })}
        nothingFoundMessage="There is no such group"
        searchable
        clearable
      />
      <MultiSelect
        label="Single stores"
        description="Beside those of the groups."
        placeholder={draft.storeCodes.length > 0 ? '' : 'None'}
        data={stores.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))}
        value={draft.storeCodes}
        onChange={(storeCodes) => setDraft({ ...draft, storeCodes })}
        nothingFoundMessage="There is no such store"
        limit={100}
        searchable
        clearable
      />
    </div>
  );
}
