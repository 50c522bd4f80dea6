import type { Api } from './api/api.ts';
import type { SessionState } from './session/session-state.ts';
import type { Keeping } from './view/view.ts';

/** What can be done with the result as it stands. `home` is where the service's own page is. */
export function keepingOf({ assessment, recorded }: SessionState, api: Api, home: string): Keeping {
  const token = assessment?.token ? `&token=${assessment.token}` : '';
  const link = assessment === undefined ? undefined : new URL(`#assessment=${assessment.id}${token}`, home).href;
  return {
    link,
    async download(format) {
      if (recorded !== undefined) save(await api.written(recorded.id, format), `${recorded.id}.${ENDINGS[format]}`);
    },
    print: () => window.print(),
    copyLink: () => (link === undefined ? Promise.resolve(false) : copied(link)),
  };
}

const ENDINGS = { markdown: 'md', html: 'html' } as const;

/** The browser's own "save as"; a link that is clicked is the only way there without a file system permission. */
function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Whether the clipboard has it; pages without a secure origin have no clipboard. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
