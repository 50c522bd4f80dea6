import { questionnaire } from '../../../src/decision/answers/questionnaire.ts';
import { readAnswers } from '../../../src/decision/answers/read-answers.ts';
import { compile } from '../../../src/decision/compile/compile.ts';
import type { CompiledModel } from '../../../src/decision/compile/compiled-model.ts';
import type { Api, ApiAssessment, ApiRecommendation } from '../../../src/embed/api/api.ts';
import { ApiFailure } from '../../../src/embed/api/api-failure.ts';
import type { WireAnswers } from '../../../src/embed/session/session-state.ts';
import { evaluatedBy } from '../../decision/evaluated.ts';
import { createAssessmentTable } from './assessment-table.ts';
import { TRIP } from './trip-model.ts';

type Operation = keyof Api;

/** The operations of the service on one model, in memory, with every call noted. */
export interface ScriptedApi {
  readonly api: Api;
  /** Names of the operations in the order of their calls, `evaluate` with how much it explains. */
  readonly calls: readonly string[];
  /** What is stored, by id. */
  readonly all: ReadonlyMap<string, ApiAssessment>;
  /** Lets calls of an operation fail until {@link mend}; carried out nevertheless where only the reply is lost. */
  fail(operation: Operation, failure: ApiFailure, lost?: 'reply'): void;
  mend(): void;
  /** Holds replies of an operation back; gives the way to let the oldest that is held go. */
  hold(operation: Operation): { release(): void; releaseAll(): void };
}

/** The service as the form knows it, on the model of the trip. */
export function createScriptedApi(): ScriptedApi {
  const compiled = compile(TRIP);
  const table = createAssessmentTable();
  const records = new Map<string, ApiRecommendation>();
  const calls: string[] = [];
  const failures = new Map<Operation, { readonly failure: ApiFailure; readonly lost?: 'reply' }>();
  const held = new Map<Operation, (() => void)[]>();

  const scripted = async <T>(operation: Operation, name: string, carryOut: () => Promise<T>): Promise<T> => {
    calls.push(name);
    const script = failures.get(operation);
    if (script !== undefined && script.lost === undefined) throw script.failure;
    const reply = await carryOut();
    const gate = held.get(operation);
    if (gate !== undefined) await new Promise<void>((resolve) => gate.push(resolve));
    if (script !== undefined) throw script.failure;
    return reply;
  };

  async function record(id: string, request: Parameters<Api['record']>[1]): Promise<ApiRecommendation> {
    const earlier = records.get(request.id);
    if (earlier !== undefined) return earlier;
    const assessment = await table.assessment(id);
    if (assessment.revision !== request.revision) throw new ApiFailure({ kind: 'invalid', status: 412 });
    const { subject, answers, weights } = assessment;
    const evaluation = evaluatedBy(compiled, answers, { weights });
    const made = { id: request.id, assessmentId: id, subject, createdAt: '2026-01-01T00:00:00Z', answers, weights, evaluation };
    records.set(request.id, made);
    return made;
  }

  const api: Api = {
    questionnaire: () => scripted('questionnaire', 'questionnaire', async () => questionnaire(compiled, 'full')),
    evaluate: (_, { answers, weights }, explain) =>
      scripted('evaluate', `evaluate ${explain}`, async () => {
        refuseUnfit(compiled, answers);
        return evaluatedBy(compiled, answers, { weights, ...(explain !== 'none' && { explain }) });
      }),
    assessment: (id) => scripted('assessment', 'assessment', () => table.assessment(id)),
    createAssessment: (request) => scripted('createAssessment', 'createAssessment', () => table.createAssessment(request)),
    changeAssessment: (id, change) => scripted('changeAssessment', 'changeAssessment', () => table.changeAssessment(id, change)),
    record: (id, request) => scripted('record', `record ${request.id}`, () => record(id, request)),
    recommendation: (id) =>
      scripted('recommendation', 'recommendation', async () => {
        const found = records.get(id);
        if (found === undefined) throw new ApiFailure({ kind: 'not-found', status: 404 });
        return found;
      }),
    written: () => Promise.reject(new ApiFailure({ kind: 'not-found', status: 404 })),
  };

  return {
    api,
    calls,
    all: table.all,
    fail: (operation, failure, lost) => failures.set(operation, { failure, ...(lost && { lost }) }),
    mend: () => failures.clear(),
    hold(operation) {
      const gate: (() => void)[] = [];
      held.set(operation, gate);
      return {
        release: () => gate.shift()?.(),
        releaseAll() {
          held.delete(operation);
          for (const open of gate.splice(0)) open();
        },
      };
    },
  };
}

/** Refuses answers that do not fit the model, as the service does and as its words reach the form. */
function refuseUnfit(model: CompiledModel, answers: WireAnswers): void {
  const { findings } = readAnswers(model, answers);
  if (findings.length === 0) return;
  const errors = findings.map(({ pointer, message }) => ({ pointer: `/answers${pointer}`, message }));
  throw new ApiFailure({ kind: 'invalid', status: 422, detail: findings.map(({ message }) => message).join(' '), errors });
}
