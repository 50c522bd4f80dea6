import { z } from 'zod';
import type { Comparisons } from '../../services/models/comparisons.ts';
import { AnswerChanges, Answers, WeightChanges, Weights } from './answers.ts';
import { list, partId, pointsByAlternative, words } from './bounded.ts';
import { Outcome } from './evaluation.ts';
import { rankedAlternatives } from './evaluation-parts.ts';
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
  alternatives: rankedAlternatives,
};

const ComparedBase = z.object(sides).meta({ id: 'ComparedBase', description: 'How the base comes out.' });

const Mover = z
  .object({
    rule: partId('The id of the rule.'),
    criterion: partId('The criterion it belongs to.'),
    because: words('The reason in one sentence.'),
    contributions: pointsByAlternative('Points of the score by alternative, scenario less base.'),
  })
  .meta({ id: 'Mover', description: 'A reason that counts otherwise than in the base.' });

const ComparedScenario = z
  .object({
    name: z.string().max(200).describe('What it is called.'),
    ...sides,
    changed: z.boolean().describe('Whether another alternative is recommended than in the base.'),
    shifts: pointsByAlternative("Change of each alternative's score, in points."),
    movers: list(Mover, 3, 'The reasons that moved most, at most three.'),
  })
  .meta({ id: 'ComparedScenario', description: 'How a scenario comes out beside the base.' });

export const Comparison = z
  .object({ base: ComparedBase, scenarios: list(ComparedScenario, 20, 'In the order of the request.') })
  .meta({ id: 'Comparison', description: 'Scenarios beside a base.' }) satisfies z.ZodType<Comparisons>;
