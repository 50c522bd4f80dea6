import { type Expression, setTruth, TRUE, type Truth, type Truths } from '../compile/truth.ts';
import type { Landscape } from './landscape.ts';
import type { Choice } from './point.ts';
import type { Random } from './random.ts';
import type { Option } from './terrain.ts';

/** Invents respondents who answer what is open by chance, in the author's order. The choice is overwritten by the next. */
export function createRespondents(landscape: Landscape, random: Random): () => Choice {
  const stations = stationsOf(landscape);
  const choice: Choice = new Int32Array(landscape.varying.length);
  const truths = landscape.truths.slice();
  return () => {
    truths.set(landscape.truths);
    for (const station of stations) {
      const enabled = station.enabledWhen === undefined ? TRUE : station.enabledWhen(truths);
      if (station.place >= 0) choice[station.place] = enabled === TRUE ? drawIndex(station.cumulated, random()) : 0;
      note(truths, station, { enabled, vector: station.given ?? station.options[choice[station.place] ?? 0]?.truths });
    }
    return choice;
  };
}

/** Notes the truths of one question's joint tests. */
function note(
  truths: Truths,
  { tests }: Station,
  { enabled, vector }: { readonly enabled: Truth; readonly vector: Truths | undefined },
): void {
  for (let at = 0; at < tests.length; at += 1) {
    setTruth(truths, tests[at] ?? 0, enabled === TRUE ? (vector?.[at] ?? 0) : enabled);
  }
}

/** A question on the way through the questionnaire. */
interface Station {
  readonly enabledWhen: Expression | undefined;
  readonly tests: readonly number[];
  /** What the fixed answer makes of the tests; absent where values are drawn. */
  readonly given?: Truths;
  readonly place: number;
  readonly options: readonly Option[];
  /** Sums of the options' chances up to and with each. */
  readonly cumulated: readonly number[];
}

/** The first index whose cumulated chance is above the draw, a number in [0, 1); found by halving. */
function drawIndex(cumulated: readonly number[], draw: number): number {
  const wanted = draw * (cumulated[cumulated.length - 1] ?? 0);
  let low = 0;
  let high = cumulated.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulated[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The questions whose joint tests move and those that are drawn, in the author's order. */
function stationsOf({ model, terrain, varying, moving }: Landscape): readonly Station[] {
  const places = new Map(varying.map(({ question }, place) => [question, place]));
  return terrain.grounds.flatMap(({ compiled, joint }, index): readonly Station[] => {
    const place = places.get(index) ?? -1;
    const tests = joint.map((at) => compiled.tests[at] ?? 0);
    const fixed = moving.find((entry) => entry.place < 0 && entry.tests[0] === tests[0]);
    if (place < 0 && (fixed === undefined || tests.length === 0)) return [];
    const options = varying[place]?.options ?? [];
    let sum = 0;
    const cumulated = options.map(({ chance }) => {
      sum += chance;
      return sum;
    });
    const { enabledWhen } = model.questions[index] ?? {};
    return [{ enabledWhen, tests, place, options, cumulated, ...(fixed && { given: fixed.span.least }) }];
  });
}
