import type { Api, ApiAssessment } from '../../../src/embed/api/api.ts';
import { ApiFailure } from '../../../src/embed/api/api-failure.ts';
import { type Entries, entriesOf, inputsOf, sameValue } from '../../../src/embed/session/keeping/entries.ts';

/** An entry of an assessment that somebody changed. */
export interface EntryChange {
  readonly key: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** Assessments as the service keeps them, by the rules of its documentation and nothing else. */
export interface AssessmentTable extends Pick<Api, 'assessment' | 'createAssessment' | 'changeAssessment'> {
  readonly all: ReadonlyMap<string, ApiAssessment>;
}

/** An empty table. Every change that is carried out is told. */
export function createAssessmentTable(told: (changes: readonly EntryChange[]) => void = () => {}): AssessmentTable {
  const all = new Map<string, ApiAssessment>();
  const firsts = new Map<string, string>();

  function present(id: string): ApiAssessment {
    const found = all.get(id);
    if (found === undefined) throw new ApiFailure({ kind: 'not-found', status: 404 });
    return found;
  }

  function keep(after: ApiAssessment, before: Entries): ApiAssessment {
    all.set(after.id, after);
    told(differences(before, entriesOf(after)));
    return after;
  }

  return {
    all,
    assessment: async (id) => present(id),

    async createAssessment(request) {
      const { id, subject, model, version = '1.0.0', answers, weights } = request;
      const first = firsts.get(id);
      if (first !== undefined && first !== JSON.stringify(request)) throw new ApiFailure({ kind: 'invalid', status: 409 });
      if (first !== undefined) return present(id);
      firsts.set(id, JSON.stringify(request));
      const { ref, name = ref, tags = [] } = subject;
      return keep({ id, subject: { ref, name, tags }, model, version, answers, weights, revision: 1 }, new Map());
    },

    async changeAssessment(id, { revision, answers = {}, weights = {} }) {
      const before = present(id);
      if (before.revision !== revision) throw new ApiFailure({ kind: 'invalid', status: 412 });
      const entries = new Map(entriesOf(before));
      const changes = [...Object.entries(answers).map(keyed('answers')), ...Object.entries(weights).map(keyed('weights'))];
      for (const [key, value] of changes) {
        if (isRemoval(value)) entries.delete(key);
        else entries.set(key, value);
      }
      const isSame = differences(entriesOf(before), entries).length === 0;
      return isSame ? before : keep({ ...before, ...inputsOf(entries), revision: revision + 1 }, entriesOf(before));
    },
  };
}

function keyed(part: string): (entry: readonly [string, unknown]) => readonly [string, unknown] {
  return ([id, value]) => [`${part}/${id}`, value];
}

function isRemoval(value: unknown): boolean {
  return JSON.stringify(value) === '{"remove":true}';
}

function differences(before: Entries, after: Entries): readonly EntryChange[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((key) => ({ key, from: before.get(key), to: after.get(key) }))
    .filter(({ from, to }) => !sameValue(from, to));
}
