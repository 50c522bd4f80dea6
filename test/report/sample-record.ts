import type { DecisionModel } from '../../src/decision/model/document.ts';
import type { RecordedRecommendation } from '../../src/report/recorded-recommendation.ts';
import { evaluated } from '../decision/evaluated.ts';

/** Writes every text of a sample; the place says which it is. */
export type Writing = (place: string) => string;

/** The texts themselves say where they stand. */
export const plainly: Writing = (place) => `The ${place}`;

/** A model in which everything that a record can show is there: gates, prerequisites, plans, risks, contradictions, sources. */
export function sampleModel(text: Writing = plainly): DecisionModel {
  const yes = { question: 'dry', is: true } as const;
  return {
    id: 'lunch',
    version: '1.0.0',
    title: text('question to decide'),
    alternatives: [
      { id: 'canteen', title: text('canteen'), description: text('description of the canteen') },
      {
        id: 'park',
        title: text('park'),
        needsVariant: true,
        variants: [
          { id: 'bench', title: text('bench'), summary: text('summary of the bench') },
          { id: 'lawn', title: text('lawn') },
        ],
      },
      { id: 'roof', title: text('roof') },
    ],
    criteria: [
      { id: 'weather', title: text('weather'), weight: 4, scale: 5 },
      { id: 'price', title: text('price'), weight: 1, scale: 5 },
    ],
    sections: [{ id: 'outside', title: text('section') }],
    questions: [
      { id: 'dry', section: 'outside', type: 'boolean', text: text('dry question'), criteria: ['weather'] },
      {
        id: 'food',
        section: 'outside',
        type: 'multiple',
        text: text('food question'),
        choices: [choice('soup'), choice('cake')],
      },
      {
        id: 'hunger',
        type: 'scale',
        text: text('hunger question'),
        min: 1,
        max: 5,
        minText: text('least'),
        maxText: text('most'),
      },
      {
        id: 'purse',
        type: 'single',
        text: text('purse question'),
        criteria: ['price'],
        choices: [choice('full'), choice('empty')],
      },
    ],
    rules: [
      {
        id: 'sun',
        criterion: 'weather',
        when: yes,
        points: { park: 3 },
        opens: 'bench',
        because: text('reason of the sun'),
        sources: ['sky'],
        grade: 'B',
      },
      { id: 'grass', criterion: 'weather', when: yes, points: { park: 1 }, opens: 'lawn', because: text('reason of the grass') },
      {
        id: 'crumbs',
        criterion: 'price',
        when: yes,
        points: { park: -1, canteen: 2 },
        because: text('reason of the crumbs'),
        sources: ['books', 'sky'],
      },
      {
        id: 'cheap',
        criterion: 'price',
        when: { question: 'purse', is: 'empty' },
        points: { canteen: 2 },
        because: text('reason of the purse'),
      },
      { id: 'wet', criterion: 'weather', when: { not: yes }, points: { canteen: 3 }, because: text('reason of the rain') },
    ],
    gates: [{ id: 'locked', alternative: 'roof', effect: 'excluded', when: yes, because: text('gate'), sources: ['books'] }],
    prerequisites: [
      {
        id: 'blanket',
        for: ['park'],
        when: yes,
        blocking: true,
        title: text('prerequisite'),
        text: text('what to prepare'),
        because: text('why to prepare'),
        sources: ['sky'],
      },
    ],
    contradictions: [{ id: 'odd', when: { question: 'hunger', atMost: 1 }, note: text('contradiction') }],
    plans: [{ for: 'park', title: text('step'), text: text('how to step'), sources: ['books'] }],
    risks: [{ for: 'park', when: yes, risk: text('risk'), mitigation: text('mitigation'), sources: ['sky'] }],
    sources: { sky: { title: text('sky'), url: 'https://sky.example/a?b=1&lt;=2' }, books: { title: text('books') } },
  };

  function choice(id: string) {
    return { id, text: text(`${id} choice`) };
  }
}

const ANSWERS = { dry: true, food: ['soup', 'cake'], hunger: 1, purse: null };

/** A record made with the sample model, or with another. */
export function sampleRecord({
  text = plainly,
  model = sampleModel(text),
  answers = ANSWERS as Readonly<Record<string, unknown>>,
  weights = {} as Readonly<Record<string, number>>,
} = {}): RecordedRecommendation {
  return {
    id: '01900000-0000-7000-8000-000000000001',
    assessmentId: '01900000-0000-7000-8000-000000000002',
    subject: { ref: text('ref'), name: text('name'), tags: [text('tag'), text('other tag')] },
    createdAt: '2026-01-02T03:04:05.000Z',
    answers,
    weights,
    evaluation: evaluated(model, answers, { weights }),
  };
}
