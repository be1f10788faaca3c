import { type ASTNode, parse, type StringValueNode, visit } from 'graphql';
import { type Named, namesInLine } from './names-in-markdown.ts';

/** Returns the names in the descriptions of a printed schema: as in Markdown, and words in camelCase without backticks. */
export function namesInDescriptions(file: string, schema: string): Named[] {
  const names: Named[] = [];
  visit(parse(schema), {
    enter(node: ASTNode) {
      const description =
        'description' in node ? (node.description as StringValueNode | undefined) : undefined;
      if (!description) return;
      const from = description.loc?.startToken.line ?? 0;
      const lines = description.value.split('\n');
      // A description of one line stands between its quotes; a longer one begins below them.
      const spread = (description.loc?.endToken.end ?? 0) - (description.loc?.startToken.start ?? 0);
      const first = spread > (lines[0]?.length ?? 0) + 6 ? from + 1 : from;
      for (const [index, line] of lines.entries()) {
        const inLine = namesInLine(file, first + index, line);
        const plain = line
          .replaceAll(/`[^`]*`/g, ' ')
          .matchAll(/(?<![\w./-])[a-z]+(?:[A-Z][a-z0-9]+)+(?!\w|\.\w)/g);
        names.push(
          ...inLine,
          ...[...plain].map(([name]): Named => ({ file, line: first + index, name, as: 'code' })),
        );
      }
    },
  });
  return names;
}
