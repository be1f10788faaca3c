/** A position that a person is about to waive for a bay, with the planogram version of the review. */
export interface WaivedPosition {
  bayId: string;
  storeCode: string;
  aisle: string;
  planogramVersion: string;
  positionId: string;
  productName: string;
}
