/** Stops the PostgreSQL of the run and removes its files, also after failed tests. */
export default async function stopPostgresql() {
  if ('stopPostgresql' in globalThis && typeof globalThis.stopPostgresql === 'function') {
    await globalThis.stopPostgresql();
  }
}
