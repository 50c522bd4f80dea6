import { addEventHandler, describe, getState, resetState, run, setState } from 'jest-circus';

/** Milliseconds for one test, as Jest has it for this project. */
const TEST_TIMEOUT = 60_000;

/**
 * What became of a test.
 *
 * @typedef {object} Outcome
 * @property {string} id its file, and its name with those of the groups that it is in
 * @property {string} file
 * @property {'passed' | 'failed' | 'skipped'} status
 * @property {number} milliseconds
 * @property {string} failure why it failed
 *
 * What is to be tried.
 * @typedef {object} Trial
 * @property {string} file
 * @property {() => unknown} load loads the file
 * @property {(id: string) => boolean} isWanted whether a test is to run
 * @property {boolean} untilFailure whether what is left is skipped once a test has failed
 * @property {(id: string | undefined) => void} [onTest] told which test begins, or that none is running
 */

/** @type {Trial | undefined} */
let current;
let hasFailed = false;

addEventHandler((event) => {
  if (event.name === 'test_fn_failure' || event.name === 'hook_failure') hasFailed = true;
  if (event.name === 'test_done') current?.onTest?.(undefined);
  if (event.name !== 'test_start' || current === undefined) return;
  const id = idOf(event.test);
  if (!current.isWanted(id) || (current.untilFailure && hasFailed)) event.test.mode = 'skip';
  else current.onTest?.(id);
});

/**
 * Runs the tests of a file by Jest's own engine. A file that cannot be loaded counts as one test of it that fails.
 *
 * @param {Trial} trial
 * @returns {Promise<readonly Outcome[]>}
 */
export async function tryOut(trial) {
  current = trial;
  hasFailed = false;
  resetState();
  setState({ ...getState(), testTimeout: TEST_TIMEOUT });
  const { file } = trial;
  const failure = loadFailure(trial);
  if (failure !== undefined) return [{ id: file, file, status: 'failed', milliseconds: 0, failure }];
  const { testResults } = await run();
  return testResults.map(({ testPath: [, ...names], status, duration, errors }) => ({
    id: names.join(' '),
    file,
    status: status === 'done' ? (errors.length > 0 ? 'failed' : 'passed') : 'skipped',
    milliseconds: duration ?? 0,
    failure: errors[0] ?? '',
  }));
}

/**
 * Why a file of tests cannot be loaded, if it cannot.
 *
 * @param {Trial} trial
 */
function loadFailure({ file, load }) {
  /** @type {string | undefined} */
  let failure;
  describe(file, () => {
    try {
      load();
    } catch (error) {
      failure = error instanceof Error ? `${error.stack}` : String(error);
    }
  });
  return failure;
}

/** @param {Extract<import('jest-circus').Event, { name: 'test_start' }>['test']} test */
function idOf({ name, parent }) {
  const names = [name];
  for (let group = parent; group.parent !== undefined; group = group.parent) names.unshift(group.name);
  return names.join(' ');
}
