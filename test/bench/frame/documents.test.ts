import { execFileSync, spawnSync } from 'node:child_process';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { figureOf, targetOf } from './figure.js';
import { noteFor, notesIn } from './notes.js';
import { scaleFor } from './scale.js';

const program = fileURLToPath(new URL('../run.js', import.meta.url));

describe('a figure', () => {
  it('is the median of its rounds, with the distance between the greatest and the least', () => {
    expect(figureOf('time', { unit: 'ms', rounds: [3, 1, 2, 9] })).toEqual({
      figure: 'time',
      value: 2.5,
      unit: 'ms',
      spread: 8,
      target: null,
      met: null,
    });
  });

  it.each([
    [{ atMost: 1.5 }, 1.4, true, '≤ 1.5'],
    [{ atMost: 1.5 }, 1.6, false, '≤ 1.5'],
    [{ atLeast: 0.7 }, 0.8, true, '≥ 0.7'],
    [{ atLeast: 0.7 }, 0.6, false, '≥ 0.7'],
  ])('holds %j against %d', (promise, value, met, shown) => {
    const figure = figureOf('ratio', { unit: 'ratio', rounds: [value], ...promise });
    expect([figure.met, targetOf(figure)]).toEqual([met, shown]);
  });

  it('keeps its promise by the value that is shown, not by digits that nobody sees', () => {
    expect(figureOf('ratio', { unit: 'ratio', rounds: [0.69999], atLeast: 0.7 })).toMatchObject({ value: 0.7, met: true });
  });
});

describe('the scale of a chart', () => {
  it.each([
    [[0.3, 12], true, [0.1, 1, 10, 100]],
    [[7, 41], false, [0, 20, 40, 60]],
    [[0.012], false, [0, 0.005, 0.01, 0.015]],
  ])('has lines for %j (logarithmic: %p)', (values, logarithmic, ticks) => {
    const scale = scaleFor(values, logarithmic);
    expect(scale.ticks).toEqual(ticks);
    expect([ticks[0], ticks.at(-1)].map((tick) => scale.share(tick ?? Number.NaN))).toEqual([0, expect.closeTo(1, 12)]);
  });
});

describe('docs/performance.md', () => {
  it('keeps what people wrote into it', () => {
    const notes = [noteFor('engine', 'Two lines\n\nof text.'), 'Anything', noteFor('http')].join('\n\n');
    expect([...notesIn(notes)]).toEqual([
      ['engine', 'Two lines\n\nof text.'],
      ['http', ''],
    ]);
  });

  it('says what docs/performance.json keeps', () => {
    expect(() => execFileSync(execPath, [program, '--check'], { stdio: 'pipe' })).not.toThrow();
  });
});

describe('npm run bench', () => {
  it('refuses parts that it does not know, and prints nothing', () => {
    const { status, stdout, stderr } = spawnSync(execPath, [program, 'engines', '--json'], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([64, '']);
    expect(stderr).toMatch(/no part engines/);
  });
});
