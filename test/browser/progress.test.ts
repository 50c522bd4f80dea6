import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { type Dice, oneOf, seededDice } from '../decision/sensitivity/dice.ts';
import { eventually } from './stage/eventually.ts';
import { type Form, formIn, say } from './stage/form.ts';
import { type Heard, listenIn } from './stage/heard.ts';
import { type Stage, setStage } from './stage/stage.ts';

describe('progress', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.strike());

  it.each([1, 2, 3])('never runs backwards, whatever one answers, takes back and leaves out (%d)', async (seed) => {
    const { context, witness } = await stage.visitor();
    const heard = await listenIn(context);
    const page = await context.newPage();
    await page.goto(`${stage.service.url}/?depth=full`);
    const form = formIn(page);
    await form.element.getByRole('button', { name: /^Answer all/ }).click();
    await form.shown();
    const dice = seededDice(seed);
    const bars: number[] = [];
    for (let step = 0; step < 60; step += 1) {
      await wander(form, dice);
      const bar = form.element.getByRole('progressbar');
      if (await bar.isVisible()) bars.push(await bar.evaluate((each: HTMLProgressElement) => each.value));
    }
    await eventually(
      () => toldIn(heard).at(-1),
      (last) => last === bars.at(-1),
    );
    expect(new Set(bars).size).toBeGreaterThan(4);
    for (const seen of [bars, toldIn(heard)]) expect(seen).toEqual(seen.toSorted((one, other) => one - other));
    expect(witness.complaints).toEqual([]);
  });
});

function toldIn(heard: readonly Heard[]): readonly number[] {
  return heard.flatMap((event) => (event.name === 'progress' ? [event.detail.progress] : []));
}

/** Does something that one can do on a page of questions, but never leaves them for long. */
async function wander({ element, button }: Form, dice: Dice): Promise<void> {
  if (await button('decidedGoOn').isVisible()) return button('decidedGoOn').click();
  const chance = dice();
  const rows = element.getByRole('radio').or(element.getByRole('checkbox'));
  const takeBack = element.getByRole('button', { name: say('takeBack') });
  if (chance < 0.2 && (await takeBack.count()) > 0) return pick(takeBack, dice);
  if (chance < 0.65) return pick(rows, dice);
  const isForward = chance < 0.9 && (await button('next').isVisible());
  const turn = isForward || (await button('back').isDisabled()) ? button('next') : button('back');
  return turn.click();
}

async function pick(all: Locator, dice: Dice): Promise<void> {
  await oneOf(dice, await all.all()).click();
}
