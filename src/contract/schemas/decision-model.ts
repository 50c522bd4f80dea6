import { z } from 'zod';
import { Alternative, Condition, Criterion, Question, Section, Source } from './model-parts.ts';
import {
  ModelContradiction,
  ModelExample,
  ModelGate,
  ModelPlanStep,
  ModelPrerequisite,
  ModelRisk,
  Rule,
} from './model-statements.ts';

export const ModelSummary = z
  .object({
    id: z.string().describe('The id of the model.'),
    title: z.string().describe('The question it helps to decide.'),
    latest: z.string().describe('Its highest version by semantic versioning.'),
    versions: z.array(z.string()).describe('Every version that is served, oldest first.'),
  })
  .meta({ id: 'ModelSummary', description: 'One decision model with its versions.' });

export const ModelList = z
  .object({ items: z.array(ModelSummary).describe('Every model that is served.') })
  .meta({ id: 'ModelList', description: 'The decision models that this service serves.' });

/** One version of a decision model, as its author wrote it; the body is its canonical JSON (RFC 8785). */
export const DecisionModel = z
  .object({
    id: z.string().describe('The id of the model.'),
    version: z.string().describe('Its semantic version.'),
    title: z.string().describe('The question it helps to decide.'),
    tieMargin: z.number().describe('Points of 100 under which a result is too close to call.').exactOptional(),
    clearAcceptability: z.number().describe('Acceptability from which a result is clear.').exactOptional(),
    alternatives: z.array(Alternative).describe('What can be recommended, in the order that breaks ties.'),
    criteria: z.array(Criterion).describe('Points of view with their weights.'),
    sections: z.array(Section).describe('Groups of questions.').exactOptional(),
    questions: z.array(Question).describe("The questions, in the author's order."),
    facts: z.record(z.string(), Condition).describe('Named conditions.').exactOptional(),
    rules: z.array(Rule).describe('What speaks for or against.'),
    gates: z.array(ModelGate).describe('Conditions that no weight can outvote.').exactOptional(),
    prerequisites: z.array(ModelPrerequisite).describe('What may have to be prepared first.').exactOptional(),
    contradictions: z.array(ModelContradiction).describe('Answers that do not go together.').exactOptional(),
    plans: z.array(ModelPlanStep).describe('Steps of the roads towards the alternatives.').exactOptional(),
    risks: z.array(ModelRisk).describe('What may go wrong, and what helps.').exactOptional(),
    sources: z.record(z.string(), Source).describe('Where statements come from, by id.').exactOptional(),
    examples: z.array(ModelExample).describe('Answers with the outcome their author expects.').exactOptional(),
  })
  .meta({ id: 'DecisionModel', description: 'One version of a decision model. The SHA-256 of the body is its content hash.' });
