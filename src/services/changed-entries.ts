/** Raw entries by id: answers or weights as they were sent. */
type Entries = Readonly<Record<string, unknown>>;

/** Entries after a change: each one named is replaced whole, `{"remove": true}` takes it back, the others stay. */
export function changedEntries(present: Entries, change: Entries = {}): Entries {
  const after = new Map(Object.entries(present));
  for (const [id, value] of Object.entries(change)) {
    if (takesBack(value)) after.delete(id);
    else after.set(id, value);
  }
  return Object.fromEntries(after);
}

/** Whether an entry of a change takes back what was there. */
export function takesBack(value: unknown): boolean {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return entries.length === 1 && entries[0]?.[0] === 'remove' && entries[0][1] === true;
}
