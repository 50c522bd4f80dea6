/** A small valid model document as plain data, a fresh copy at every call. */
export function sampleDocument(): Record<string, unknown> {
  return structuredClone(SAMPLE);
}

const SAMPLE: Record<string, unknown> = {
  id: 'commute',
  version: '1.0.0',
  title: 'How to get to work?',
  tieMargin: 2,
  clearAcceptability: 0.8,
  alternatives: [
    { id: 'bicycle', title: 'Bicycle', description: 'Under your own power.' },
    {
      id: 'train',
      title: 'Train',
      needsVariant: true,
      variants: [{ id: 'season-ticket', title: 'Season ticket', summary: 'Paid by the year.', rightWhen: 'Often.' }],
    },
  ],
  criteria: [
    { id: 'time', title: 'Time', weight: 2, scale: 6, about: 'Door to door.' },
    { id: 'weather', title: 'Weather', weight: 1, scale: 6 },
  ],
  sections: [{ id: 'way', title: 'The way', intro: 'About the way.' }],
  questions: [
    {
      id: 'distance',
      section: 'way',
      criteria: ['time'],
      type: 'integer',
      core: true,
      changeable: false,
      text: 'How many kilometres is it?',
      help: 'One way.',
      why: 'Time grows with it.',
      min: 0,
      max: 200,
      minText: 'here',
      maxText: 'far',
    },
    {
      id: 'stops',
      criteria: ['time'],
      type: 'multiple',
      text: 'What is on the way?',
      choices: [
        { id: 'station', text: 'A station' },
        { id: 'lake', text: 'A lake' },
        { id: 'nothing', text: 'Nothing', hint: 'Really nothing.', exclusive: true, neutral: true },
      ],
    },
    {
      id: 'kind',
      criteria: ['time'],
      type: 'single',
      text: 'Which kind of station?',
      enabledWhen: { question: 'stops', has: 'station' },
      choices: [
        { id: 'fast', text: 'Fast trains' },
        { id: 'slow', text: 'Slow trains' },
      ],
    },
    { id: 'rain', criteria: ['weather'], type: 'boolean', text: 'Does it rain much?' },
    { id: 'fitness', criteria: ['weather'], type: 'scale', min: 1, max: 5, text: 'How fit are you?', retired: false },
  ],
  facts: { far: { question: 'distance', atLeast: 20 } },
  rules: [
    {
      id: 'near-is-quick',
      criterion: 'time',
      when: { not: { fact: 'far' } },
      points: { bicycle: 2.5, train: -1 },
      because: 'A short way is quick by bicycle.',
      sources: ['study'],
      grade: 'B',
    },
    {
      id: 'far-is-slow',
      criterion: 'time',
      when: { all: [{ fact: 'far' }, { question: 'kind', is: 'fast' }] },
      points: { bicycle: -3, train: 3 },
      opens: 'season-ticket',
      because: 'A long way needs a fast train.',
    },
    {
      id: 'rain-is-wet',
      criterion: 'weather',
      when: { question: 'rain', is: true },
      points: { bicycle: -2, train: 1 },
      because: 'Trains have roofs.',
    },
    {
      id: 'slow-train',
      criterion: 'time',
      when: {
        any: [
          { question: 'kind', in: ['slow'] },
          { question: 'fitness', atLeast: 4, atMost: 5 },
        ],
      },
      points: { bicycle: 1 },
      because: 'Who is fit overtakes slow trains.',
    },
  ],
  gates: [
    {
      id: 'lake-in-between',
      alternative: 'bicycle',
      effect: 'excluded',
      when: { question: 'stops', hasAll: ['lake'], countAtMost: 1 },
      because: 'Bicycles do not swim.',
      sources: ['study'],
    },
  ],
  prerequisites: [
    {
      id: 'helmet',
      for: ['bicycle'],
      when: { question: 'distance', atLeast: 5 },
      blocking: false,
      title: 'Buy a helmet',
      text: 'A good one.',
      because: 'Heads are soft.',
      sources: ['study'],
    },
  ],
  contradictions: [
    {
      id: 'far-yet-fit',
      when: {
        all: [
          { question: 'distance', atMost: 0 },
          { question: 'stops', hasAny: ['lake', 'station'] },
        ],
      },
      note: 'Nothing lies on a way of no length.',
    },
  ],
  plans: [
    {
      for: 'train',
      variant: 'season-ticket',
      when: { fact: 'far' },
      title: 'Buy the ticket',
      text: 'Online.',
      sources: ['study'],
    },
  ],
  risks: [
    {
      for: 'bicycle',
      when: { question: 'rain', is: true },
      risk: 'Wet socks',
      mitigation: 'Dry ones at work',
      sources: ['study'],
    },
  ],
  sources: { study: { title: 'A study', url: 'https://example.org/study', grade: 'A', caveat: 'Small sample.' } },
  examples: [
    {
      name: 'a short way',
      answers: { distance: 3, rain: false, fitness: null },
      weights: { time: 3 },
      expect: { recommended: 'bicycle', minMargin: 10, excluded: ['train'] },
    },
  ],
};
