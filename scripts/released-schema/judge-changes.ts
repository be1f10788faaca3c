/**
 * Returns what is wrong with the breaking changes, as lines for people; none when the schema may go out. Until version
 * 1.0.0 each must stand in the changelog's part "Unreleased", word for word; from then on none is allowed.
 */
export function judgeChanges(breaking: readonly string[], version: string, changelog: string): string[] {
  if (breaking.length === 0) return [];
  if (Number(version.split('.')[0]) >= 1)
    return [
      `The schema breaks clients of the released one, which version ${version} must not. Keep the old field beside the new one and mark it @deprecated (docs/releasing.md):`,
      ...breaking,
    ];
  const listed = new Set(unreleasedPart(changelog).split('\n'));
  const missing = breaking.filter((line) => !listed.has(line));
  if (missing.length === 0) return [];
  return [
    'The schema breaks clients of the released one. Add to CHANGELOG.md, under "Unreleased":',
    ...missing,
  ];
}

function unreleasedPart(changelog: string): string {
  const [, afterHeading = ''] = changelog.split(/^## Unreleased$/m);
  return afterHeading.split(/^## /m)[0] ?? '';
}
