import { readFileSync } from 'node:fs';

/** The used part of WebAssembly's types; Node's types do not include them. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { exports: unknown };
};

export interface WasmMemory {
  /** Another one after `grow`: views of it do not outlive that. */
  readonly buffer: ArrayBuffer;
  /** By pages of `wasmPageBytes`. */
  grow(pages: number): number;
}

export const wasmPageBytes = 65_536;

/** Instantiates a module that imports nothing. @param file beside the caller, given by its URL */
export const loadWasm = <Exports extends { memory: WasmMemory }>(file: URL): Exports =>
  new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file))).exports as Exports;
