import { createHash } from 'node:crypto';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { TierFault } from '../../tier.ts';
import { readOnnxMetadata } from './onnx-metadata.ts';
import type { OnnxSettings } from './onnx-settings.ts';
import { readClassNames } from './read-class-names.ts';

export interface ModelFile {
  path: string;
  sha256: string;
  notes: Map<string, string>;
}

/** The files of one tier as currently on the disk. */
export interface ModelFiles {
  detector: ModelFile;
  embedder: ModelFile | null;
  /** From the file of class names; null without one. */
  classNames: string[] | null;
}

type Paths = Pick<OnnxSettings, 'modelPath' | 'classNamesPath' | 'embedder'>;

/** Returns a signature that changes with any of the files; reads no content. */
export async function signatureOf({ modelPath, classNamesPath, embedder }: Paths): Promise<string> {
  const seen = [modelPath, classNamesPath, embedder?.path].map(async (path) => {
    if (!path) return null;
    return stat(path).then(
      ({ ino, size, mtimeMs }) => [ino, size, mtimeMs],
      (error: NodeJS.ErrnoException) => error.code,
    );
  });
  return JSON.stringify(await Promise.all(seen));
}

/** Reads the model files. @throws TierFault that names the missing file or setting. */
export async function readModelFiles({ modelPath, classNamesPath, embedder }: Paths): Promise<ModelFiles> {
  if (modelPath === null) throw new TierFault('CONFIGURATION', 'no edge model is configured');
  return {
    detector: await readModelFile(modelPath),
    embedder: embedder && (await readModelFile(embedder.path)),
    classNames: classNamesPath === undefined ? null : await readClassNames(classNamesPath),
  };
}

async function readModelFile(path: string): Promise<ModelFile> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const { size } = await file.stat();
    const notes = await readOnnxMetadata(file, size);
    const hash = createHash('sha256');
    for await (const piece of file.createReadStream({ start: 0, autoClose: false }))
      hash.update(piece as Buffer);
    return { path, sha256: hash.digest('hex'), notes };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT' ? `there is no model at ${path}` : `the model at ${path} cannot be read: ${message}`;
    throw new TierFault('NOT_READY', why, { cause: error });
  } finally {
    await file?.close();
  }
}

/** Such as `shelf-v8n@1f0c22aa`; a model that is not there is `none`. */
export function modelIdOf(files: ModelFiles | null): string {
  if (!files) return 'none';
  return [files.detector, files.embedder]
    .flatMap((file) =>
      file ? [`${basename(file.path).replace(/\.onnx$/, '')}@${file.sha256.slice(0, 8)}`] : [],
    )
    .join('+');
}
