import { evaluate } from '../../decision/evaluation/evaluate.ts';
import type { Evaluation } from '../../decision/evaluation/evaluation.ts';
import { presentHash, restored } from '../models/archived-model.ts';
import { inputErrors, readInput } from '../models/model-input.ts';
import type { ArchivedModel, StoredRecommendation, Subject } from '../store.ts';
import { type Difference, differencesOf } from './json-difference.ts';
import { recommendationOf } from './recommendation-document.ts';
import { partOf, type StoredDocument, storedDocument } from './stored-document.ts';

/** What recomputing a recommendation from its stored inputs showed. */
export interface Verification {
  readonly reproducible: boolean;
  readonly differences: readonly Difference[];
}

/** Recomputes a recommendation with the model kept beside it and names every place that differs. */
export function verification(stored: StoredRecommendation, model: ArchivedModel | undefined): Verification {
  const differences = [...found(stored, model)];
  return { reproducible: differences.length === 0, differences };
}

function found(stored: StoredRecommendation, model: ArchivedModel | undefined): readonly Difference[] {
  const document = storedDocument(stored.document);
  if (document === undefined) return [{ path: '', stored: stored.document }];
  if (model === undefined) return [{ path: HASH_PATH, stored: stored.contentHash }];
  if (presentHash(model) !== model.contentHash)
    return [{ path: HASH_PATH, stored: stored.contentHash, recomputed: presentHash(model) }];
  const { compiled, contentHash } = restored(model);
  const errors = inputErrors(compiled, document);
  if (errors.length > 0) return errors.map(({ pointer }) => ({ path: pointer, stored: valueAt(document.value, pointer) }));
  const evaluation = evaluate(compiled, { ...readInput(compiled, document), explain: 'full', contentHash });
  return recomputed(stored, document, evaluation);
}

const HASH_PATH = '/evaluation/method/contentHash';

/** The document and the columns beside it against what the inputs give. */
function recomputed(stored: StoredRecommendation, document: StoredDocument, evaluation: Evaluation): readonly Difference[] {
  const { id, assessmentId, createdAt } = stored;
  const subject = subjectOf(stored, partOf(document.value, 'subject'));
  const inputs = { id: assessmentId, subject, answers: document.answers, weights: document.weights };
  const fresh = recommendationOf(inputs, { id, at: createdAt, evaluation });
  const inDocument = differencesOf(document.value, JSON.parse(fresh.document));
  const named = new Set(inDocument.map(({ path }) => path));
  return [...inDocument, ...columnDifferences(stored, fresh).filter(({ path }) => !named.has(path))];
}

/** Name and tags are inputs, taken as they stand; where they are lost, what a subject has by default is expected. */
function subjectOf({ subjectRef: ref }: StoredRecommendation, { name, tags }: Readonly<Record<string, unknown>>): Subject {
  return {
    ref,
    name: typeof name === 'string' ? name : ref,
    tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [],
  };
}

function columnDifferences(stored: StoredRecommendation, fresh: StoredRecommendation): readonly Difference[] {
  return Object.entries(COLUMNS).flatMap(([column, path]) => {
    const key = column as keyof typeof COLUMNS;
    return differencesOf(stored[key], fresh[key], path);
  });
}

/** Where the document says what the columns repeat. */
const COLUMNS = {
  model: '/evaluation/method/model',
  version: '/evaluation/method/version',
  contentHash: HASH_PATH,
  engine: '/evaluation/method/engine',
  recommended: '/evaluation/outcome/recommended',
  verdict: '/evaluation/outcome/verdict',
} as const satisfies Partial<Record<keyof StoredRecommendation, string>>;

function valueAt(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (at, token) => (typeof at === 'object' && at !== null ? new Map(Object.entries(at)).get(token) : undefined),
      value,
    );
}
