import { z } from 'zod';
import { list, MOST, partId, version, words } from './bounded.ts';
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

const ConditionsByName = z
  .record(z.string(), Condition)
  .meta({ id: 'ConditionsByName', description: 'Named conditions.', maxProperties: MOST.named });

const SourcesById = z
  .record(z.string(), Source)
  .meta({ id: 'SourcesById', description: 'Where statements come from, by id.', maxProperties: MOST.named });

export const ModelSummary = z
  .object({
    id: partId('The id of the model.'),
    title: words('The question it helps to decide.'),
    latest: version('Its highest version by semantic versioning.'),
    versions: list(version('A version.'), 10_000, 'Every version that is served, oldest first.'),
  })
  .meta({ id: 'ModelSummary', description: 'One decision model with its versions.' });

export const ModelList = z
  .object({ items: list(ModelSummary, 10_000, 'Every model that is served.') })
  .meta({ id: 'ModelList', description: 'The decision models that this service serves.' });

/** One version of a decision model, as its author wrote it; the body is its canonical JSON (RFC 8785). */
export const DecisionModel = z
  .object({
    id: partId('The id of the model.'),
    version: version('Its semantic version.'),
    title: words('The question it helps to decide.'),
    tieMargin: z.number().min(0).max(100).describe('Points of 100 under which a result is too close to call.').exactOptional(),
    clearAcceptability: z.number().min(0).max(1).describe('Acceptability from which a result is clear.').exactOptional(),
    alternatives: list(Alternative, MOST.alternatives, 'What can be recommended, in the order that breaks ties.'),
    criteria: list(Criterion, MOST.criteria, 'Points of view with their weights.'),
    sections: list(Section, MOST.sections, 'Groups of questions.').exactOptional(),
    questions: list(Question, MOST.questions, "The questions, in the author's order."),
    facts: ConditionsByName.exactOptional(),
    rules: list(Rule, MOST.rules, 'What speaks for or against.'),
    gates: list(ModelGate, MOST.statements, 'Conditions that no weight can outvote.').exactOptional(),
    prerequisites: list(ModelPrerequisite, MOST.statements, 'What may have to be prepared first.').exactOptional(),
    contradictions: list(ModelContradiction, MOST.statements, 'Answers that do not go together.').exactOptional(),
    plans: list(ModelPlanStep, MOST.statements, 'Steps of the roads towards the alternatives.').exactOptional(),
    risks: list(ModelRisk, MOST.statements, 'What may go wrong, and what helps.').exactOptional(),
    sources: SourcesById.exactOptional(),
    examples: list(ModelExample, MOST.statements, 'Answers with the outcome their author expects.').exactOptional(),
  })
  .meta({ id: 'DecisionModel', description: 'One version of a decision model. The SHA-256 of the body is its content hash.' });
