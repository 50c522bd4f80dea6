import type { Circuit, Joints, Valve } from '../compile/circuit/circuit.ts';
import { type Signals, signalAt } from '../compile/circuit/signals.ts';
import { FALSE, POSSIBLE, TRUE, type Truth, type Truths } from '../compile/conditions/truth.ts';
import type { Answers } from './answer.ts';

/** Where what answers settle is written to. */
export interface Settlement {
  /** As many words as the circuit has. */
  readonly signals: Signals;
  /** Which questions are enabled, by index. */
  readonly enabled: Truths;
}

/** Room for what answers settle. Questions without a valve are enabled once and for all. */
export function createSettlement(circuit: Circuit, questions: number): Settlement {
  return { signals: new Int32Array(circuit.words), enabled: new Uint8Array(questions).fill(TRUE) };
}

/** Sends answers through a circuit. Nothing that was in the settlement before is left. */
export function settle({ valves, joints }: Circuit, answers: Answers, { signals, enabled }: Settlement): void {
  const given = answers.signals;
  for (let word = 0; word < given.length; word += 1) signals[word] = given[word] ?? 0;
  for (const valve of valves) enabled[valve.question] = set(valve, signals);
  join(joints, signals);
}

/** Sets a valve, once everything that enables its question is settled. */
function set({ joints, enabled, disabled, word, failing }: Valve, signals: Signals): Truth {
  join(joints, signals);
  if (signalAt(signals, enabled) === 1) return TRUE;
  const truth = signalAt(signals, disabled) === 1 ? FALSE : POSSIBLE;
  for (let index = 0; index < failing.length; index += 1) signals[word + index] = truth === FALSE ? (failing[index] ?? 0) : 0;
  return truth;
}

/** A joint is on unless a part of an `all` is off, and off unless a part of an `any` is on: unless a part differs. */
function join(joints: Joints, signals: Signals): void {
  for (let at = 0; at < joints.length; ) {
    const unless = joints[at + 1] ?? 0;
    const end = at + 3 + (joints[at + 2] ?? 0);
    let differs = 0;
    for (let part = at + 3; part < end; part += 1) differs |= signalAt(signals, joints[part] ?? 0) ^ unless;
    signals[joints[at] ?? 0] = differs ^ unless;
    at = end;
  }
}
