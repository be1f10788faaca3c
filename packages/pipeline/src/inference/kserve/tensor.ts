/** Datatypes of the Open Inference Protocol that numbers of JavaScript can hold; FP16 and BF16 are not among them. */
export const numberTypes = {
  BOOL: Uint8Array,
  UINT8: Uint8Array,
  UINT16: Uint16Array,
  UINT32: Uint32Array,
  UINT64: BigUint64Array,
  INT8: Int8Array,
  INT16: Int16Array,
  INT32: Int32Array,
  INT64: BigInt64Array,
  FP32: Float32Array,
  FP64: Float64Array,
} as const;

export type NumberType = keyof typeof numberTypes;
export type Datatype = NumberType | 'BYTES';
export type NumberData =
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | BigUint64Array
  | Int8Array
  | Int16Array
  | Int32Array
  | BigInt64Array
  | Float32Array
  | Float64Array;

/** A named array: `data` row-major, as long as the product of `shape`; BYTES are one byte array an element. */
export type Tensor =
  | { name: string; shape: number[]; datatype: NumberType; data: NumberData }
  | { name: string; shape: number[]; datatype: 'BYTES'; data: Uint8Array[] };

export const isNumberType = (word: string): word is NumberType => Object.hasOwn(numberTypes, word);

export const elementsOf = (shape: readonly number[]): number =>
  shape.reduce((product, side) => product * side, 1);

/** The raw little-endian bytes of a tensor (binary tensor extension); BYTES elements are preceded by their length. */
export function toBinary(tensor: Tensor): Uint8Array {
  if (tensor.datatype !== 'BYTES') {
    const { buffer, byteOffset, byteLength } = tensor.data;
    return new Uint8Array(buffer, byteOffset, byteLength);
  }
  return Buffer.concat(
    tensor.data.flatMap((bytes) => {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(bytes.length);
      return [length, bytes];
    }),
  );
}

/** @throws RangeError when the bytes do not make the shape. */
export function fromBinary(name: string, shape: number[], datatype: Datatype, bytes: Uint8Array): Tensor {
  const elements = elementsOf(shape);
  if (datatype === 'BYTES') {
    const data = splitBytes(bytes);
    if (data.length !== elements)
      throw new RangeError(`${name} has ${data.length} elements, not ${elements}`);
    return { name, shape, datatype, data };
  }
  const array = numberTypes[datatype];
  if (bytes.length !== elements * array.BYTES_PER_ELEMENT)
    throw new RangeError(`${name} has ${bytes.length} bytes, not ${elements} of ${datatype}`);
  // A copy of its own: typed arrays must start at a multiple of their element.
  const own = new Uint8Array(bytes).buffer;
  return { name, shape, datatype, data: new array(own) };
}

/** @throws RangeError when the values do not make the shape. */
export function fromValues(name: string, shape: number[], datatype: Datatype, values: unknown): Tensor {
  const flat = Array.isArray(values) ? (values.flat(Number.POSITIVE_INFINITY) as unknown[]) : [values];
  const elements = elementsOf(shape);
  if (flat.length !== elements) throw new RangeError(`${name} has ${flat.length} values, not ${elements}`);
  if (datatype === 'BYTES')
    return { name, shape, datatype, data: flat.map((value) => Buffer.from(String(value))) };
  if (datatype === 'INT64') return { name, shape, datatype, data: BigInt64Array.from(flat, toBigInt) };
  if (datatype === 'UINT64') return { name, shape, datatype, data: BigUint64Array.from(flat, toBigInt) };
  // A word or a null becomes NaN; readers of the tensor must expect NaN from any model.
  return { name, shape, datatype, data: new numberTypes[datatype](flat.map(toNumber)) };
}

const toNumber = (value: unknown): number => (value === null ? Number.NaN : Number(value));

function toBigInt(value: unknown): bigint {
  const number = Number(value);
  if (!Number.isInteger(number)) throw new RangeError(`${String(value)} is not a whole number`);
  return BigInt(number);
}

function splitBytes(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const elements: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const end = at + 4 <= bytes.length ? at + 4 + view.getUint32(at, true) : Number.POSITIVE_INFINITY;
    if (end > bytes.length) throw new RangeError('the bytes end within an element');
    elements.push(bytes.slice(at + 4, end));
    at = end;
  }
  return elements;
}
