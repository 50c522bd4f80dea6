import { readdirSync, readFileSync } from 'node:fs';
import type { Caching } from '../../contract/operation.ts';
import { type FormFile, formFile } from './form-file.ts';
import { EXAMPLE, FOR_EVERYBODY, framePage, type HeaderChanges, HOSTED_PAGE } from './reply-headers.ts';

/** Everything that belongs to the form, by the paths at which it is found. */
export type FormFiles = ReadonlyMap<string, FormFile>;

/** What the build notes about the scripts that other sites load: their version, and a hash for each. */
interface Integrity {
  readonly version: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Scripts, style sheets and pictures of the pages themselves. */
const PARTS = ['hosted.js', 'hosted.css', 'frame.js', 'frame.css', 'icon.svg'];

/** Where the page for frames says whom it listens to. */
const ORIGINS = '<meta name="delivery-advisor-origins" content="">';

/**
 * Reads what the build has made of the form.
 *
 * @param folder ends with a slash.
 * @param origins those whose pages may frame the form.
 */
export function readFormFiles(folder: URL, origins: readonly string[]): FormFiles {
  const read = (name: string) => readFileSync(new URL(name, folder));
  const file = (name: string, headers: HeaderChanges = {}, caching: Caching = 'revalidate') =>
    formFile(name, read(name), { headers, caching });
  const { version, files }: Integrity = JSON.parse(read('integrity.json').toString());
  const listening = read('frame.html')
    .toString()
    .replace(ORIGINS, ORIGINS.replace('""', `"${origins.join(' ')}"`));
  const frame = formFile('frame.html', Buffer.from(listening), { headers: framePage(origins), caching: 'revalidate' });
  const examples = readdirSync(new URL('examples/', folder));
  return new Map([
    ['/', file('hosted.html', HOSTED_PAGE)],
    ['/embed.js', file('delivery-advisor.js', FOR_EVERYBODY)],
    ['/embed/frame', frame],
    ['/embed/frame-host.js', file('frame-host.js', FOR_EVERYBODY)],
    ...PARTS.map((name) => [`/embed/${name}`, file(name)] as const),
    ...[...Object.keys(files), 'integrity.json'].map(
      (name) => [`/embed/${version}/${name}`, file(name, FOR_EVERYBODY, 'immutable')] as const,
    ),
    ...examples.map((name) => [`/examples/${name.replace('index.html', '')}`, file(`examples/${name}`, EXAMPLE)] as const),
  ]);
}
