import type { Role } from '../generated/graphql.ts';

export const roleLabels: Record<Role, string> = {
  ANALYST: 'Analyst',
  CATEGORY_MANAGER: 'Category manager',
  OPERATOR: 'Operator',
  ADMIN: 'Administrator',
};
