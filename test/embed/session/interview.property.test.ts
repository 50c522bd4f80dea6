import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { questionnaire } from '../../../src/decision/answers/questionnaire.ts';
import { readAnswers } from '../../../src/decision/answers/read-answers.ts';
import { isEnabled, standingOf } from '../../../src/decision/answers/standing.ts';
import { compile } from '../../../src/decision/compile/compile.ts';
import { FALSE, POSSIBLE, TRUE } from '../../../src/decision/compile/conditions/truth.ts';
import { questionsRead } from '../../../src/decision/model/condition.ts';
import type { DecisionModel } from '../../../src/decision/model/document.ts';
import { createInterview, type Interview } from '../../../src/embed/session/interview/interview.ts';
import { progressOf } from '../../../src/embed/session/interview/progress.ts';
import type { WireAnswers } from '../../../src/embed/session/session-state.ts';
import { arbitraryCase } from '../../decision/arbitrary-answers.ts';
import { arbitraryModel } from '../../decision/arbitrary-model.ts';
import { evaluatedBy } from '../../decision/evaluated.ts';

/** An interview from a questionnaire that came as JSON. */
function interviewOf(model: DecisionModel): Interview {
  return createInterview(JSON.parse(JSON.stringify(questionnaire(compile(model), 'full'))));
}

/** Answers of the generator are valid and so of the form that the API takes. */
function wire(answers: Readonly<Record<string, unknown>>): WireAnswers {
  return answers as WireAnswers;
}

describe('an interview', () => {
  it('asks the very questions that the service takes for enabled', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ model, answers }) => {
        const compiled = compile(model);
        const standing = standingOf(compiled, readAnswers(compiled, answers).answers);
        const interview = interviewOf(model);
        const enabled = interview.enabling(wire(answers));
        for (const { id } of interview.questionnaire.questions) {
          expect([id, enabled(id) === TRUE]).toEqual([id, isEnabled(standing, compiled.questionIndex.get(id) ?? -1)]);
        }
      }),
    );
  });

  it('asks nothing whose answer the service would ignore', () => {
    fc.assert(
      fc.property(arbitraryCase({ rules: 3 }), ({ model, answers }) => {
        const { ignored = [] } = evaluatedBy(compile(model), answers, { explain: 'summary' });
        const interview = interviewOf(model);
        const enabled = interview.enabling(wire(answers));
        expect(ignored.filter(({ question }) => enabled(question) === TRUE)).toEqual([]);
      }),
    );
  });

  it('knows of every question whether it is asked, whatever is said', () => {
    const value = fc.oneof(fc.boolean(), fc.integer(), fc.string(), fc.array(fc.string()));
    const any = fc.oneof(
      value,
      fc.constant(null),
      fc.record({ notApplicable: fc.string() }),
      fc.record({ anyOf: fc.array(value) }),
    );
    fc.assert(
      fc.property(
        arbitraryModel().chain((model) => {
          const ids = (model.questions ?? []).map(({ id }) => id);
          return fc.record({ model: fc.constant(model), said: fc.dictionary(fc.constantFrom(...ids, 'other'), any) });
        }),
        ({ model, said }) => {
          const interview = interviewOf(model);
          const enabled = interview.enabling(said);
          for (const { id } of interview.questionnaire.questions) expect([FALSE, POSSIBLE, TRUE]).toContain(enabled(id));
          expect(enabled('other')).toBe(FALSE);
        },
      ),
    );
  });

  it('knows which other questions a question depends on', () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        const interview = interviewOf(model);
        for (const { id, enabledWhen } of interview.questionnaire.questions) {
          const read = enabledWhen === undefined ? [] : questionsRead(enabledWhen, new Map());
          expect(new Set(interview.reads(id))).toEqual(new Set(read));
        }
      }),
    );
  });
});

describe('progress', () => {
  it('is one exactly when nothing that is asked is untouched, and begins at zero', () => {
    fc.assert(
      fc.property(arbitraryCase(), fc.constantFrom('core' as const, 'full' as const), ({ model, answers }, depth) => {
        const interview = interviewOf(model);
        const { share, untouched } = progressOf(interview, depth, wire(answers));
        expect(share === 1).toBe(untouched === 0);
        expect(share).toBeGreaterThanOrEqual(0);
        const start = progressOf(interview, depth, {});
        expect(start.share).toBe(start.untouched === 0 ? 1 : 0);
      }),
    );
  });

  it('does not fall when one answers a question that is asked', () => {
    fc.assert(
      fc.property(arbitraryCase(), fc.constantFrom('core' as const, 'full' as const), ({ model, answers }, depth) => {
        const interview = interviewOf(model);
        let said: WireAnswers = {};
        for (const [id, answer] of Object.entries(wire(answers))) {
          if (interview.enabling(said)(id) !== TRUE) continue;
          const before = progressOf(interview, depth, said).share;
          said = { ...said, [id]: answer };
          const isInDepth = depth === 'full' || interview.questionnaire.questions.some((one) => one.id === id && one.core);
          if (isInDepth) expect(progressOf(interview, depth, said).share).toBeGreaterThanOrEqual(before);
        }
      }),
    );
  });
});
