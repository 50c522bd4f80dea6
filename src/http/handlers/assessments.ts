import type { Handlers } from '../../contract/exchange.ts';
import type { Assessment } from '../../services/store.ts';
import type { Addresses } from '../addresses.ts';
import { requiredRevision } from '../input/precondition.ts';
import type { Services } from '../services.ts';

type AssessmentHandlers = Pick<
  Handlers,
  | 'createAssessment'
  | 'listAssessments'
  | 'getAssessment'
  | 'changeAssessment'
  | 'findAssessmentNextQuestions'
  | 'deleteAssessment'
>;

/** Handlers of the operations on assessments. */
export function assessmentHandlers(
  { assessments, carryOvers, assessmentTokens, reports }: Services,
  addresses: Addresses,
): AssessmentHandlers {
  return {
    async createAssessment({ caller, scope, body: request, headers }) {
      const key = headers['Idempotency-Key'];
      const creation = 'from' in request ? carryOvers.create(caller, request, key) : assessments.create(scope, request, key);
      const { value, replayed } = await creation;
      const token = await assessmentTokens.tokenFor(caller, value);
      const where = {
        Location: addresses.of(`/v1/assessments/${value.id}`),
        'Idempotent-Replayed': replayed ? 'true' : undefined,
      };
      const { carriedOver } = value;
      const body = { ...resource(value), ...(carriedOver && { carriedOver }), ...(token !== undefined && { token }) };
      return { status: 201, body, headers: { ...where, ...state(value) } };
    },

    async listAssessments({ scope, query: { limit, cursor, format: named, ...filter }, format }) {
      const page = { limit, ...(cursor !== undefined && { cursor }) };
      const { items, next } = await assessments.list(scope, filter, page);
      const again = { ...filter, ...(named !== undefined && { format: named }), limit };
      const Link = addresses.next('/v1/assessments', again, next);
      if (format === 'csv') return { status: 200, text: reports.table(items), headers: { Link, ...DOWNLOAD } };
      return { status: 200, body: { items: items.map(resource), ...(next !== undefined && { next }) }, headers: { Link } };
    },

    async getAssessment({ scope, params }) {
      const assessment = await assessments.find(scope, params.id);
      return { status: 200, body: resource(assessment), headers: state(assessment) };
    },

    async changeAssessment({ scope, params, headers, body: { revision, ...change } }) {
      const expected = requiredRevision({ ifMatch: headers['If-Match'], revision, twin: '/revision' });
      const assessment = await assessments.change(scope, params.id, change, expected);
      return { status: 200, body: resource(assessment), headers: state(assessment) };
    },

    async findAssessmentNextQuestions({ scope, params, body }) {
      return { status: 200, body: await assessments.next(scope, params.id, body) };
    },

    async deleteAssessment({ scope, params, headers, query: { revision } }) {
      const expected = requiredRevision({ ifMatch: headers['If-Match'], revision, twin: '/query/revision' });
      await assessments.remove(scope, params.id, expected);
      return { status: 204 };
    },
  };
}

/** Spreadsheets are opened from a file. */
const DOWNLOAD = { 'Content-Disposition': 'attachment; filename="assessments.csv"' };

function state({ revision }: Assessment) {
  return { ETag: `"${revision}"` };
}

/** An assessment as it is sent: times as text, and nothing that is told at its creation only. */
function resource({ latestRecommendation: latest, carriedOver: _, ...assessment }: Assessment) {
  return {
    ...assessment,
    createdAt: assessment.createdAt.toISOString(),
    updatedAt: assessment.updatedAt.toISOString(),
    ...(latest !== undefined && { latestRecommendation: { ...latest, createdAt: latest.createdAt.toISOString() } }),
  };
}
