import type { CompiledModel, CompiledQuestion } from '../compile/compiled-model.ts';
import { pointer } from '../model/finding.ts';
import type { Question } from '../model/question.ts';
import type { Answer, Answers, AnswerValue, InputFinding } from './answer.ts';
import { type ReadAnswer, withSignals } from './known-answers.ts';
import { readValue } from './read-value.ts';

/** Longest reason for "not applicable", in characters (Unicode code points), as JSON Schema counts them. */
export const MAX_REASON_LENGTH = 500;

/** What of a model matters for reading answers. */
export type AnswerableModel = Pick<CompiledModel, 'document' | 'questions' | 'questionIndex' | 'circuit'>;

/** Answers as they were understood; those with findings are left out. */
export interface AnswersReading {
  readonly answers: Answers;
  /** Everything that is wrong, in the order of the answers. Pointers start at the answers object. */
  readonly findings: readonly InputFinding[];
}

type Reading = ReadAnswer | Wrong;
type Wrong = { readonly findings: readonly InputFinding[] };

/**
 * Reads raw answers against a model. A value is a choice id, an array of choice ids, a boolean or a whole number;
 * `null` is *unknown*; `{"notApplicable": reason}` and `{"anyOf": [value, …]}` are the other two forms.
 */
export function readAnswers(model: AnswerableModel, raw: Readonly<Record<string, unknown>>): AnswersReading {
  const { questions, questionIndex, circuit } = model;
  const given = new Array<Answer | undefined>(questions.length).fill(undefined);
  const signals = new Array<number>(circuit.questions.at(-1) ?? 0).fill(0);
  const findings: InputFinding[] = [];
  for (const id of Object.keys(raw)) {
    const index = questionIndex.get(id) ?? -1;
    const compiled = questions[index];
    const known = compiled?.known.get(raw[id]);
    const reading = known ?? (compiled === undefined ? unknownQuestion(model) : readAnswer(compiled, raw[id]));
    if ('findings' in reading) {
      findings.push(...reading.findings.map((finding) => ({ ...finding, pointer: pointer(id) + finding.pointer })));
      continue;
    }
    given[index] = reading.answer;
    const first = circuit.questions[index] ?? 0;
    for (let word = 0; word < reading.signals.length; word += 1) signals[first + word] = reading.signals[word] ?? 0;
  }
  return { answers: { given, signals }, findings };
}

/** Reads an answer that is not known beforehand. */
function readAnswer(compiled: CompiledQuestion, raw: unknown): Reading {
  const set = Array.isArray(raw) ? compiled.readSet?.(raw) : undefined;
  if (set !== undefined) return set;
  const read = readForm(compiled.question, raw);
  return 'findings' in read ? read : withSignals(compiled, read);
}

function readForm(question: Question, raw: unknown): Answer | Wrong {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    const read = readValue(question, raw);
    return 'value' in read ? { kind: 'value', value: read.value } : read;
  }
  const [entry, ...rest] = Object.entries(raw);
  if (entry?.[0] === 'notApplicable' && rest.length === 0) return readReason(entry[1]);
  if (entry?.[0] === 'anyOf' && rest.length === 0) return readAlternatives(question, entry[1]);
  return wrong('', 'wrong-type', 'Send a plain value, null, {"notApplicable": "reason"} or {"anyOf": [value, …]}.');
}

function readReason(reason: unknown): Answer | Wrong {
  const holds = typeof reason === 'string' && reason.trim() !== '' && [...reason].length <= MAX_REASON_LENGTH;
  if (holds) return { kind: 'not-applicable', reason };
  return wrong('/notApplicable', 'wrong-type', `Say in 1 to ${MAX_REASON_LENGTH} characters why it does not apply.`);
}

function readAlternatives(question: Question, raw: unknown): Answer | Wrong {
  if (!Array.isArray(raw) || raw.length === 0) return wrong('/anyOf', 'wrong-type', 'Send an array of at least one value.');
  const values = new Map<string, AnswerValue>();
  const findings = raw.flatMap((one: unknown, index): readonly InputFinding[] => {
    const read = readValue(question, one);
    if ('findings' in read) return read.findings.map((finding) => ({ ...finding, pointer: `/anyOf/${index}${finding.pointer}` }));
    const key = JSON.stringify(read.value);
    if (values.has(key)) return [{ pointer: `/anyOf/${index}`, code: 'duplicate-value', message: `Name ${key} once only.` }];
    values.set(key, read.value);
    return [];
  });
  return findings.length > 0 ? { findings } : { kind: 'any-of', values: [...values.values()] };
}

function unknownQuestion(model: AnswerableModel): Wrong {
  const { id, version } = model.document;
  return wrong('', 'unknown-question', `${id} ${version} has no question of this id; see its questionnaire for those it has.`);
}

function wrong(place: string, code: string, message: string): Wrong {
  return { findings: [{ pointer: place, code, message }] };
}
