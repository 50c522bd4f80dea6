import { type Entries, sameValue } from './entries.ts';

/** What is known of the stored assessment, against which one's own entries are held. */
export interface Ledger {
  /** As the service last told. */
  readonly known: Entries;
  /** Of the assessment when it told so; 0 before it exists. */
  readonly revision: number;
  /** Keys that two people set differently: nothing is sent for them until that is settled. */
  readonly held: ReadonlySet<string>;
  /** Changes that may have been carried out though no reply arrived. */
  readonly unsure: readonly Sent[];
}

/** Changes that were sent, with the revision they were based on. */
export interface Sent {
  readonly revision: number;
  readonly changes: Entries;
}

/** The state of the assessment, as it arrives. */
export interface Arrival {
  readonly entries: Entries;
  readonly revision: number;
}

/** What follows from an arrival. */
export interface Merge {
  readonly ledger: Ledger;
  /** One's own entries, with what others changed. */
  readonly mine: Entries;
  /** How many of them somebody else changed. */
  readonly arrived: number;
}

/** Before there is an assessment. */
export const EMPTY_LEDGER: Ledger = { known: new Map(), revision: 0, held: new Set(), unsure: [] };

/** What is to be sent so that everything of one's own is stored, but for what is held. */
export function outstanding({ known, held }: Ledger, mine: Entries): Entries {
  const keys = keysOf(known, mine).filter((key) => !held.has(key) && !sameValue(mine.get(key), known.get(key)));
  return new Map(keys.map((key) => [key, mine.get(key)]));
}

/** Notes changes of which nobody knows whether they were carried out. */
export function notSure(ledger: Ledger, changes: Entries): Ledger {
  return { ...ledger, unsure: [...ledger.unsure, { revision: ledger.revision, changes }] };
}

/** Lets go of what is held: one key, or all that both sides meanwhile agree on. */
export function released(ledger: Ledger, mine: Entries, settled?: string): Ledger {
  const open = [...ledger.held].filter((key) => key !== settled && !sameValue(mine.get(key), ledger.known.get(key)));
  return { ...ledger, held: new Set(open) };
}

/**
 * Merges the state of the assessment with one's own entries, three ways. What others changed is taken over where one
 * changed nothing; one's own stands where they changed nothing; where both did and differ, the key is held.
 *
 * @param confirmed changes that the service says it carried out.
 */
export function merge(ledger: Ledger, mine: Entries, theirs: Arrival, confirmed?: Sent): Merge {
  const sent = confirmed === undefined ? ledger.unsure : [...ledger.unsure, confirmed];
  const merged = new Map(mine);
  const held = new Set<string>();
  let arrived = 0;
  for (const key of keysOf(ledger.known, mine, theirs.entries)) {
    const outcome = outcomeOf({ key, ledger, mine, theirs, sent });
    if (outcome === 'held') held.add(key);
    if (outcome !== 'theirs') continue;
    arrived++;
    if (theirs.entries.has(key)) merged.set(key, theirs.entries.get(key));
    else merged.delete(key);
  }
  const unsure = ledger.unsure.filter(({ revision }) => revision >= theirs.revision);
  return { ledger: { known: theirs.entries, revision: theirs.revision, held, unsure }, mine: merged, arrived };
}

interface Meeting {
  readonly key: string;
  readonly ledger: Ledger;
  readonly mine: Entries;
  readonly theirs: Arrival;
  readonly sent: readonly Sent[];
}

function outcomeOf({ key, ledger, mine, theirs, sent }: Meeting): 'mine' | 'theirs' | 'held' {
  const own = mine.get(key);
  const known = ledger.known.get(key);
  const present = theirs.entries.get(key);
  if (sameValue(own, present)) return 'mine';
  if (ledger.held.has(key)) return 'held';
  const about = sent.filter(({ changes }) => changes.has(key));
  if (about.some(({ changes }) => sameValue(changes.get(key), present))) return 'mine';
  // After one revision the first change would show; after more, somebody may have undone it.
  const mayBeUndone = about.some(({ revision }) => theirs.revision > revision + 1);
  if (sameValue(present, known) && !mayBeUndone) return 'mine';
  return about.length === 0 && sameValue(own, known) ? 'theirs' : 'held';
}

function keysOf(...all: readonly Entries[]): readonly string[] {
  return [...new Set(all.flatMap((entries) => [...entries.keys()]))];
}
