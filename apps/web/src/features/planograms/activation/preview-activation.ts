import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../../../generated/gql.ts';
import type { PlanogramVersionActivateInput, PreviewActivationQuery } from '../../../generated/graphql.ts';
import { execute } from '../../../lib/execute.ts';

export type ActivationPreview = PreviewActivationQuery['planogramActivationPreview'];
export type Consequences = NonNullable<ActivationPreview['consequences']>;

const document = graphql(`
  query PreviewActivation($input: PlanogramVersionActivateInput!) {
    planogramActivationPreview(input: $input, baysFirst: 50) {
      userErrors { code message field }
      consequences {
        aisle
        at
        baysTotal
        baysUnchanged
        baysReplaced
        baysFirst
        baysNew
        capturesReleased
        capturesInFlight
        capturesToDrift
        recentCapturesOnReplaced
        recentDevicesOnReplaced
        silentDriftsEnded
        warnings { code message }
        bays {
          expired
          store { id code name }
          bay { id }
          activeVersion { id label }
        }
      }
    }
  }
`);

/** Previews an activation; disabled while the input is incomplete. */
export const activationPreviewQuery = (input: PlanogramVersionActivateInput | null) =>
  queryOptions({
    queryKey: ['planograms', 'activation-preview', input],
    queryFn: async ({ signal }): Promise<ActivationPreview> => {
      if (!input) throw new Error('the activation has no input yet');
      const { planogramActivationPreview } = await execute(document, { input }, signal);
      return planogramActivationPreview;
    },
    enabled: input !== null,
    // Captures keep moving, so an older preview would be wrong.
    staleTime: 0,
    gcTime: 0,
    refetchInterval: 15_000,
  });
