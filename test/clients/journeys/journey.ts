import { strict as assert } from 'node:assert';

/** What every client has to be able to do, in the words of the specification; an adapter has no knowledge of HTTP. */
export interface Advisor {
  /** Ids of the questions that a model asks, without the answers schema. */
  getQuestionnaire(model: string): Promise<readonly string[]>;
  /** The alternative that is recommended. */
  evaluateAnswers(model: string, answers: Answers): Promise<string | undefined>;
  createAssessment(wish: { readonly ref: string; readonly answers: Answers }): Promise<State>;
  /** The new state, or the problem of a change that came too late. */
  changeAssessment(state: State, answers: Answers): Promise<State | Stale>;
  recordRecommendation(assessment: string): Promise<Recorded>;
  /** The decision record in Markdown. */
  getDecisionRecord(recommendation: string): Promise<string>;
  verifyRecommendation(recommendation: string): Promise<boolean>;
}

export type Answers = Readonly<Record<string, unknown>>;

export interface State {
  readonly id: string;
  readonly revision: number;
}

/** Somebody else was faster. */
export interface Stale {
  readonly status: number;
  readonly code: string;
  readonly currentRevision: number | undefined;
}

export interface Recorded {
  readonly id: string;
  readonly recommended: string | undefined;
  /** A number of a map of a list, deep inside, to see that it comes through. */
  readonly contribution: number | undefined;
}

/** From the first question to a record that holds: what a portal does for one team. Rejects where anything is amiss. */
export async function journey(advisor: Advisor): Promise<void> {
  const model = 'delivery-approach';
  const answers = { targets: ['kubernetes'], 'runtime-count': 12, 'drift-pain': 4, 'undo-target': null };
  const questions = await advisor.getQuestionnaire(model);
  assert.deepEqual(
    Object.keys(answers).filter((question) => !questions.includes(question)),
    [],
  );
  const recommended = await advisor.evaluateAnswers(model, answers);
  assert.equal(typeof recommended, 'string');

  const created = await advisor.createAssessment({ ref: 'component:default/payments', answers });
  assert.equal(created.revision, 1);
  const changed = await advisor.changeAssessment(created, { 'drift-pain': 5 });
  assert.ok('id' in changed && changed.revision === 2);
  const stale = await advisor.changeAssessment(created, { 'runtime-count': 30 });
  assert.deepEqual(stale, { status: 412, code: 'revision-stale', currentRevision: 2 });
  const retried = await advisor.changeAssessment({ ...created, revision: stale.currentRevision ?? 0 }, { 'runtime-count': 30 });
  assert.ok('id' in retried && retried.revision === 3);

  const recorded = await advisor.recordRecommendation(created.id);
  assert.equal(recorded.recommended, 'gitops');
  assert.equal(typeof recorded.contribution, 'number');
  assert.match(await advisor.getDecisionRecord(recorded.id), /^---\n[\s\S]*\n# /);
  assert.equal(await advisor.verifyRecommendation(recorded.id), true);
}

/** Carries the journey out with the client of this process, at the address in `ADVISOR_URL`. */
export function run(advisorAt: (url: string) => Advisor): void {
  const url = process.env['ADVISOR_URL'] ?? '';
  journey(advisorAt(url)).catch((error: unknown) => {
    process.stderr.write(`${String(error instanceof Error ? error.stack : JSON.stringify(error))}\n`);
    process.exitCode = 1;
  });
}
