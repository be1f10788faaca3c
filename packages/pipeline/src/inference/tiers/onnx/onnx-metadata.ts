import type { FileHandle } from 'node:fs/promises';

/** onnx.proto, ModelProto.metadata_props: pairs of texts. */
const metadataField = 14;
/** onnx.proto, StringStringEntryProto. */
const keyField = 1;
/** Notes are short; something longer is not one of them. */
const maxNoteBytes = 1_000_000;
/** A protobuf field's key and length, at their longest. */
const maxHeadBytes = 20;

/**
 * The notes that an exporter left in a model's file, which ONNX Runtime for Node does not show. Skips the weights. What
 * is not protobuf has none: the runtime says what is wrong with it.
 */
export async function readOnnxMetadata(file: FileHandle, byteLength: number): Promise<Map<string, string>> {
  const notes = new Map<string, string>();
  const head = Buffer.alloc(maxHeadBytes);
  for (let at = 0; at < byteLength; ) {
    const { bytesRead } = await file.read(head, 0, maxHeadBytes, at);
    const field = readField(head.subarray(0, bytesRead), 0);
    if (!field) break;
    if (field.number === metadataField && field.isText && field.length <= maxNoteBytes) {
      const body = Buffer.alloc(field.length);
      await file.read(body, 0, field.length, at + field.start);
      const { key, value } = readPair(body);
      if (key !== '') notes.set(key, value);
    }
    at += field.start + field.length;
  }
  return notes;
}

function readPair(body: Buffer): { key: string; value: string } {
  const pair = { key: '', value: '' };
  for (let at = 0; at < body.length; ) {
    const field = readField(body, at);
    if (!field) break;
    const text = body.toString('utf8', field.start, field.start + field.length);
    if (field.isText) pair[field.number === keyField ? 'key' : 'value'] = text;
    at = field.start + field.length;
  }
  return pair;
}

/** Where a field's content lies; null for what is no field of these messages. */
function readField(bytes: Buffer, at: number) {
  const tag = readVarint(bytes, at);
  if (!tag) return null;
  const number = Math.floor(tag.value / 8);
  const wire = tag.value % 8;
  if (wire === 2) {
    const length = readVarint(bytes, tag.end);
    return length && { number, isText: true, start: length.end, length: length.value };
  }
  if (wire === 0) {
    const value = readVarint(bytes, tag.end);
    return value && { number, isText: false, start: value.end, length: 0 };
  }
  const length = wire === 5 ? 4 : wire === 1 ? 8 : null;
  return length === null ? null : { number, isText: false, start: tag.end, length };
}

function readVarint(bytes: Buffer, at: number): { value: number; end: number } | null {
  let value = 0;
  // Seven bits a byte; more than 53 of them are no length.
  for (let i = 0; i < 10; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) return null;
    value += (byte & 127) * 2 ** (7 * i);
    if (byte < 128) return Number.isSafeInteger(value) ? { value, end: at + i + 1 } : null;
  }
  return null;
}
