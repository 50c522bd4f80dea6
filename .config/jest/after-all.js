/** After all tests, also failed ones: stops PostgreSQL and removes everything temporary. */
export default async function afterAllTests() {
  if ('tidyUp' in globalThis && typeof globalThis.tidyUp === 'function') await globalThis.tidyUp();
}
