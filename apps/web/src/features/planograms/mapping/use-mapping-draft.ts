'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { faultsByRow, type MappingRow, toEntryInput, toRows, withProposal } from './mapping-draft.ts';
import { proposeMapping } from './propose-mapping.ts';
import { mappingQuery } from './read-mapping.ts';
import { saveMapping } from './save-mapping.ts';

const noFaults: ReadonlyMap<string | null, string[]> = new Map();

/** Holds the saved mapping between two versions, and the draft that a person edits. */
export function useMappingDraft(from: string, to: string) {
  const client = useQueryClient();
  const saved = useQuery(mappingQuery(from, to));
  const savedRows = useMemo(() => saved.data && toRows(saved.data), [saved.data]);
  const [draft, setDraft] = useState<MappingRow[] | null>(null);
  const [faults, setFaults] = useState(noFaults);
  const rows = draft ?? savedRows ?? [];

  const propose = useMutation({
    mutationFn: () => proposeMapping(from, to),
    onSuccess: (entries) => {
      setFaults(noFaults);
      setDraft(withProposal(rows, entries));
    },
  });
  const save = useMutation({
    /** @returns the number of entries in force; null when some are invalid. */
    mutationFn: async (toSave: MappingRow[]): Promise<number | null> => {
      const entries = toSave.map(toEntryInput);
      const answer = await saveMapping({ fromVersionId: from, toVersionId: to, entries });
      setFaults(faultsByRow(toSave, answer.userErrors));
      if (answer.userErrors.length > 0) return null;
      await client.invalidateQueries({ queryKey: ['version-mapping', from, to] });
      setDraft(null);
      return answer.saved;
    },
  });
  const change = (next: MappingRow[]) => setDraft(next);
  const discard = () => {
    setDraft(null);
    setFaults(noFaults);
  };
  return { saved, rows, isChanged: draft !== null, faults, propose, save, change, discard };
}
