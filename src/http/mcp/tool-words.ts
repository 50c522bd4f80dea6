import type { z } from 'zod';
import type { TOOLS, ToolName } from '../../contract/tools.ts';
import type { DecisionModel } from '../../decision/model/document.ts';
import type { Question } from '../../decision/model/question.ts';
import type { Models } from '../../services/models/models.ts';

/** A tool's result in a few words, for assistants that read no structure, and for people who look on. */
export type ToolWords = (name: ToolName, result: object, given: Readonly<Record<string, unknown>>) => string;

type Result<Name extends ToolName> = z.output<NonNullable<(typeof TOOLS)[Name]['output']>>;
type Given<Name extends ToolName> = z.output<(typeof TOOLS)[Name]['input']>;

/** Words for every tool with a structured result. */
type Sayings = { readonly [Name in ToolName]?: (result: Result<Name>, given: Given<Name>) => string };

/** Words about results; what questions say is looked up in their model. */
export function createToolWords(models: Pick<Models, 'find'>): ToolWords {
  const sayings: Sayings = {
    list_models: ({ items }) => lines(items.map(({ id, title, latest }) => `${id} ${latest}: ${title}`)),
    list_questions: ({ questions, title }) => lines([title, ...questions.map(asked)]),
    next_question({ questions, remaining, decided }, { model, version }) {
      const { document } = models.find(model, version).compiled;
      const state = decided ? 'Nothing can change the recommendation any more.' : `${remaining} open questions can still matter.`;
      return lines([state, ...questions.map(({ question, why }) => `${inFull(question, document)}\n${why}`)]);
    },
    evaluate: ({ outcome, alternatives }) => lines([headlineOf(outcome), ...alternatives.map(standing)]),
    explain: ({ outcome, alternatives, brief }) =>
      lines([
        headlineOf(outcome),
        ...alternatives.map(standing),
        ...paragraph('For it', brief?.for),
        ...paragraph('Against it', brief?.against),
        ...paragraph('What would change it', brief?.change),
        ...paragraph('To prepare first', brief?.prepare),
      ]),
    create_assessment: told,
    read_assessment: told,
    change_assessment: told,
    record_recommendation: ({ id, evaluation }) => `Recorded as ${id}. ${headlineOf(evaluation.outcome)}`,
    read_recommendation: ({ subject, createdAt, evaluation }) =>
      `For ${subject.name}, recorded ${createdAt}. ${headlineOf(evaluation.outcome)}`,
    find_recommendations: ({ items }) =>
      items.length === 0
        ? 'Nothing is recorded.'
        : lines(
            items.map(({ id, subject, createdAt, outcome }) => `${createdAt} ${subject.name}: ${headlineOf(outcome)} (${id})`),
          ),
    verify_recommendation: ({ reproducible, differences }) =>
      reproducible ? 'It can be reproduced to the last digit.' : `It differs in ${differences.length} places.`,
  };
  return (name, result, given) => {
    // Each saying is typed by its own tool; here a result meets it without knowing which that is.
    const saying = sayings[name] as ((result: object, given: object) => string) | undefined;
    return saying?.(result, given) ?? '';
  };
}

interface OutcomeInWords {
  readonly headline?: string | undefined;
  readonly recommended?: string | undefined;
}

function headlineOf({ headline, recommended }: OutcomeInWords): string {
  return headline ?? (recommended === undefined ? 'Nothing is recommended.' : `Recommended: ${recommended}.`);
}

function standing({ title, score, excludedBy }: { title: string; score: number; excludedBy: readonly string[] }): string {
  const out = excludedBy.length === 0 ? '' : `, out because of ${excludedBy.join(', ')}`;
  return `${title}: ${score.toFixed(1)} of 100${out}`;
}

function told({ id, revision, subject, answers }: Result<'read_assessment'>): string {
  return `Assessment ${id} of ${subject.name}, revision ${revision}, ${Object.keys(answers).length} answers.`;
}

function asked({ id, text, choices }: Pick<Question, 'id' | 'text'> & { choices?: readonly { id: string }[] | undefined }) {
  return `${id}: ${text}${choices === undefined ? '' : ` [${choices.map((choice) => choice.id).join(', ')}]`}`;
}

/** A question as it can be asked at once, with everything that may be answered. */
function inFull(id: string, { questions }: DecisionModel): string {
  const question = questions.find((one) => one.id === id);
  if (question === undefined) return id;
  const range = 'min' in question ? [`From ${question.min} to ${question.max}.`] : [];
  const choices = 'choices' in question ? question.choices.map((choice) => `- ${choice.id}: ${choice.text}`) : range;
  return lines([`${question.text} (${question.id}, ${question.type})`, ...choices]);
}

function paragraph(title: string, sentences: readonly string[] = []): readonly string[] {
  return sentences.length === 0 ? [] : [`${title}:`, ...sentences.map((sentence) => `- ${sentence}`)];
}

function lines(all: readonly string[]): string {
  return all.join('\n');
}
