/** An input or output as a model describes it; null for a side that may have any length. */
export interface ModelPort {
  name: string;
  /** In ONNX's words: 'float32', 'float16', 'uint8', 'int64'. */
  datatype: string;
  shape: (number | null)[];
}

/** The description of a model before it runs. */
export interface ModelDescription {
  inputs: ModelPort[];
  /** The exporter's notes in the file (ONNX metadata_props); empty when there are none. */
  notes: ReadonlyMap<string, string>;
}

export type InputTensor =
  | { datatype: 'float32'; shape: number[]; data: Float32Array }
  /** IEEE 754 halves by their bits. */
  | { datatype: 'float16'; shape: number[]; data: Uint16Array }
  | { datatype: 'uint8'; shape: number[]; data: Uint8Array }
  | { datatype: 'int64'; shape: number[]; data: BigInt64Array };

export interface OutputTensor {
  shape: readonly number[];
  data: ArrayLike<number> | BigInt64Array;
}

/** Runs the model once. The input arrays may be reused when it is done. @throws TierFault */
export type RunModel = (
  inputs: ReadonlyMap<string, InputTensor>,
) => Promise<ReadonlyMap<string, OutputTensor>>;
