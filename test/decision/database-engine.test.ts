import { describe, expect, it } from '@jest/globals';
import { checkModel } from '../../src/decision/check/check-model.ts';
import { compile } from '../../src/decision/compile/compile.ts';
import { evaluatedBy } from './evaluated.ts';
import { modelFile } from './model-file.ts';

const document = modelFile('test/fixtures/models/database-engine/1.0.0.yaml');

describe('a model that has nothing to do with delivery', () => {
  it('passes the check', () => {
    expect(checkModel(document)).toEqual([]);
  });

  it('has four alternatives, each of which wins in one of its examples', () => {
    const model = compile(document);
    const winners = (document.examples ?? []).map(
      ({ answers, weights = {} }) => evaluatedBy(model, answers, { weights, explain: 'none' }).outcome.recommended,
    );
    expect(document.alternatives).toHaveLength(4);
    expect(winners).toEqual(expect.arrayContaining(document.alternatives.map(({ id }) => id)));
  });
});
