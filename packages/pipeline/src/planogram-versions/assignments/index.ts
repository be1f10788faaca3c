/** Assignments of versions to bays in sets: read the facts, plan, save. */

export { type AssignmentPlan, type NewBayAssignment, planAssignments } from './plan-assignments.ts';
export { type AskedTime, readAssignmentFacts } from './read-assignment-facts.ts';
export { saveAssignments } from './save-assignments.ts';
