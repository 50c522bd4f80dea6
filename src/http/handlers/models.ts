import type { Handlers } from '../../contract/exchange.ts';
import { sha256 } from '../../services/canonical-json.ts';
import type { CataloguedModel } from '../../services/model-catalogue.ts';
import type { Services } from '../services.ts';

type ModelHandlers = Pick<Handlers, 'listModels' | 'getModel' | 'getModelVersion' | 'getQuestionnaire' | 'getAnswersSchema'>;

/** Handlers of the operations that read models. */
export function modelHandlers({ models }: Services): ModelHandlers {
  return {
    listModels: () => ({ status: 200, body: { items: models.list() } }),
    getModel: ({ params }) => document(models.find(params.model)),
    getModelVersion: ({ params }) => document(models.find(params.model, params.version)),
    getQuestionnaire: ({ params, query }) => {
      const { text, headers } = tagged(models.questionnaire(params.model, query));
      return { status: 200, text, headers: { ...headers, 'Content-Language': 'en' } };
    },
    getAnswersSchema: ({ params }) => ({ status: 200, ...tagged(models.answersSchema(params.model, params.version)) }),
  };
}

function document({ canonical, contentHash }: CataloguedModel) {
  return { status: 200, text: canonical, headers: { ETag: `"${contentHash}"` } } as const;
}

function tagged(body: unknown) {
  const text = JSON.stringify(body);
  return { text, headers: { ETag: `"${sha256(text)}"` } };
}
