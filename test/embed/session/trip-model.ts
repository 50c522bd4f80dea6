import type { DecisionModel } from '../../../src/decision/model/document.ts';
import { modelOf, number, single, yesNo } from '../../decision/model-notation.ts';

/**
 * Train or plane: two quick questions and, in full, four more. Who goes far is asked about snow; the budget alone can
 * settle it, as nothing else weighs as much.
 */
export const TRIP: DecisionModel = modelOf({
  id: 'trip',
  alternatives: [
    { id: 'train', title: 'Train' },
    { id: 'plane', title: 'Plane' },
  ],
  criteria: [
    { id: 'cost', title: 'Cost', weight: 3, scale: 3 },
    { id: 'time', title: 'Time', weight: 1, scale: 3 },
  ],
  sections: [
    { id: 'you', title: 'You' },
    { id: 'way', title: 'The way' },
  ],
  questions: [
    { ...single('budget', 'small', 'large'), section: 'you', core: true, criteria: ['cost'] },
    { ...yesNo('far'), section: 'way', core: true, criteria: ['time'] },
    { ...yesNo('snow'), section: 'way', core: true, enabledWhen: { question: 'far', is: true } },
    { ...number('bags', 0, 9), section: 'you', criteria: ['time'] },
    { ...yesNo('sleeper'), section: 'way', enabledWhen: { question: 'snow', is: true } },
    { ...single('past', 'then'), retired: true },
  ],
  rules: [
    { id: 'cheap', criterion: 'cost', when: { question: 'budget', is: 'small' }, points: { train: 3, plane: -3 }, because: 'b' },
    { id: 'dear', criterion: 'cost', when: { question: 'budget', is: 'large' }, points: { plane: 1 }, because: 'b' },
    { id: 'fast', criterion: 'time', when: { question: 'far', is: true }, points: { plane: 3 }, because: 'b' },
    { id: 'laden', criterion: 'time', when: { question: 'bags', atLeast: 4 }, points: { train: 1 }, because: 'b' },
  ],
});
