import type { Handlers } from '../../contract/exchange.ts';
import { sha256 } from '../../services/canonical-json.ts';
import type { PageOf } from '../../services/page-cursor.ts';
import type { RecordFormat, WrittenRecord } from '../../services/reports/writers.ts';
import type { StoredRecommendation } from '../../services/store.ts';
import type { Addresses } from '../addresses.ts';
import { contentPolicy } from '../content-policy.ts';
import { namedRevision } from '../input/precondition.ts';
import type { Services } from '../services.ts';

type RecommendationHandlers = Pick<
  Handlers,
  | 'recordRecommendation'
  | 'listAssessmentRecommendations'
  | 'listRecommendations'
  | 'getBadge'
  | 'getRecommendation'
  | 'verifyRecommendation'
>;

/**
 * Handlers of the operations on recommendations.
 *
 * @param isEmbedded whether other sites may show charts and badges as pictures. They cannot read them that way; whoever knows the id
 *   or the subject could be shown them, so that it is the operator who opens this.
 */
export function recommendationHandlers(
  { recommendations, reports }: Services,
  addresses: Addresses,
  isEmbedded: boolean,
): RecommendationHandlers {
  return {
    async recordRecommendation({ scope, params, headers, body: { revision, ...wish } }) {
      const expected = namedRevision({ ifMatch: headers['If-Match'], revision, twin: '/revision' }) ?? 'any';
      const idempotencyKey = headers['Idempotency-Key'];
      const { value, replayed } = await recommendations.record(scope, params.id, { ...wish, expected, idempotencyKey });
      const where = {
        Location: addresses.of(`/v1/recommendations/${value.id}`),
        'Idempotent-Replayed': replayed ? 'true' : undefined,
      };
      return { status: 201, text: value.document, headers: { ...where, ...state(value) } };
    },

    async listAssessmentRecommendations({ scope, params, query: { limit, cursor } }) {
      const page = await recommendations.listOf(scope, params.id, { limit, ...(cursor !== undefined && { cursor }) });
      const Link = addresses.next(`/v1/assessments/${params.id}/recommendations`, { limit }, page.next);
      return { status: 200, text: pageText(page), headers: { Link } };
    },

    async listRecommendations({ scope, query: { limit, cursor, ...filter } }) {
      const page = await recommendations.list(scope, filter, { limit, ...(cursor !== undefined && { cursor }) });
      return {
        status: 200,
        text: pageText(page),
        headers: { Link: addresses.next('/v1/recommendations', { ...filter, limit }, page.next) },
      };
    },

    async getBadge({ scope, query }) {
      return shown({ text: await reports.badge(scope, query) }, isEmbedded);
    },

    async getRecommendation({ scope, params, format }) {
      if (format !== 'json')
        return page(await reports.record(scope, params.id, format), fileName(params.id, format), isEmbedded && format === 'svg');
      const recommendation = await recommendations.find(scope, params.id);
      return { status: 200, text: recommendation.document, headers: state(recommendation) };
    },

    async verifyRecommendation({ scope, params }) {
      return { status: 200, body: await recommendations.verify(scope, params.id) };
    },
  };
}

/** A recommendation never changes, so its id names its only state. */
function state({ id }: StoredRecommendation) {
  return { ETag: `"${id}"` };
}

/** A record as a file that people keep. */
function page(record: WrittenRecord, name: string, isForAll: boolean) {
  const { headers, ...reply } = shown(record, isForAll);
  return { ...reply, headers: { ...headers, 'Content-Disposition': `inline; filename="${name}"` } } as const;
}

/** Something to look at, in which nothing can run; its state is named by its own characters. */
function shown({ text, style }: WrittenRecord, isForAll: boolean) {
  const headers = {
    ETag: `"${sha256(text)}"`,
    'Content-Security-Policy': contentPolicy(style),
    'Cross-Origin-Resource-Policy': isForAll ? 'cross-origin' : undefined,
  };
  return { status: 200, text, headers } as const;
}

function fileName(id: string, format: RecordFormat): string {
  return `decision-record-${id}.${EXTENSIONS[format]}`;
}

const EXTENSIONS: Readonly<Record<RecordFormat, string>> = { markdown: 'md', html: 'html', svg: 'svg' };

/** A page made of the very characters that are stored. */
function pageText({ items, next }: PageOf<StoredRecommendation>): string {
  const more = next === undefined ? '' : `,"next":${JSON.stringify(next)}`;
  return `{"items":[${items.map(({ document }) => document).join(',')}]${more}}`;
}
