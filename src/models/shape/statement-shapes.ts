import { z } from 'zod';
import type { Contradiction, Gate, PlanStep, Prerequisite, Risk, Rule } from '../../decision/model/document.ts';
import { closedObject } from './closed-object.ts';
import { conditionShape } from './condition-shape.ts';
import { citations, grade, newId, reference, words } from './scalar-shapes.ts';

/** A rule; its points lie within −3 … 3. */
export const ruleShape = closedObject({
  id: newId,
  criterion: reference,
  when: conditionShape,
  points: z.record(z.string(), z.number().min(-3).max(3)),
  opens: reference.exactOptional(),
  because: words,
  sources: citations.exactOptional(),
  grade: grade.exactOptional(),
}) satisfies z.ZodType<Rule>;

/** A gate. */
export const gateShape = closedObject({
  id: newId,
  alternative: reference,
  effect: z.enum(['excluded', 'not-alone']),
  when: conditionShape,
  because: words,
  sources: citations.exactOptional(),
}) satisfies z.ZodType<Gate>;

/** A prerequisite of one alternative or more. */
export const prerequisiteShape = closedObject({
  id: newId,
  for: z.array(reference).min(1).max(20),
  when: conditionShape,
  blocking: z.boolean().exactOptional(),
  title: words,
  text: words.exactOptional(),
  because: words.exactOptional(),
  sources: citations.exactOptional(),
}) satisfies z.ZodType<Prerequisite>;

/** A contradiction. */
export const contradictionShape = closedObject({
  id: newId,
  when: conditionShape,
  note: words,
}) satisfies z.ZodType<Contradiction>;

/** One step of a plan. */
export const planStepShape = closedObject({
  for: reference,
  variant: reference.exactOptional(),
  when: conditionShape.exactOptional(),
  title: words,
  text: words.exactOptional(),
  sources: citations.exactOptional(),
}) satisfies z.ZodType<PlanStep>;

/** A risk with what helps against it. */
export const riskShape = closedObject({
  for: reference,
  variant: reference.exactOptional(),
  when: conditionShape.exactOptional(),
  risk: words,
  mitigation: words,
  sources: citations.exactOptional(),
}) satisfies z.ZodType<Risk>;
