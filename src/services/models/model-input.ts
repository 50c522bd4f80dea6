import type { Answers, InputFinding } from '../../decision/answers/answer.ts';
import { readAnswers } from '../../decision/answers/read-answers.ts';
import type { CompiledModel } from '../../decision/compile/compiled-model.ts';
import { readWeights, type Weights } from '../../decision/evaluation/read-weights.ts';
import { pointer } from '../../decision/model/finding.ts';
import { takesBack } from '../changed-entries.ts';
import { type InvalidPlace, refuse } from '../refusal.ts';

/** Answers and weights as they were sent, not read against a model yet. */
export interface RawInput {
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly weights?: Readonly<Record<string, unknown>>;
}

/** What a model evaluates. */
export interface ModelInput {
  readonly answers: Answers;
  readonly weights: Weights;
}

/** Reads answers and weights against a model. Everything that does not fit is refused at once. */
export function readInput(model: CompiledModel, raw: RawInput): ModelInput {
  const answers = readAnswers(model, raw.answers ?? {});
  const weights = readWeights(model, raw.weights ?? {});
  const errors = [...placed('/answers', answers.findings), ...placed('/weights', weights.findings)];
  if (errors.length === 0) return { answers: answers.answers, weights: weights.weights };
  const { id, version } = model.document;
  return refuse(answers.findings.length > 0 ? 'answers-invalid' : 'weights-invalid', {
    detail: `${errors.length === 1 ? 'One place does' : `${errors.length} places do`} not fit ${id} ${version}; each is named in errors.`,
    errors,
  });
}

/** Everything in the answers and weights that does not fit the model. */
export function inputErrors(model: CompiledModel, raw: RawInput): readonly InvalidPlace[] {
  const { findings: answers } = readAnswers(model, raw.answers ?? {});
  const { findings: weights } = readWeights(model, raw.weights ?? {});
  return [...placed('/answers', answers), ...placed('/weights', weights)];
}

/** Questions named as locked that the model does not have. */
export function lockedErrors(model: CompiledModel, locked: readonly string[]): readonly InvalidPlace[] {
  return locked.flatMap((id, index) =>
    model.questionIndex.has(id)
      ? []
      : [
          {
            pointer: `/locked/${index}`,
            code: 'unknown-question',
            message: 'The model has no question of this id; take it out.',
          },
        ],
  );
}

/** What a change takes back that the model does not have. */
export function removalErrors(model: CompiledModel, { answers = {}, weights = {} }: RawInput): readonly InvalidPlace[] {
  const criteria = new Set(model.criteria.map(({ criterion }) => criterion.id));
  const unknown = (change: Readonly<Record<string, unknown>>, isKnown: (id: string) => boolean) =>
    Object.keys(change).filter((id) => takesBack(change[id]) && !isKnown(id));
  return [
    ...unknown(answers, (id) => model.questionIndex.has(id)).map((id) => ({
      pointer: pointer('answers', id),
      code: 'unknown-question',
      message: 'The model has no question of this id; take it out.',
    })),
    ...unknown(weights, (id) => criteria.has(id)).map((id) => ({
      pointer: pointer('weights', id),
      code: 'unknown-criterion',
      message: 'The model has no criterion of this id; take it out.',
    })),
  ];
}

/** Findings about a part of a request or of an assessment, with pointers that start there, e.g. at `/answers`. */
export function placed(part: string, findings: readonly InputFinding[]): readonly InvalidPlace[] {
  return findings.map((finding) => ({ ...finding, pointer: part + finding.pointer }));
}
