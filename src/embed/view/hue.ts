import type { Questionnaire } from '../../decision/answers/questionnaire.ts';

/** How many hues there are; further alternatives begin again with the first, told apart by their labels. */
const HUES = 5;

/** The class of the colour that an alternative has everywhere: by its place in the model. */
export function hueClass({ alternatives }: Questionnaire, alternative: string): string {
  return `hue-${
    Math.max(
      0,
      alternatives.findIndex(({ id }) => id === alternative),
    ) % HUES
  }`;
}
