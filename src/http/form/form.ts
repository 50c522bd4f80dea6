import type { RequestHandler } from 'express';
import { otherMethods } from '../other-methods.ts';
import { send } from '../send.ts';
import type { FormFiles } from './form-files.ts';
import { sendFile } from './send-file.ts';

const refuseOthers = otherMethods(['GET', 'HEAD', 'OPTIONS']);

/** For those who leave out the slash at the end. */
const TO_EXAMPLES = { status: 308, headers: { Location: './examples/' } } as const;
const UNSEEN = { mediaType: 'text/plain', caching: 'revalidate', vary: [] } as const;

/** The form: its scripts, the pages with nothing else on them, and the examples. Leaves every other path to others. */
export function form(files: FormFiles): RequestHandler {
  return (request, response, next) => {
    const file = files.get(request.path);
    const isMoved = request.path === '/examples';
    if (file === undefined && !isMoved) next();
    else if (request.method !== 'GET' && request.method !== 'HEAD') refuseOthers(request, response, next);
    else if (file === undefined) send(request, response, TO_EXAMPLES, UNSEEN);
    else sendFile(request, response, file);
  };
}
