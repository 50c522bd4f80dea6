import type { CompiledModel, Conditional } from '../compile/compiled-model.ts';
import { TRUE, type Truths } from '../compile/conditions/truth.ts';
import type { PlanStep, Prerequisite, Risk } from '../model/document.ts';
import type { PlanStepResult, PrerequisiteResult, Readiness, RiskResult } from './evaluation.ts';

/** What guidance is asked for: an alternative, in the variant that was chosen for it. */
export interface Course {
  readonly alternative: string;
  readonly variant?: string;
}

/** How ready the team is for an alternative, by the prerequisites that hold for it. */
export function readinessOf(model: CompiledModel, truths: Truths, alternative: string): Readiness {
  const holding = prerequisitesFor(model, truths, alternative);
  if (holding.some(({ entry }) => entry.blocking === true)) return 'not-yet';
  return holding.length > 0 ? 'prepare-first' : 'ready';
}

/** What to prepare before an alternative, blocking prerequisites first. */
export function prerequisitesOf(model: CompiledModel, truths: Truths, alternative: string): readonly PrerequisiteResult[] {
  const results = prerequisitesFor(model, truths, alternative).map(({ entry, sources }): PrerequisiteResult => {
    const { id, title, text, because, blocking = false } = entry;
    return { id, title, ...(text !== undefined && { text }), ...(because !== undefined && { because }), blocking, sources };
  });
  return [...results.filter(({ blocking }) => blocking), ...results.filter(({ blocking }) => !blocking)];
}

/** The steps towards an alternative, in the author's order. */
export function planOf(model: CompiledModel, truths: Truths, course: Course): readonly PlanStepResult[] {
  return alongCourse(model.plans, truths, course).map(({ entry: { title, text }, sources }) => ({
    title,
    ...(text !== undefined && { text }),
    sources,
  }));
}

/** What may go wrong on the way, in the author's order. */
export function risksOf(model: CompiledModel, truths: Truths, course: Course): readonly RiskResult[] {
  return alongCourse(model.risks, truths, course).map(({ entry: { risk, mitigation }, sources }) => ({
    risk,
    mitigation,
    sources,
  }));
}

function prerequisitesFor(model: CompiledModel, truths: Truths, alternative: string): readonly Conditional<Prerequisite>[] {
  return model.prerequisites.filter(({ entry, when }) => entry.for.includes(alternative) && when(truths) === TRUE);
}

function alongCourse<T extends PlanStep | Risk>(
  entries: readonly Conditional<T>[],
  truths: Truths,
  course: Course,
): readonly Conditional<T>[] {
  return entries
    .filter(({ entry }) => entry.for === course.alternative)
    .filter(({ entry }) => entry.variant === undefined || entry.variant === course.variant)
    .filter(({ when }) => when(truths) === TRUE);
}
