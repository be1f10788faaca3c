import { ProtobufWriter } from './protobuf.testing.ts';

/** Numbers of onnx.proto, TensorProto.DataType. */
const elementTypes = { float32: 1, uint8: 2, int64: 7, bool: 9, float16: 10 } as const;
export type ElementType = keyof typeof elementTypes;

export interface GraphPort {
  name: string;
  type: ElementType;
  /** A text is an axis of any length, by that name. */
  shape: readonly (number | string)[];
}

export interface Constant {
  shape: readonly number[];
  values: Float32Array | BigInt64Array | Uint8Array;
}

export type Attribute = number | string | readonly number[] | { real: number } | { graph: OnnxGraph };

export interface GraphNode {
  op: string;
  inputs: readonly string[];
  outputs: readonly string[];
  attributes?: Readonly<Record<string, Attribute>>;
}

/** A model as a list of operators on named tensors: enough of ONNX for detectors that tests and benchmarks make up. */
export interface OnnxGraph {
  inputs: readonly GraphPort[];
  outputs: readonly GraphPort[];
  nodes: readonly GraphNode[];
  constants?: Readonly<Record<string, Constant>>;
}

/** The bytes of an .onnx file (IR 9, operator set 17). Field numbers: onnx.proto. */
export function writeOnnx(graph: OnnxGraph, notes: Readonly<Record<string, string>> = {}): Uint8Array {
  const model = new ProtobufWriter()
    .integer(1, 9)
    .text(2, 'gondola')
    .message(7, graphProto(graph))
    .message(8, new ProtobufWriter().text(1, '').integer(2, 17));
  for (const [key, value] of Object.entries(notes))
    model.message(14, new ProtobufWriter().text(1, key).text(2, value));
  return model.finish();
}

function graphProto({ inputs, outputs, nodes, constants = {} }: OnnxGraph): ProtobufWriter {
  const graph = new ProtobufWriter();
  for (const node of nodes) graph.message(1, nodeProto(node));
  graph.text(2, 'graph');
  for (const [name, constant] of Object.entries(constants)) graph.message(5, tensorProto(name, constant));
  for (const port of inputs) graph.message(11, valueInfo(port));
  for (const port of outputs) graph.message(12, valueInfo(port));
  return graph;
}

function nodeProto({ op, inputs, outputs, attributes = {} }: GraphNode): ProtobufWriter {
  const node = new ProtobufWriter();
  for (const name of inputs) node.text(1, name);
  for (const name of outputs) node.text(2, name);
  node.text(4, op);
  for (const [name, value] of Object.entries(attributes)) node.message(5, attributeProto(name, value));
  return node;
}

function attributeProto(name: string, value: Attribute): ProtobufWriter {
  const attribute = new ProtobufWriter().text(1, name);
  if (typeof value === 'number') return attribute.integer(3, value).integer(20, 2);
  if (typeof value === 'string') return attribute.text(4, value).integer(20, 3);
  if ('real' in value) return attribute.float(2, value.real).integer(20, 1);
  if ('graph' in value) return attribute.message(6, graphProto(value.graph)).integer(20, 5);
  for (const number of value) attribute.integer(8, number);
  return attribute.integer(20, 7);
}

function tensorProto(name: string, { shape, values }: Constant): ProtobufWriter {
  const tensor = new ProtobufWriter();
  for (const side of shape) tensor.integer(1, side);
  const type = values instanceof Float32Array ? 'float32' : values instanceof Uint8Array ? 'bool' : 'int64';
  return tensor
    .integer(2, elementTypes[type])
    .text(8, name)
    .bytes(9, new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
}

function valueInfo({ name, type, shape }: GraphPort): ProtobufWriter {
  const dimensions = new ProtobufWriter();
  for (const side of shape)
    dimensions.message(
      1,
      typeof side === 'number' ? new ProtobufWriter().integer(1, side) : new ProtobufWriter().text(2, side),
    );
  const tensor = new ProtobufWriter().integer(1, elementTypes[type]).message(2, dimensions);
  return new ProtobufWriter().text(1, name).message(2, new ProtobufWriter().message(1, tensor));
}
