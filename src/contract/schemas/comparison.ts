import { z } from 'zod';
import type { Comparisons } from '../../services/models/comparisons.ts';
import { AnswerChanges, Answers, WeightChanges, Weights } from './answers.ts';
import { Outcome } from './evaluation.ts';
import { AlternativeResult } from './evaluation-parts.ts';
import { line, SemanticVersion } from './identifiers.ts';

const CompareBase = z
  .strictObject({
    answers: Answers,
    weights: Weights.exactOptional(),
    version: SemanticVersion.describe('The version of the model; the latest when left out.').exactOptional(),
  })
  .meta({ id: 'CompareBase', description: 'What the scenarios are compared with.' });

const CompareScenario = z
  .strictObject({
    name: line(200, 'What to call it.'),
    answers: AnswerChanges.exactOptional(),
    weights: WeightChanges.exactOptional(),
    version: SemanticVersion.describe("Another version of the model; the base's when left out.").exactOptional(),
  })
  .meta({ id: 'CompareScenario', description: 'What is different from the base.' });

export const CompareRequest = z
  .strictObject({
    base: CompareBase,
    scenarios: z.array(CompareScenario).min(1).max(20).describe('What to set beside it, in the order of the reply.'),
  })
  .meta({ id: 'CompareRequest', description: 'Scenarios to set beside a base.' });

const sides = {
  outcome: Outcome,
  alternatives: z.array(AlternativeResult).describe('By rank; those out of the ranking last, without a rank.'),
};

const byAlternative = (description: string) => z.record(z.string(), z.number()).describe(description);

const ComparedBase = z.object(sides).meta({ id: 'ComparedBase', description: 'How the base comes out.' });

const Mover = z
  .object({
    rule: z.string().describe('The id of the rule.'),
    criterion: z.string().describe('The criterion it belongs to.'),
    because: z.string().describe('The reason in one sentence.'),
    contributions: byAlternative('Points of the score by alternative, scenario less base.'),
  })
  .meta({ id: 'Mover', description: 'A reason that counts otherwise than in the base.' });

const ComparedScenario = z
  .object({
    name: z.string().describe('What it is called.'),
    ...sides,
    changed: z.boolean().describe('Whether another alternative is recommended than in the base.'),
    shifts: byAlternative("Change of each alternative's score, in points."),
    movers: z.array(Mover).describe('The reasons that moved most, at most three.'),
  })
  .meta({ id: 'ComparedScenario', description: 'How a scenario comes out beside the base.' });

export const Comparison = z
  .object({ base: ComparedBase, scenarios: z.array(ComparedScenario).describe('In the order of the request.') })
  .meta({ id: 'Comparison', description: 'Scenarios beside a base.' }) satisfies z.ZodType<Comparisons>;
