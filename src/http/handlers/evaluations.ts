import type { Handlers } from '../../contract/exchange.ts';
import type { Services } from '../services.ts';

export function evaluationHandlers({ evaluations }: Services): Pick<Handlers, 'evaluateAnswers'> {
  return {
    evaluateAnswers: ({ params, query, body }) => ({
      status: 200,
      body: evaluations.evaluate(params.model, body, query.explain),
    }),
  };
}
