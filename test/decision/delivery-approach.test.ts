import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkModel } from '../../src/decision/check/check-model.ts';
import { compile } from '../../src/decision/compile/compile.ts';
import type { Question } from '../../src/decision/model/question.ts';
import { evaluatedBy } from './evaluated.ts';
import { modelFile } from './model-file.ts';
import type { RawAnswers } from './reference-condition.ts';

const first = modelFile('src/models/delivery-approach/1.0.0.yaml');
const document = modelFile('src/models/delivery-approach/1.1.0.yaml');
const model = compile(document);
const firstModel = compile(first);

interface Archetype {
  readonly name: string;
  readonly answers: RawAnswers;
  readonly winner: string;
}

const archetypes: readonly Archetype[] = readFileSync(new URL('../fixtures/archetypes.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

describe('the delivery approach model', () => {
  it('has nothing that a check finds fault with', () => {
    expect(checkModel(document)).toEqual([]);
  });

  it('breaks ties in favour of the plainer approach', () => {
    expect(document.alternatives.map(({ id }) => id)).toEqual(['cicd', 'gitops', 'hybrid']);
  });

  it('offers a hybrid along five seams, and none without a seam', () => {
    const hybrid = document.alternatives.find(({ id }) => id === 'hybrid');
    expect(hybrid?.needsVariant).toBe(true);
    expect(hybrid?.variants?.map(({ id }) => id)).toEqual(['by-stage', 'by-target', 'by-layer', 'by-state', 'by-time']);
  });

  it('shows every criterion of the article by name', () => {
    const { criteria = [] } = evaluatedBy(model, {}, { explain: 'summary' });
    expect(criteria.slice(0, 7).map(({ id, title }) => [id, title])).toEqual([
      ['source-of-truth', 'Source of truth'],
      ['change-flow', 'Pull-request-driven change'],
      ['automation', 'Automation'],
      ['configuration-management', 'Configuration management and drift'],
      ['rollback', 'Rollback and incident repair'],
      ['delivery-goals', 'Timely, reliable, repeatable delivery'],
      ['approach-fit', 'Direction and stated preference'],
    ]);
    expect(criteria.slice(7).map(({ id }) => id)).toEqual(
      'target-platform scale-topology access-security compliance promotion stateful-change team-capability existing-investment'.split(
        ' ',
      ),
    );
  });

  it('keeps the ids of its questions and choices in every version', () => {
    expect(first.questions.map(({ id }) => id)).toEqual(QUESTIONS);
    expect(document.questions.map(({ id }) => id)).toEqual(expect.arrayContaining(QUESTIONS));
    const choices = new Set(document.questions.flatMap(choiceNames));
    expect(first.questions.flatMap(choiceNames).filter((name) => !choices.has(name))).toEqual([]);
  });

  it('asks no more what tells nothing', () => {
    expect(document.questions.filter(({ retired }) => retired).map(({ id }) => id)).toEqual(RETIRED);
  });

  it('has at least thirty examples of its own', () => {
    expect(document.examples?.length).toBeGreaterThanOrEqual(30);
  });

  it('asks twelve questions in a hurry', () => {
    expect(document.questions.filter(({ core }) => core === true)).toHaveLength(12);
  });

  it('gives a reason for every rule and every gate, and a source for every rule', () => {
    expect([...document.rules, ...(document.gates ?? [])].filter(({ because }) => because.trim() === '')).toEqual([]);
    expect(document.rules.filter(({ sources = [] }) => sources.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it.each(archetypes)('advises "$name" to choose $winner, in every version', ({ answers, winner }) => {
    expect(evaluatedBy(model, answers, { explain: 'none' }).outcome.recommended).toBe(winner);
    expect(evaluatedBy(firstModel, answers, { explain: 'none' }).outcome.recommended).toBe(winner);
  });
});

function choiceNames(question: Question): readonly string[] {
  return 'choices' in question ? question.choices.map((choice) => `${question.id}: ${choice.id}`) : [];
}

const RETIRED = ['release-frequency', 'time-to-value', 'direction'];

const QUESTIONS =
  `targets kubernetes-share runtime-count reachability deployables deploying-teams truth-today truth-record change-route
  review-fit other-actors after-merge release-steps build-maturity release-coupling environment-count rollout-style release-frequency
  rebuild-need config-style drift-pain hand-edit-policy repo-layout undo-target data-changes data-change-owner incident-fix
  ci-credentials secret-handling assurance-level approvers prove-running-state kubernetes-skill git-skill platform-capacity
  pipeline-health time-to-value direction stated-preference`.split(/\s+/);
