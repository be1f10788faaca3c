/** A protobuf message being written: fields in the order of the calls. */
export class ProtobufWriter {
  readonly #pieces: Uint8Array[] = [];

  integer(field: number, value: number | bigint): this {
    this.#pieces.push(varint(field * 8), varint(value));
    return this;
  }

  float(field: number, value: number): this {
    const bytes = Buffer.alloc(4);
    bytes.writeFloatLE(value);
    this.#pieces.push(varint(field * 8 + 5), bytes);
    return this;
  }

  bytes(field: number, bytes: Uint8Array): this {
    this.#pieces.push(varint(field * 8 + 2), varint(bytes.byteLength), bytes);
    return this;
  }

  text(field: number, text: string): this {
    return this.bytes(field, Buffer.from(text));
  }

  message(field: number, message: ProtobufWriter): this {
    return this.bytes(field, message.finish());
  }

  finish(): Uint8Array {
    return Buffer.concat(this.#pieces);
  }
}

function varint(value: number | bigint): Uint8Array {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  do {
    bytes.push(Number(rest & 127n) | (rest > 127n ? 128 : 0));
    rest >>= 7n;
  } while (rest > 0n);
  return Uint8Array.from(bytes);
}
