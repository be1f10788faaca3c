import { queryOptions } from '@tanstack/react-query';
import { graphql } from '../generated/gql.ts';
import type { ReadFirmwareFiguresQuery } from '../generated/graphql.ts';
import { execute } from './execute.ts';

export type FirmwareFigures = ReadFirmwareFiguresQuery['firmwareFigures'][number];

const document = graphql(`
  query ReadFirmwareFigures($storeCode: String) {
    firmwareFigures(storeCode: $storeCode) {
      firmware
      cameraModel
      captures
      qualityFlaws { flaw count }
      metadataFlaws { flaw count }
      deadLetters { reason count }
    }
  }
`);

/** Reads what the last four weeks had by firmware and camera model; `storeCode` null is all stores. */
export const firmwareFiguresQuery = (storeCode: string | null) =>
  queryOptions({
    queryKey: ['firmware-figures', storeCode],
    queryFn: ({ signal }) =>
      execute(document, { storeCode }, signal).then((answer) => answer.firmwareFigures),
    // The figures of weeks do not change within a minute, and counting them is not cheap.
    staleTime: 60_000,
    refetchInterval: 60_000,
  });
