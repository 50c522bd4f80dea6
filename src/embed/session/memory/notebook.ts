import type { SessionState } from '../session-state.ts';
import type { Memory } from './memory.ts';
import { shownState } from './shown-state.ts';

/** Is told how things stand after a change, and how they stood before. */
export type Listener = (after: SessionState, before: SessionState) => void;

/** Holds what a session remembers and tells who listens what follows from it. */
export interface Notebook {
  readonly memory: Memory;
  readonly state: SessionState;
  /** Remembers a change, of something else than what is remembered if that is given. Progress never falls. */
  note(change: Partial<Memory>, from?: Memory): void;
  /** Calls back after every change; gives the way to stop that. */
  subscribe(listener: Listener): () => void;
}

/** A notebook that begins with what is remembered. */
export function createNotebook(beginning: Memory): Notebook {
  let memory = beginning;
  let state = shownState(memory);
  const listeners = new Set<Listener>();
  return {
    get memory() {
      return memory;
    },
    get state() {
      return state;
    },
    note(change, from = memory) {
      const before = state;
      state = shownState({ ...from, ...change });
      memory = { ...from, ...change, progress: state.progress };
      for (const listener of [...listeners]) listener(state, before);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
