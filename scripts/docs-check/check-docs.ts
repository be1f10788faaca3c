import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, readExistingNames } from './existing-names.ts';
import { findWrongNames, type WrongName } from './find-wrong-names.ts';
import { namesInDescriptions } from './names-in-descriptions.ts';
import { type Named, namesInLine, namesInMarkdown } from './names-in-markdown.ts';

/** A changelog names what a release took away. */
const history = new Set(['CHANGELOG.md']);
const comment = /^\s*(?:\/\/|\/?\*)/;

/** Returns every wrong name in the documents, the schema's descriptions, and the files that comments name. */
export function checkDocs(root: string): WrongName[] {
  const names = listFiles(root).flatMap((file): Named[] => {
    const text = () => readFileSync(join(root, file), 'utf8');
    if (file.endsWith('.md') && !history.has(file)) return namesInMarkdown(file, text());
    if (file === 'apps/api/schema.graphql') return namesInDescriptions(file, text());
    if (file === '.env.example') return filesNamedIn(file, text(), /^#/);
    if (/\.tsx?$/.test(file) && !/(^|\/)(generated|docs-check)\//.test(file))
      return filesNamedIn(file, text(), comment);
    return [];
  });
  return findWrongNames(names, readExistingNames(root));
}

const filesNamedIn = (file: string, text: string, line: RegExp): Named[] =>
  text
    .split('\n')
    .flatMap((content, index) => (line.test(content) ? namesInLine(file, index + 1, content) : []))
    .filter(({ as }) => as === 'prose');
