import type { Answers, AnswerValue } from '../answers/answer.ts';
import { readAnswers } from '../answers/read-answers.ts';
import type { CompiledModel, Conditional } from '../compile/compiled-model.ts';
import { judge } from '../evaluation/judgement.ts';
import { readWeights } from '../evaluation/read-weights.ts';
import { type Finding, pointer } from '../model/finding.ts';
import { seededRandom } from '../sensitivity/samples/random.ts';
import { isSatisfiable } from './satisfiable.ts';

/** Number of invented respondents that look for a winner that no example shows. */
const RESPONDENTS = 2_000;

/** Warnings about what no answers can bring about. The model must be free of errors. */
export function checkReach(model: CompiledModel): readonly Finding[] {
  return [...deadConditions(model), ...neverWinning(model)];
}

function deadConditions(model: CompiledModel): readonly Finding[] {
  const { gates, prerequisites, contradictions, plans, risks, document } = model;
  const rules = document.rules.flatMap(({ id }) => model.rules.filter(({ entry }) => entry.id === id));
  const lists: Readonly<Record<string, readonly Conditional<object>[]>> = {
    rules,
    gates,
    prerequisites,
    contradictions,
    plans,
    risks,
  };
  return Object.entries(lists).flatMap(([list, entries]) =>
    entries.flatMap((entry, index): readonly Finding[] => {
      if (entry.questions.length === 0 || isSatisfiable(model, entry) !== false) return [];
      const message =
        'No answers make this condition true, so the entry has no effect; correct the condition or take the entry out.';
      return [{ severity: 'warning', path: pointer(list, index, 'when'), code: 'cannot-fire', message }];
    }),
  );
}

function neverWinning(model: CompiledModel): readonly Finding[] {
  const missing = new Set(model.alternatives.keys());
  const { weights } = readWeights(model);
  const watch = (answers: Answers) => missing.delete(judge(model, answers, weights).recommended ?? -1);
  for (const { answers } of model.document.examples ?? []) watch(readAnswers(model, answers).answers);
  const respondent = createRespondents(model);
  for (let count = 0; count < RESPONDENTS && missing.size > 0; count += 1) watch(respondent());
  return [...missing].map((index) => ({
    severity: 'warning',
    path: pointer('alternatives', index),
    code: 'never-wins',
    message: `${model.alternatives[index]?.id} was never recommended, in no example and for none of ${RESPONDENTS} invented respondents.`,
  }));
}

/** Invents respondents who answer each question by chance; the same ones for the same model. */
function createRespondents(model: CompiledModel): () => Answers {
  const random = seededRandom(1);
  return () => {
    const said = model.questions.flatMap(({ question, partition: { cells } }): readonly [string, AnswerValue][] => {
      const cell = cells[Math.floor(random() * cells.length)];
      return cell === undefined || random() < 0.2 ? [] : [[question.id, cell.value]];
    });
    return readAnswers(model, Object.fromEntries(said)).answers;
  };
}
