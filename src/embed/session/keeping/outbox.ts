import type { Api, ApiAssessment, ApiSubject, Inputs, ModelVersion } from '../../api/api.ts';
import { factsOf, mayPass } from '../../api/api-failure.ts';
import { createRunner } from '../running/runner.ts';
import type { Timing } from '../running/timing.ts';
import type { Failure, KeptAssessment, Saving } from '../session-state.ts';
import { type Entries, entriesOf, inputsOf, patchOf } from './entries.ts';
import { EMPTY_LEDGER, type Ledger, merge, notSure, outstanding, released, type Sent } from './ledger.ts';

/** How keeping what was said stands. */
export interface Keeping {
  readonly saving: Saving;
  readonly assessment?: KeptAssessment | undefined;
  /** Entries that are held until somebody settles them, and what others said there. */
  readonly held: Entries;
  /** How many entries of others were taken over since one last said something. */
  readonly arrived: number;
  /** Why the last attempt to store failed. */
  readonly storingFailure?: Failure | undefined;
}

/** Brings what was said into an assessment, whatever the network does, and what others say out of it. */
export interface Outbox {
  readonly keeping: Keeping;
  /** Keeps to an assessment as it was loaded. */
  open(assessment: ApiAssessment): void;
  /** Creates an assessment with the next thing to store, unless there is one. */
  keepFor(subject: ApiSubject): void;
  /** Stores what is new after a pause in milliseconds. */
  push(pause: number): void;
  /** Stores at once; resolves to whether everything is stored. */
  save(): Promise<boolean>;
  /** Looks at the assessment again and then stores, as {@link save}. */
  refresh(): Promise<boolean>;
  settle(key: string, side: 'mine' | 'theirs'): void;
  stop(): void;
}

/** What an outbox works with. */
export interface OutboxNeeds {
  readonly api: Pick<Api, 'assessment' | 'createAssessment' | 'changeAssessment'>;
  readonly timing: Timing;
  readonly newId: () => string;
  readonly model: () => ModelVersion;
  /** All that was said here. */
  readonly mine: () => Inputs;
  /** Called when `keeping` changed, with what was said here if others changed that. */
  readonly changed: (merged?: Inputs) => void;
}

/** An outbox that keeps nothing yet. */
export function createOutbox({ api, timing, newId, model, mine, changed }: OutboxNeeds): Outbox {
  let ledger: Ledger = EMPTY_LEDGER;
  let stored: ApiAssessment | undefined;
  let subject: ApiSubject | undefined;
  let creation: Parameters<Api['createAssessment']>[0] | undefined;
  let stale = false;
  let stopped = false;
  let arrived = 0;

  function receive(theirs: ApiAssessment, confirmed?: Sent): void {
    if (stopped) return;
    const arrival = { entries: entriesOf(theirs), revision: theirs.revision };
    const merged = merge(ledger, entriesOf(mine()), arrival, confirmed);
    ledger = merged.ledger;
    stored = theirs;
    stale = false;
    arrived += merged.arrived;
    changed(merged.arrived > 0 ? inputsOf(merged.mine) : undefined);
  }

  /** Repeated as it was first sent, since it may have been carried out; what was said since then follows as a change. */
  async function create(wanted: ApiSubject): Promise<void> {
    creation ??= { id: newId(), subject: wanted, ...model(), ...mine() };
    const changes = entriesOf(creation);
    try {
      receive(await api.createAssessment(creation), { revision: 0, changes });
      creation = undefined;
    } catch (error) {
      const { kind } = factsOf(error);
      if (kind === 'invalid' || kind === 'not-found') creation = undefined;
      throw error;
    }
  }

  async function change({ id, revision }: ApiAssessment, changes: Entries): Promise<void> {
    try {
      receive(await api.changeAssessment(id, { revision, ...patchOf(changes) }), { revision, changes });
    } catch (error) {
      const facts = factsOf(error);
      if (mayPass(facts)) ledger = notSure(ledger, changes);
      if (facts.status !== 412) throw error;
      stale = true;
    }
  }

  async function step(): Promise<boolean> {
    ledger = released(ledger, entriesOf(mine()));
    try {
      return stored === undefined ? await begin() : await update(stored);
    } catch (error) {
      if (factsOf(error).kind === 'not-found') leave();
      throw error;
    }
  }

  /** An assessment that is gone keeps nothing; what was said stays here. */
  function leave(): void {
    ledger = EMPTY_LEDGER;
    stored = undefined;
    subject = undefined;
    stale = false;
  }

  async function begin(): Promise<boolean> {
    if (subject === undefined) return false;
    await create(subject);
    return true;
  }

  async function update(present: ApiAssessment): Promise<boolean> {
    const changes = outstanding(ledger, entriesOf(mine()));
    if (stale) receive(await api.assessment(present.id));
    else if (changes.size > 0) await change(present, changes);
    else return false;
    return true;
  }

  function saving(): Saving {
    if (stored === undefined && subject === undefined) return 'off';
    if (ledger.held.size > 0) return 'conflict';
    if (runner.failure !== undefined) return mayPass(runner.failure) ? 'waiting' : 'refused';
    return runner.busy ? 'saving' : 'saved';
  }

  async function save(): Promise<boolean> {
    await runner.now();
    return runner.failure === undefined && stored !== undefined && ledger.held.size === 0;
  }

  const runner = createRunner({ step, changed, timing });
  return {
    get keeping() {
      const held = new Map([...ledger.held].map((key) => [key, ledger.known.get(key)]));
      return { saving: saving(), held, arrived, assessment: stored, storingFailure: runner.failure };
    },
    open(assessment) {
      ledger = { ...EMPTY_LEDGER, known: entriesOf(assessment), revision: assessment.revision };
      stored = assessment;
      changed();
    },
    keepFor(wanted) {
      if (stored === undefined) subject ??= wanted;
      changed();
    },
    push(pause) {
      arrived = 0;
      runner.soon(pause);
    },
    save,
    refresh() {
      stale = stored !== undefined;
      return save();
    },
    settle(key, side) {
      const merged = new Map(entriesOf(mine()));
      if (side === 'theirs') merged.set(key, ledger.known.get(key));
      ledger = released(ledger, merged, key);
      if (side === 'theirs') changed(inputsOf(merged));
      runner.soon(0);
    },
    stop() {
      stopped = true;
      runner.stop();
    },
  };
}
