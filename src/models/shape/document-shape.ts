import { z } from 'zod';
import type { DecisionModel } from '../../decision/model/document.ts';
import { closedObject } from './closed-object.ts';
import { conditionShape } from './condition-shape.ts';
import { questionShape } from './question-shape.ts';
import { grade, newId, reference, semanticVersion, webAddress, words } from './scalar-shapes.ts';
import { contradictionShape, gateShape, planStepShape, prerequisiteShape, riskShape, ruleShape } from './statement-shapes.ts';

const variant = closedObject({
  id: newId,
  title: words,
  summary: words.exactOptional(),
  rightWhen: words.exactOptional(),
});

const alternative = closedObject({
  id: newId,
  title: words,
  description: words.exactOptional(),
  needsVariant: z.boolean().exactOptional(),
  variants: z.array(variant).max(50).exactOptional(),
});

/** The bounds keep every quotient of points and scale, and every share, an ordinary number. */
const criterion = closedObject({
  id: newId,
  title: words,
  weight: z.number().min(0).max(1_000_000),
  scale: z.number().min(0.001).max(1_000_000),
  about: words.exactOptional(),
});

const section = closedObject({ id: newId, title: words, intro: words.exactOptional() });

const source = closedObject({
  title: words,
  url: webAddress.exactOptional(),
  grade: grade.exactOptional(),
  caveat: words.exactOptional(),
});

const example = closedObject({
  name: words,
  answers: z.record(z.string(), z.unknown()),
  weights: z.record(z.string(), z.number()).exactOptional(),
  expect: closedObject({
    recommended: reference.exactOptional(),
    variant: reference.exactOptional(),
    verdict: z.enum(['clear', 'leaning', 'too-close', 'none']).exactOptional(),
    minMargin: z.number().min(0).max(100).exactOptional(),
    excluded: z.array(reference).max(20).exactOptional(),
  }),
});

/** The shape of a decision model: what is decided without knowing what its ids mean. */
export const documentShape = closedObject({
  id: newId,
  version: semanticVersion,
  title: words,
  tieMargin: z.number().min(0).max(100).exactOptional(),
  clearAcceptability: z.number().min(0).max(1).exactOptional(),
  alternatives: z.array(alternative).min(1).max(20),
  criteria: z.array(criterion).min(1).max(200),
  sections: z.array(section).max(100).exactOptional(),
  questions: z.array(questionShape).max(500),
  facts: z.record(newId, conditionShape).exactOptional(),
  rules: z.array(ruleShape).max(5_000),
  gates: z.array(gateShape).max(1_000).exactOptional(),
  prerequisites: z.array(prerequisiteShape).max(1_000).exactOptional(),
  contradictions: z.array(contradictionShape).max(1_000).exactOptional(),
  plans: z.array(planStepShape).max(1_000).exactOptional(),
  risks: z.array(riskShape).max(1_000).exactOptional(),
  sources: z.record(newId, source).exactOptional(),
  examples: z.array(example).max(1_000).exactOptional(),
}) satisfies z.ZodType<DecisionModel>;
