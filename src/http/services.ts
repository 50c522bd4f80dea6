import type { Assessments } from '../services/assessments/assessments.ts';
import type { CarryOvers } from '../services/assessments/carry-overs.ts';
import type { Audit } from '../services/audit/audit.ts';
import type { ApiKeys } from '../services/identity/api-keys.ts';
import type { AssessmentTokens } from '../services/identity/assessment-tokens.ts';
import type { Evaluations } from '../services/models/evaluations.ts';
import type { Models } from '../services/models/models.ts';
import type { Readiness } from '../services/readiness.ts';
import type { Recommendations } from '../services/recommendations/recommendations.ts';
import type { Reports } from '../services/reports/reports.ts';
import type { Deliveries } from '../services/webhooks/deliveries.ts';
import type { Webhooks } from '../services/webhooks/webhooks.ts';

/** Every use case that HTTP makes available. */
export interface Services {
  readonly models: Models;
  readonly evaluations: Evaluations;
  readonly assessments: Assessments;
  readonly carryOvers: CarryOvers;
  readonly recommendations: Recommendations;
  readonly apiKeys: ApiKeys;
  readonly assessmentTokens: Pick<AssessmentTokens, 'tokenFor'>;
  readonly reports: Reports;
  readonly audit: Audit;
  readonly webhooks: Webhooks;
  readonly deliveries: Deliveries;
  readonly readiness: Readiness;
}
