import { cell } from './cell.ts';

/** An assessment as far as the table shows it. */
export interface TabledAssessment {
  readonly id: string;
  readonly subject: { readonly ref: string; readonly name: string; readonly tags: readonly string[] };
  readonly model: string;
  readonly version: string;
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly latestRecommendation?: {
    readonly id: string;
    readonly recommended?: string;
    readonly verdict: string;
    readonly createdAt: Date;
  };
  readonly answers: Readonly<Record<string, unknown>>;
  readonly weights: Readonly<Record<string, number>>;
}

/** The columns, named after the places in the JSON of an assessment; what has parts is in JSON. */
const COLUMNS: Readonly<Record<string, (assessment: TabledAssessment) => string | number | undefined>> = {
  id: ({ id }) => id,
  'subject.ref': ({ subject }) => subject.ref,
  'subject.name': ({ subject }) => subject.name,
  'subject.tags': ({ subject }) => JSON.stringify(subject.tags),
  model: ({ model }) => model,
  version: ({ version }) => version,
  revision: ({ revision }) => revision,
  createdAt: ({ createdAt }) => createdAt.toISOString(),
  updatedAt: ({ updatedAt }) => updatedAt.toISOString(),
  'latestRecommendation.id': ({ latestRecommendation: latest }) => latest?.id,
  'latestRecommendation.recommended': ({ latestRecommendation: latest }) => latest?.recommended,
  'latestRecommendation.verdict': ({ latestRecommendation: latest }) => latest?.verdict,
  'latestRecommendation.createdAt': ({ latestRecommendation: latest }) => latest?.createdAt.toISOString(),
  answers: ({ answers }) => JSON.stringify(answers),
  weights: ({ weights }) => JSON.stringify(weights),
};

/** Assessments as CSV (RFC 4180) with a line of names first. */
export function assessmentTable(assessments: readonly TabledAssessment[]): string {
  const columns = Object.values(COLUMNS);
  const rows = assessments.map((assessment) => columns.map((value) => cell(value(assessment) ?? '')));
  return [Object.keys(COLUMNS), ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}
