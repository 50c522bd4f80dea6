import { describe, expect, it } from '@jest/globals';
import type { Evaluation } from '../../../../../src/decision/evaluation/evaluation.ts';
import type { SessionState, WireAnswers } from '../../../../../src/embed/session/session-state.ts';
import { openQuestionsOf } from '../../../../../src/embed/view/result/reckoning/open-questions.ts';
import { asked, evaluationOf } from '../archetypes.ts';

const evaluation: Evaluation = evaluationOf({ targets: ['kubernetes'] });

function said(answers: WireAnswers): Pick<SessionState, 'pages' | 'answers'> {
  return { answers, pages: [{ place: 1, of: 1, questions: asked.questions }] };
}

describe('the open questions', () => {
  it('are those without an answer, with an unknown one and with several possible ones', () => {
    const answers = {
      targets: ['kubernetes'],
      'drift-pain': null,
      'truth-today': { anyOf: ['git-partly'] },
      'git-skill': { notApplicable: 'none' },
    };
    const open = openQuestionsOf(said(answers), evaluation).map(({ id }) => id);
    expect(open).toEqual(expect.arrayContaining(['drift-pain', 'truth-today', 'runtime-count']));
    expect(open).not.toEqual(expect.arrayContaining(['targets']));
    expect(open).not.toEqual(expect.arrayContaining(['git-skill']));
  });

  it('begin with one whose answer alone would turn the result', () => {
    const counterfactuals = [{ target: 'cicd', sets: [{ changes: [{ question: 'git-skill', to: 1 }], score: 60 }] }];
    expect(openQuestionsOf(said({}), { ...evaluation, counterfactuals })[0]?.id).toBe('git-skill');
  });

  it('go on with those behind a gate that may still fire', () => {
    const [gate] = (evaluation.gates ?? []).map((one) => ({ ...one, state: 'possible', questions: ['git-skill'] }) as const);
    expect(gate).toBeDefined();
    const undecided = { ...evaluation, counterfactuals: [], gates: gate === undefined ? [] : [gate] };
    expect(openQuestionsOf(said({}), undecided)[0]?.id).toBe('git-skill');
  });

  it('are none once all is decided', () => {
    const decided = { ...evaluation, outcome: { ...evaluation.outcome, decided: true } };
    expect(openQuestionsOf(said({}), decided)).toEqual([]);
  });
});
