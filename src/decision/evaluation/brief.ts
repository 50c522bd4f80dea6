import type { AnswerValue } from '../answers/answer.ts';
import type { CompiledModel } from '../compile/compiled-model.ts';
import type { Question } from '../model/question.ts';
import type { Evaluation, Reason } from './evaluation.ts';
import type { Judgement } from './judgement.ts';
import type { Brief } from './proof.ts';

/** How many sentences of each kind a brief has. */
const REASONS = 2;
const CHANGES = 3;

/** What the brief is drawn from: the explained result. */
type Explained = Pick<Evaluation, 'rationale' | 'counterfactuals' | 'prerequisites' | 'robustness'>;

/** The result in sentences: made of the model's own texts and of numbers in the result, never of anything else. */
export function briefOf(model: CompiledModel, judgement: Judgement, headline: string, explained: Explained): Brief {
  const lead = leadOf(model, judgement);
  const decisive = [...(explained.rationale ?? [])].sort((one, other) => Math.abs(lead(other)) - Math.abs(lead(one)));
  const sentences = (reasons: readonly Reason[]) => reasons.slice(0, REASONS).map(({ because }) => because);
  return {
    headline,
    for: sentences(decisive.filter((reason) => lead(reason) > 0)),
    against: sentences(decisive.filter((reason) => lead(reason) < 0)),
    change: [...changesInWords(model, explained), ...weightInWords(model, explained)].slice(0, CHANGES),
    prepare: (explained.prerequisites ?? []).map(({ title, text }) => (text === undefined ? `${title}.` : `${title}: ${text}`)),
  };
}

/** What a reason does for the recommended alternative as compared with the next; with none, for itself. */
function leadOf(model: CompiledModel, { recommended, ranked, scores }: Judgement): (reason: Reason) => number {
  const next = ranked[1] ?? [...scores.keys()].find((index) => index !== recommended);
  const [first = '', second = ''] = [recommended, next].map((index) => model.alternatives[index ?? -1]?.id ?? '');
  return ({ contributions }) => (contributions[first] ?? 0) - (contributions[second] ?? 0);
}

function changesInWords(model: CompiledModel, { counterfactuals = [] }: Explained): readonly string[] {
  return counterfactuals.flatMap(({ target, sets = [] }) => {
    const [smallest] = sets;
    if (smallest === undefined) return [];
    const changes = smallest.changes.map(({ question, to }) => {
      const asked = model.questions[model.questionIndex.get(question) ?? -1]?.question;
      return asked === undefined ? [] : [`“${asked.text}” were answered “${inWords(asked, to)}”`];
    });
    return [`${titleOf(model, target)} would be recommended if ${changes.flat().join(' and ')}.`];
  });
}

/** The weight that would have to change least, where one would do. */
function weightInWords(model: CompiledModel, { robustness }: Explained): readonly string[] {
  const inside = (robustness?.flipWeights ?? []).filter(({ to }) => to > 0 && to < 1);
  const [nearest] = [...inside].sort((one, other) => Math.abs(one.to - one.from) - Math.abs(other.to - other.from));
  if (nearest === undefined) return [];
  const criterion = model.criteria.find((one) => one.criterion.id === nearest.criterion)?.criterion.title ?? '';
  const [from, to] = [nearest.from, nearest.to].map((share) => `${Math.round(100 * share)} %`);
  return [`${titleOf(model, nearest.wouldChoose)} would be recommended if “${criterion}” counted ${to} instead of ${from}.`];
}

function inWords(question: Question, value: AnswerValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number' || !('choices' in question)) return String(value);
  const chosen = typeof value === 'string' ? [value] : value;
  const texts = question.choices.filter(({ id }) => chosen.includes(id)).map(({ text }) => text);
  return texts.length === 0 ? 'none of these' : texts.join('; ');
}

function titleOf(model: CompiledModel, alternative: string): string {
  return model.alternatives[model.alternativeIndex.get(alternative) ?? -1]?.title ?? alternative;
}
