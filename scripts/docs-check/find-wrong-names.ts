import { dirname, join } from 'node:path';
import { isInputObjectType, isInterfaceType, isObjectType, parse, validate } from 'graphql';
import type { ExistingNames } from './existing-names.ts';
import type { Named } from './names-in-markdown.ts';

export interface WrongName {
  file: string;
  line: number;
  name: string;
  why: string;
}

/** Returns the names behind which nothing stands. */
export function findWrongNames(names: readonly Named[], existing: ExistingNames): WrongName[] {
  return names.flatMap(({ file, line, name, as }) => {
    const why = reasonAgainst(name, as, file, existing);
    return why === undefined ? [] : [{ file, line, name: name.split('\n')[0] ?? '', why }];
  });
}

/** Outside of the repository: URLs and anchors, paths of a machine, folders that git ignores, MIME types. */
const elsewhere =
  /^(?:[a-z]+:|#|\/|\.\.\/shared\b|\.gondola\b|apps\/web\/\.next\b|(?:image|application|text)\/)/;
const filePath = /[\w>]\.(?:ts|tsx|mjs|sql|md|json|graphql|yml|png|css)$/;

function reasonAgainst(
  name: string,
  as: Named['as'],
  file: string,
  existing: ExistingNames,
): string | undefined {
  if (as === 'graphql') return reasonAgainstOperation(name, existing);
  if (as === 'link')
    return elsewhere.test(name) ? undefined : reasonAgainstPath(name.replace(/#.*/, ''), file, existing);
  if (as === 'prose') return reasonAgainstPath(name, file, existing);
  const script = /^npm (?:run )?([\w:]+)/.exec(name)?.[1];
  if (script !== undefined && !['ci', 'install'].includes(script) && !existing.npmScripts.has(script))
    return 'no package.json has this npm script';
  const tokens = name.split(/\s+/);
  if (tokens.length > 1) {
    for (const token of tokens) {
      const why =
        (token.includes('/') && filePath.test(token) && !elsewhere.test(token)) || isDashed(token)
          ? reasonAgainst(token, as, file, existing)
          : undefined;
      if (why !== undefined) return `${token}: ${why}`;
    }
    return undefined;
  }
  return reasonAgainstWord(name, file, existing);
}

const isDashed = (name: string) => /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(name);

/** A file, a folder with its slash, or something below a folder of the root; `rekognition/detect` is none of these. */
function isPath(name: string, { folders }: ExistingNames): boolean {
  if (filePath.test(name)) return /^[\w.<>*@/-]+$/.test(name);
  return (
    /^[\w.<>*@-]+(?:\/[\w.<>*@-]*)+$/.test(name) &&
    (name.endsWith('/') || folders.has(name.split('/')[0] ?? ''))
  );
}

function reasonAgainstWord(name: string, file: string, existing: ExistingNames): string | undefined {
  if (elsewhere.test(name) && !/^[a-z]+:[a-z0-9:]+$/.test(name)) return undefined;
  if (/^@[\w-]+\//.test(name))
    return existing.packageEntries.has(name) || existing.dashed.has(name)
      ? undefined
      : 'no package or entry point has this name';
  if (/^[a-z][a-z0-9]*(?::[a-z0-9]+)+$/.test(name))
    return existing.npmScripts.has(name) ? undefined : 'no package.json has this npm script';
  if (isPath(name, existing)) return reasonAgainstPath(name, file, existing);
  if (isDashed(name)) return existing.dashed.has(name) ? undefined : 'no file and no literal has this name';
  const dotted = /^[A-Za-z]\w*(?:\.[A-Za-z_]\w*)*(?=(?:\(.*\))?$)/.exec(name)?.[0];
  return dotted === undefined ? undefined : reasonAgainstIdentifier(dotted, existing);
}

function reasonAgainstIdentifier(name: string, { schema, words }: ExistingNames): string | undefined {
  const [first = '', ...rest] = name.split('.');
  const type = schema.getType(first);
  if (rest.length > 0 && (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)))
    return rest[0] !== undefined && rest[0] in type.getFields()
      ? undefined
      : `type ${first} has no such field`;
  const unknown = [first, ...rest].filter((part) => !words.has(part) && schema.getType(part) === undefined);
  return unknown.length === 0
    ? undefined
    : `nothing in the schema or the sources is called ${unknown.join(', ')}`;
}

/** A path counts from the repository's root or from the document's folder; `<noun>` stands for any name. */
function reasonAgainstPath(path: string, file: string, existing: ExistingNames): string | undefined {
  const bare = path.replace(/\/$/, '');
  if (!bare.includes('/') && isAmong(bare, [existing.fileNames])) return undefined;
  const candidates = [bare.replace(/^\.\//, ''), join(dirname(file), bare)];
  if (candidates.some((candidate) => isAmong(candidate, [existing.files, existing.folders])))
    return undefined;
  return "no such file or folder, from the repository's root or from this document's folder";
}

function isAmong(name: string, sets: readonly ReadonlySet<string>[]): boolean {
  if (!/[<*]/.test(name)) return sets.some((set) => set.has(name));
  const parts = name.split(/<[^>]*>|\*+/).map((part) => part.replaceAll(/[^\w/-]/g, String.raw`\$&`));
  const pattern = new RegExp(`^${parts.join('[^/]+')}$`);
  return sets.some((set) => [...set].some((one) => pattern.test(one)));
}

function reasonAgainstOperation(text: string, { schema }: ExistingNames): string | undefined {
  try {
    // A type written down as an example of code is no operation.
    const document = parse(text);
    if (document.definitions.some(({ kind }) => kind !== 'OperationDefinition')) return undefined;
    // The reader fills in the ids that stand as an ellipsis, and mutations may be shown without the word.
    return validate(schema, document)[0]?.message;
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}
