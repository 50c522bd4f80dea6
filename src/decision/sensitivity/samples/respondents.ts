import { EVERYWHERE, type Literals } from '../../compile/conditions/formula.ts';
import type { Landscape } from '../landscape/landscape.ts';
import { mark, type Settled, whereEnabled } from '../landscape/literals.ts';
import type { Varying } from '../landscape/varying.ts';
import type { Random } from './random.ts';

/** Invents a respondent and writes down the option taken at every place, from an index on. */
export type InventRespondent = (choices: Int32Array, from: number) => void;

/** Prepares to invent respondents who answer what is open by chance, in the author's order, each question only if it is then enabled. */
export function createRespondents(landscape: Landscape, random: Random): InventRespondent {
  const stations = stationsOf(landscape);
  const enablers = stations.filter(({ enables }) => enables);
  const literals = landscape.literals.slice();
  return (choices, from) => {
    for (const station of enablers) reset(literals, landscape.literals, station);
    for (const station of stations) {
      const option = draw(station, literals, random);
      if (station.place >= 0) choices[from + station.place] = option;
      if (station.enables) note(literals, station, option);
    }
  };
}

/** The option that a respondent takes, by chance; to leave it open where the question is not enabled. */
function draw({ varying, enabling }: Station, literals: Literals, random: Random): number {
  if (varying === undefined || (enabling !== undefined && enabling.on(literals) === 0)) return 0;
  return drawIndex(varying.cumulated, random());
}

/** A question on the way through the questionnaire. */
interface Station extends Settled {
  readonly place: number;
  /** Absent where the question's own answer is fixed. */
  readonly varying?: Varying;
  /** The literals that the fixed answer makes true. */
  readonly given: readonly number[];
  readonly enables: boolean;
}

function reset(literals: Literals, present: Literals, { literals: own }: Station): void {
  for (let at = 0; at < own.length; at += 1) literals[own[at] ?? 0] = present[own[at] ?? 0] ?? 0;
}

/** Notes what an answer makes of the question's tests, for the questions that it enables. */
function note(literals: Literals, { literals: own, enabling, varying, given }: Station, option: number): void {
  mark(literals, own, 0);
  mark(literals, varying?.options[option]?.literals ?? given, EVERYWHERE);
  if (enabling !== undefined) whereEnabled(literals, own, { on: enabling.on(literals), off: enabling.off(literals) });
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

/** The questions that are drawn, and the others that may be enabled or not and enable some, in the author's order. */
function stationsOf({ terrain, varying, moving }: Landscape): readonly Station[] {
  const drawn = varying.map((one, place): [number, Station] => {
    const { literals = [], enabling, enables = false } = terrain.grounds[one.question] ?? {};
    return [one.question, { place, varying: one, given: [], literals, enables, ...(enabling && { enabling }) }];
  });
  const fixed = moving.flatMap((entry): readonly [number, Station][] => {
    const { place, question, span } = entry;
    const enables = terrain.grounds[question]?.enables === true;
    return place < 0 && enables ? [[question, { ...entry, given: span.certain, enables }]] : [];
  });
  return [...drawn, ...fixed].sort(([one], [other]) => one - other).map(([, station]) => station);
}
