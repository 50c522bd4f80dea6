import type { Batches, Handlers } from '../../contract/exchange.ts';
import type { Services } from '../services.ts';

/** Handlers of the operations that store nothing. */
export function evaluationHandlers({
  evaluations,
}: Services): Pick<Handlers, 'evaluateAnswers' | 'findNextQuestions' | 'compareScenarios'> {
  return {
    evaluateAnswers: ({ params, query, body }) => ({
      status: 200,
      body: evaluations.evaluate(params.model, body, query.explain),
    }),
    findNextQuestions: ({ params, body }) => ({ status: 200, body: evaluations.next(params.model, body) }),
    compareScenarios: ({ params, body }) => ({ status: 200, body: evaluations.compare(params.model, body) }),
  };
}

/** What answers batches of evaluations. */
export function evaluationBatches({ evaluations, models }: Services): Batches {
  return {
    evaluateAnswers({ params, query }) {
      models.find(params.model);
      return (body) => evaluations.evaluate(params.model, body, query.explain);
    },
  };
}
