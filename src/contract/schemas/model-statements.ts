import { z } from 'zod';
import { Answers, Weights } from './answers.ts';
import { Condition } from './model-parts.ts';

const id = z.string().describe('Its id.');
const sources = z.array(z.string()).describe('Ids of sources.').exactOptional();
const alternatives = z.array(z.string()).describe('The alternatives it is about.');
const alternative = z.string().describe('The alternative it is about.');
const variant = z.string().describe('The variant it is about.').exactOptional();

export const Rule = z
  .object({
    id,
    criterion: z.string().describe('The criterion it belongs to.'),
    when: Condition,
    points: z.record(z.string(), z.number()).describe('-3 to 3 by alternative, 0 when left out.'),
    opens: z.string().describe('The variant that becomes available when it fires.').exactOptional(),
    because: z.string().describe('The reason in one sentence.'),
    sources,
    grade: z.enum(['A', 'B', 'C', 'D']).describe('How well it is supported.').exactOptional(),
  })
  .meta({ id: 'Rule', description: 'What speaks for or against alternatives while its condition is true.' });

export const ModelGate = z
  .object({
    id,
    alternative,
    effect: z.enum(['excluded', 'not-alone']).describe('What it does when it fires.'),
    when: Condition,
    because: z.string().describe('The reason.'),
    sources,
  })
  .meta({ id: 'ModelGate', description: 'Takes an alternative out of the ranking, whatever the weights.' });

export const ModelPrerequisite = z
  .object({
    id,
    for: alternatives,
    when: Condition,
    blocking: z.boolean().describe('Whether nothing can start before it.').exactOptional(),
    title: z.string().describe('What is to be prepared.'),
    text: z.string().describe('How.').exactOptional(),
    because: z.string().describe('Why.').exactOptional(),
    sources,
  })
  .meta({ id: 'ModelPrerequisite', description: 'Something to prepare before an alternative.' });

export const ModelContradiction = z
  .object({ id, when: Condition, note: z.string().describe('What to talk about.') })
  .meta({ id: 'ModelContradiction', description: 'Answers that do not go together.' });

export const ModelPlanStep = z
  .object({
    for: alternative,
    variant,
    when: Condition.exactOptional(),
    title: z.string().describe('What to do.'),
    text: z.string().describe('How.').exactOptional(),
    sources,
  })
  .meta({ id: 'ModelPlanStep', description: 'One step of the road towards an alternative.' });

export const ModelRisk = z
  .object({
    for: alternative,
    variant,
    when: Condition.exactOptional(),
    risk: z.string().describe('What may go wrong.'),
    mitigation: z.string().describe('What helps.'),
    sources,
  })
  .meta({ id: 'ModelRisk', description: 'What may go wrong with an alternative, and what helps.' });

const Expectation = z
  .object({
    recommended: z.string().describe('An alternative, or `none`.').exactOptional(),
    variant: z.string().describe('The variant of it.').exactOptional(),
    verdict: z.string().describe('How firm the outcome is.').exactOptional(),
    minMargin: z.number().describe('The least margin.').exactOptional(),
    excluded: z.array(z.string()).describe('Alternatives that are out.').exactOptional(),
  })
  .meta({ id: 'Expectation', description: 'The outcome that an example expects.' });

export const ModelExample = z
  .object({
    name: z.string().describe('What the example is about.'),
    answers: Answers,
    weights: Weights.exactOptional(),
    expect: Expectation,
  })
  .meta({ id: 'ModelExample', description: 'Answers with the outcome their author expects.' });
