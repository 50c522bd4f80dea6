import { POSSIBLE, TRUE } from '../compile/conditions/truth.ts';
import type { GateState } from '../evaluation/evaluation.ts';
import type { Judgement } from '../evaluation/judgement.ts';
import { type Landscape, type Moving, spanIn } from './landscape/landscape.ts';
import { type Bounds, bound } from './landscape/literals.ts';
import { ANY, type Choice } from './landscape/point.ts';
import type { Barrier } from './landscape/terrain.ts';
import { MAX_BRANCHES } from './search/branching.ts';

/** Most combinations of options that are tried for one gate. */
const EFFORT = 64;

/** State of each gate, by index: those that are not settled are clear when no completion fires them. */
export function gateStates(landscape: Landscape, { standing }: Judgement): readonly GateState[] {
  const { model, terrain } = landscape;
  return terrain.gates.map((gate, index) => {
    const truth = model.gates[index]?.when(standing.truths);
    if (truth !== POSSIBLE) return truth === TRUE ? 'fired' : 'clear';
    return mayFire(landscape, gate) ? 'possible' : 'clear';
  });
}

/** What it takes to try a gate. */
interface Trial {
  readonly landscape: Landscape;
  readonly gate: Barrier;
  /** The questions that the gate depends on and that move. */
  readonly entries: readonly Moving[];
  readonly bounds: Bounds;
  readonly choice: Choice;
  left: number;
}

/** Whether a gate fires in some completion, or may as far as was tried. */
function mayFire(landscape: Landscape, gate: Barrier): boolean {
  const { varying, moving, literals } = landscape;
  const entries = moving.filter(({ question }) => gate.reads.includes(question));
  const bounds = { low: literals.slice(), high: literals.slice() };
  const choice = new Int32Array(varying.length).fill(ANY);
  const places = entries.map(({ place }) => place).filter((place) => place >= 0);
  return mayFireAmong({ landscape, gate, entries, bounds, choice, left: EFFORT }, places);
}

function mayFireAmong(trial: Trial, [place = ANY, ...others]: readonly number[]): boolean {
  const { landscape, gate, entries, bounds, choice } = trial;
  for (const entry of entries) bound(bounds, entry, spanIn(landscape, entry, choice));
  if (gate.when(bounds.high) === 0) return false;
  trial.left -= 1;
  const { options = [], complete = false } = landscape.varying[place] ?? {};
  const isListed = complete && options.length <= MAX_BRANCHES;
  if (gate.when(bounds.low) !== 0 || !isListed || trial.left < 0) return true;
  const may = options.some((_, option) => {
    choice[place] = option;
    return mayFireAmong(trial, others);
  });
  choice[place] = ANY;
  return may;
}
