import type { AdvisorEvents } from './events.ts';
import type { SessionState } from './session/session-state.ts';

/** One thing to tell the page. */
export type Announcement = {
  [Name in keyof AdvisorEvents]: { readonly name: Name; readonly detail: AdvisorEvents[Name] };
}[keyof AdvisorEvents];

/** What has happened between two states of the conversation, in the order in which a page wants to hear of it. */
export function* announcements(before: SessionState, after: SessionState): Generator<Announcement> {
  yield* readiness(before, after);
  yield* answers(before, after);
  yield* progress(before, after);
  yield* storage(before, after);
  yield* results(before, after);
  if (after.failure !== undefined && after.failure !== before.failure) yield { name: 'error', detail: after.failure };
}

function* readiness(before: SessionState, { questionnaire }: SessionState): Generator<Announcement> {
  if (questionnaire === undefined || questionnaire === before.questionnaire) return;
  const { model, version, questions } = questionnaire;
  yield { name: 'ready', detail: { model, version, questions: questions.length } };
}

/** Not those that came with loading or from somebody else: these are no answers of the person at this page. */
function* answers(before: SessionState, after: SessionState): Generator<Announcement> {
  if (before.stage === 'loading' || after.arrived !== before.arrived || before.answers === after.answers) return;
  for (const question of Object.keys({ ...before.answers, ...after.answers })) {
    const answer = after.answers[question];
    if (answer === before.answers[question]) continue;
    yield { name: 'answer', detail: { question, answer } };
  }
}

function* progress(before: SessionState, { progress, depth }: SessionState): Generator<Announcement> {
  if (progress !== before.progress || depth !== before.depth) yield { name: 'progress', detail: { progress, depth } };
}

function* storage(before: SessionState, { saving, assessment }: SessionState): Generator<Announcement> {
  const isNews = before.saving !== 'saved' || before.assessment?.revision !== assessment?.revision;
  if (saving !== 'saved' || assessment === undefined || !isNews) return;
  const { id, revision, token } = assessment;
  yield { name: 'saved', detail: { assessment: id, revision, token } };
}

function* results(before: SessionState, after: SessionState): Generator<Announcement> {
  const { evaluation, recorded, assessment, stage } = after;
  if (evaluation === undefined) return;
  const { recommended, decided = false, idle = 0 } = evaluation.outcome;
  if (decided && before.evaluation?.outcome.decided !== true) yield { name: 'decided', detail: { recommended, idle } };
  const isShown = stage === 'result' && !after.evaluating && evaluation.rationale !== undefined;
  const isNew =
    before.stage !== 'result' || before.evaluation !== evaluation || before.evaluating || before.recorded !== recorded;
  if (!isShown || !isNew) return;
  yield { name: 'recommendation', detail: { evaluation, assessment: assessment?.id, recommendation: recorded?.id } };
}
