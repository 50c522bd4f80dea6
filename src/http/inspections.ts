import type { InputOf } from '../contract/exchange.ts';
import type { OperationId, Operations } from '../contract/operations.ts';
import type { RawInput } from '../services/models/model-input.ts';
import { type InvalidPlace, Refusal } from '../services/refusal.ts';
import type { Services } from './services.ts';

/** An input whose body its schema has refused. */
type Refused<Id extends OperationId> = Omit<InputOf<Operations[Id]>, 'body'> & { readonly body: unknown };

/**
 * A closer look at requests that their schema refuses anyway, so that what the decision model has against them is told
 * in the same reply.
 */
export type Inspections = {
  readonly [Id in OperationId]?: (input: Refused<Id>) => readonly InvalidPlace[] | Promise<readonly InvalidPlace[]>;
};

/** The inspections there are: of every operation that takes answers and weights. */
export function inspections({ evaluations, assessments, carryOvers }: Services): Inspections {
  return {
    evaluateAnswers: ({ params, body }) => evaluations.errors(params.model, wishIn(body)),
    findNextQuestions: ({ params, body }) => evaluations.errors(params.model, wishIn(body)),
    createAssessment({ caller, body }) {
      const from = valueAt(body, 'from');
      if (typeof from === 'string') return unlessRefused(carryOvers.errors(caller, { ...wishIn(body), from }));
      const { model = 'delivery-approach' } = wishIn(body);
      return from === undefined ? evaluations.errors(model, wishIn(body)) : [];
    },
    changeAssessment: ({ scope, params, body }) => unlessRefused(assessments.changeErrors(scope, params.id, inputIn(body))),
  };
}

/** Whatever there is to say about the answers, the schema's findings are to be told. */
async function unlessRefused(places: Promise<readonly InvalidPlace[]>): Promise<readonly InvalidPlace[]> {
  try {
    return await places;
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code !== 'store-unavailable') return [];
    throw thrown;
  }
}

function inputIn(body: unknown): RawInput {
  const [answers, weights] = [recordAt(body, 'answers'), recordAt(body, 'weights')];
  return { ...(answers && { answers }), ...(weights && { weights }) };
}

/** Answers and weights, and the model that they are for, as far as it is named. */
function wishIn(body: unknown): RawInput & { readonly model?: string; readonly version?: string } {
  const [model, version] = [textAt(body, 'model'), textAt(body, 'version')];
  return { ...inputIn(body), ...(model !== undefined && { model }), ...(version !== undefined && { version }) };
}

function textAt(body: unknown, key: string): string | undefined {
  const value = valueAt(body, key);
  return typeof value === 'string' ? value : undefined;
}

function recordAt(body: unknown, key: string): Readonly<Record<string, unknown>> | undefined {
  const value = valueAt(body, key);
  return isRecord(value) ? value : undefined;
}

function valueAt(body: unknown, key: string): unknown {
  return isRecord(body) && Object.hasOwn(body, key) ? body[key] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
