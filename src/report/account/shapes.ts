import type { Outcome } from '../../decision/evaluation/evaluation.ts';
import type { DecisionModel } from '../../decision/model/document.ts';
import type { Labels } from './labels.ts';

/** What the chosen variant means, which others are open, and what becomes a part of the recommended alternative. */
export function shapesOf(outcome: Outcome, labels: Labels, model: DecisionModel | undefined): readonly string[] {
  const { recommended, variant, otherVariants = [], parts = [] } = outcome;
  if (recommended === undefined) return [];
  const variants = model?.alternatives.find(({ id }) => id === recommended)?.variants ?? [];
  const summary = variants.find(({ id }) => id === variant)?.summary;
  const titles = otherVariants.map((id) => variants.find((one) => one.id === id)?.title ?? id);
  return [
    ...(summary === undefined ? [] : [summary]),
    ...(titles.length === 0 ? [] : [`The answers also open: ${titles.join('; ')}.`]),
    ...(parts.length === 0
      ? []
      : [`Becomes a part of it, as it cannot stand alone: ${parts.map(labels.alternative).join(', ')}.`]),
  ];
}
