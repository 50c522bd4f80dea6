import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createEnabling } from '../../../src/decision/answers/enabling.ts';
import { questionnaire } from '../../../src/decision/answers/questionnaire.ts';
import { readAnswers } from '../../../src/decision/answers/read-answers.ts';
import { standingOf } from '../../../src/decision/answers/standing.ts';
import { compile } from '../../../src/decision/compile/compile.ts';
import { FALSE, POSSIBLE, TRUE } from '../../../src/decision/compile/conditions/truth.ts';
import { answersById } from '../answers-by-id.ts';
import { arbitraryCase } from '../arbitrary-answers.ts';
import { yes, yesNo } from '../model-notation.ts';

describe('what a questionnaire says about which questions are asked', () => {
  it('is what the model says', () => {
    fc.assert(
      fc.property(arbitraryCase(), ({ model: document, answers: raw }) => {
        const model = compile(document);
        const { answers } = readAnswers(model, raw);
        const { enabled } = standingOf(model, answers);
        const enabling = createEnabling(questionnaire(model, 'full').questions)(answersById(model, answers));
        const asked = model.questions.filter(({ retired }) => !retired).map(({ question }) => question.id);
        const byModel = asked.map((id) => [id, enabled[model.questionIndex.get(id) ?? -1]]);
        expect(asked.map((id) => [id, enabling(id)])).toEqual(byModel);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['all', { all: [yes('p'), yes('q')] }, [FALSE, FALSE, POSSIBLE, TRUE]],
    ['any', { any: [yes('p'), yes('q')] }, [FALSE, TRUE, TRUE, TRUE]],
    ['not', { not: { any: [yes('p'), yes('q')] } }, [TRUE, FALSE, FALSE, FALSE]],
  ])('asks by "%s" as it is meant', (_, enabledWhen, expected) => {
    const enabling = createEnabling([yesNo('p'), yesNo('q'), { ...yesNo('detail'), enabledWhen }]);
    const answers = [{ p: false, q: false }, { p: true, q: false }, { p: true }, { p: true, q: true }].map(
      (given) => new Map(Object.entries(given).map(([id, value]) => [id, { kind: 'value', value } as const])),
    );
    expect(answers.map((given) => enabling(given)('detail'))).toEqual(expected);
  });

  it('stays open where it hangs on a question that is not asked any more', () => {
    const enabling = createEnabling([{ ...yesNo('detail'), enabledWhen: yes('gone') }]);
    expect(enabling(new Map([['gone', { kind: 'value', value: true }]]))('detail')).toBe(POSSIBLE);
  });

  it('refuses facts, which questionnaires write out', () => {
    const enabling = createEnabling([{ ...yesNo('detail'), enabledWhen: { fact: 'on-kubernetes' } }]);
    expect(() => enabling(new Map())('detail')).toThrow(RangeError);
  });
});
