import { modelDirectory } from '../models/model-directory.ts';

const alternatives = [
  { id: 'lake', title: 'Lake' },
  { id: 'museum', title: 'Museum' },
];

function rule(id: string, criterion: string, when: object) {
  return { id, criterion, when, points: { lake: 1 }, because: 'It is nicer outside then.' };
}

function choices(...ids: readonly string[]) {
  return ids.map((id) => ({ id, text: id, neutral: true }));
}

const company = { id: 'company', type: 'multiple', text: 'Who comes along?', criteria: ['fun'] };
const warmth = { id: 'warmth', type: 'scale', text: 'How warm is it?', criteria: ['fun'], min: 1 };
const hours = { id: 'hours', type: 'integer', text: 'How many hours are there?', criteria: ['fun'], min: 0 };
const sunny = { id: 'sunny', type: 'boolean', text: 'Does the sun shine?', criteria: ['fun'] };

/** Where to go on a free day, as it was asked at first. */
const FIRST = {
  id: 'outing',
  version: '1.0.0',
  title: 'Where to go?',
  alternatives,
  criteria: [
    { id: 'fun', title: 'Fun', weight: 1, scale: 3 },
    { id: 'cost', title: 'Cost', weight: 1, scale: 3 },
  ],
  questions: [
    sunny,
    { ...company, choices: choices('friends', 'dog', 'parents') },
    { ...warmth, max: 5 },
    { ...hours, max: 12 },
    { id: 'day', type: 'single', text: 'Which day is it?', criteria: ['fun'], choices: choices('saturday', 'sunday') },
    { id: 'music', type: 'boolean', text: 'Is there music?', criteria: ['fun'] },
    { id: 'noise', type: 'scale', text: 'How loud may it be?', criteria: ['fun'], min: 1, max: 5 },
    { id: 'fare', type: 'integer', text: 'What is the fare?', criteria: ['cost'], min: 0, max: 50 },
  ],
  rules: [
    rule('sun', 'fun', { question: 'sunny', is: true }),
    rule('warm', 'fun', { question: 'warmth', atLeast: 3 }),
    rule('long', 'fun', { question: 'hours', atLeast: 4 }),
    rule('music', 'fun', { question: 'music', is: true }),
    rule('noise', 'fun', { question: 'noise', atLeast: 3 }),
    rule('fare', 'cost', { question: 'fare', atMost: 10 }),
  ],
};

/**
 * The same, asked otherwise: the dog cannot come, warmth has ten steps, noise is counted, several days may do, there may
 * be more hours, nobody asks for music, and neither fare nor cost are there any more.
 */
const SECOND = {
  ...FIRST,
  version: '1.1.0',
  criteria: [
    { id: 'fun', title: 'Fun', weight: 1, scale: 3 },
    { id: 'rest', title: 'Rest', weight: 1, scale: 3 },
  ],
  questions: [
    sunny,
    { ...company, choices: choices('friends', 'parents', 'children') },
    { ...warmth, max: 10 },
    { ...hours, max: 24 },
    { id: 'day', type: 'multiple', text: 'Which days would do?', criteria: ['fun'], choices: choices('saturday', 'sunday') },
    { id: 'music', type: 'boolean', text: 'Is there music?', retired: true },
    { id: 'noise', type: 'integer', text: 'How loud may it be?', criteria: ['fun'], min: 0, max: 100 },
  ],
  rules: [
    rule('sun', 'fun', { question: 'sunny', is: true }),
    rule('warm', 'fun', { question: 'warmth', atLeast: 6 }),
    rule('long', 'rest', { question: 'hours', atLeast: 4 }),
    rule('noise', 'fun', { question: 'noise', atLeast: 40 }),
  ],
};

/** The versions of the model, by the name of their file. */
const FILES = { '1.0.0': FIRST, '1.1.0': SECOND };

/** A directory with some versions of a model that has moved on. */
export function outingModels(...versions: readonly (keyof typeof FILES)[]): string {
  return modelDirectory(Object.fromEntries(versions.map((version) => [`outing-${version}.json`, FILES[version]])));
}
