import { z } from 'zod';
import { Answers, Weights } from './answers.ts';
import { EvidenceGrade, GateEffect, list, MOST, partId, Verdict, words } from './bounded.ts';
import { Condition } from './model-parts.ts';

const id = partId('Its id.');
const sources = list(partId('A source.'), MOST.citations, 'Ids of sources.').exactOptional();
const alternatives = list(partId('An alternative.'), MOST.alternatives, 'The alternatives it is about.');
const alternative = partId('The alternative it is about.');
const variant = partId('The variant it is about.').exactOptional();

const RulePoints = z
  .record(z.string(), z.number().min(-3).max(3).describe('-3 to 3.'))
  .meta({ id: 'RulePoints', description: 'By the id of the alternative; 0 when left out.', maxProperties: MOST.alternatives });

export const Rule = z
  .object({
    id,
    criterion: partId('The criterion it belongs to.'),
    when: Condition,
    points: RulePoints,
    opens: partId('The variant that becomes available when it fires.').exactOptional(),
    because: words('The reason in one sentence.'),
    sources,
    grade: EvidenceGrade.exactOptional(),
  })
  .meta({ id: 'Rule', description: 'What speaks for or against alternatives while its condition is true.' });

export const ModelGate = z
  .object({
    id,
    alternative,
    effect: GateEffect,
    when: Condition,
    because: words('The reason.'),
    sources,
  })
  .meta({ id: 'ModelGate', description: 'Takes an alternative out of the ranking, whatever the weights.' });

export const ModelPrerequisite = z
  .object({
    id,
    for: alternatives,
    when: Condition,
    blocking: z.boolean().describe('Whether nothing can start before it.').exactOptional(),
    title: words('What is to be prepared.'),
    text: words('How.').exactOptional(),
    because: words('Why.').exactOptional(),
    sources,
  })
  .meta({ id: 'ModelPrerequisite', description: 'Something to prepare before an alternative.' });

export const ModelContradiction = z
  .object({ id, when: Condition, note: words('What to talk about.') })
  .meta({ id: 'ModelContradiction', description: 'Answers that do not go together.' });

export const ModelPlanStep = z
  .object({
    for: alternative,
    variant,
    when: Condition.exactOptional(),
    title: words('What to do.'),
    text: words('How.').exactOptional(),
    sources,
  })
  .meta({ id: 'ModelPlanStep', description: 'One step of the road towards an alternative.' });

export const ModelRisk = z
  .object({
    for: alternative,
    variant,
    when: Condition.exactOptional(),
    risk: words('What may go wrong.'),
    mitigation: words('What helps.'),
    sources,
  })
  .meta({ id: 'ModelRisk', description: 'What may go wrong with an alternative, and what helps.' });

const ExpectedOutcome = z
  .object({
    recommended: partId('An alternative, or `none`.').exactOptional(),
    variant: partId('The variant of it.').exactOptional(),
    verdict: Verdict.exactOptional(),
    minMargin: z.number().min(0).max(100).describe('The least margin.').exactOptional(),
    excluded: list(partId('An alternative.'), MOST.alternatives, 'Alternatives that are out.').exactOptional(),
  })
  .meta({ id: 'ExpectedOutcome', description: 'The outcome that an example expects.' });

export const ModelExample = z
  .object({
    name: words('What the example is about.'),
    answers: Answers,
    weights: Weights.exactOptional(),
    expect: ExpectedOutcome,
  })
  .meta({ id: 'ModelExample', description: 'Answers with the outcome their author expects.' });
