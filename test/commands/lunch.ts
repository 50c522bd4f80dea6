/** A small model of something else, in the text that a person would write. */
export const LUNCH = `id: lunch
version: 1.0.0
title: Where to eat?
alternatives:
  - { id: canteen, title: Canteen }
  - { id: restaurant, title: Restaurant }
criteria:
  - { id: comfort, title: Comfort, weight: 1, scale: 3 }
questions:
  - { id: hungry, type: boolean, criteria: [comfort], text: Are you hungry? }
rules:
  - id: hungry
    criterion: comfort
    when: { question: hungry, is: true }
    points: { restaurant: 3 }
    because: There is more of it.
  - id: not-hungry
    criterion: comfort
    when: { question: hungry, is: false }
    points: { canteen: 3 }
    because: It is nearer.
examples:
  - { name: hungry, answers: { hungry: true }, expect: { recommended: restaurant, minMargin: 20 } }
`;
