import {
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';

/** The deepest of our own queries goes 9 levels down. */
const deepest = 12;
/** A page of the web app uses two or three. */
const mostAliases = 30;

/** Refuses queries that nest too deep or ask for the same thing under many names. Introspection is not measured. */
export const queryLimits: ValidationRule = (context) => {
  let aliases = 0;
  const measured = new Map<string, number>();

  function depthOf(selectionSet: SelectionSetNode | undefined): number {
    if (!selectionSet) return 0;
    return Math.max(
      0,
      ...selectionSet.selections.map((selection) => {
        if (selection.kind === Kind.FIELD)
          return selection.name.value.startsWith('__') ? 1 : 1 + depthOf(selection.selectionSet);
        if (selection.kind === Kind.INLINE_FRAGMENT) return depthOf(selection.selectionSet);
        return depthOfFragment(context.getFragment(selection.name.value));
      }),
    );
  }

  /** Measured once, however often it is spread; a fragment inside itself is another rule's to refuse. */
  function depthOfFragment(fragment: FragmentDefinitionNode | null | undefined): number {
    if (!fragment) return 0;
    const name = fragment.name.value;
    const known = measured.get(name);
    if (known !== undefined) return known;
    measured.set(name, 0);
    const depth = depthOf(fragment.selectionSet);
    measured.set(name, depth);
    return depth;
  }

  return {
    Field(field) {
      if (field.alias) aliases += 1;
    },
    OperationDefinition(operation) {
      if (depthOf(operation.selectionSet) > deepest)
        context.reportError(new GraphQLError(`A query goes at most ${deepest} levels deep.`));
    },
    Document: {
      leave() {
        if (aliases > mostAliases)
          context.reportError(new GraphQLError(`A query has at most ${mostAliases} aliases.`));
      },
    },
  };
};
