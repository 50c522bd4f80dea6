import type { Scope } from '../../services/store.ts';

/** The condition on assessments that there are in a scope, whatever else is asked of them. */
export function assessmentsIn({ workspace, assessment }: Scope) {
  return { workspace, ...(assessment !== undefined && { AND: { id: assessment.id, createdAt: assessment.createdAt } }) };
}

/** The condition on recommendations that there are in a scope, whatever else is asked of them. */
export function recommendationsIn({ workspace, assessment }: Scope) {
  if (assessment === undefined) return { workspace };
  const { id, createdAt } = assessment;
  return { workspace, AND: { assessmentId: id, assessment: { createdAt } } };
}
