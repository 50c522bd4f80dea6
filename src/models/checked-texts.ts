import { existsSync, readFileSync } from 'node:fs';
import type { DecisionModel } from '../decision/model/document.ts';
import { sha256 } from '../services/canonical-json.ts';
import type { ModelFormat } from './text/model-text.ts';

/** Documents of models by {@link checkedName} of their texts. */
export type CheckedTexts = Readonly<Record<string, DecisionModel>>;

/** Where the build notes what it has read and checked: above what it makes of this folder. Sources have no such file. */
const NOTES = new URL('../checked-models.json', import.meta.url);

let noted: CheckedTexts | undefined;

/**
 * The document of a text in which the build, with the very code that runs here, has found nothing to say; undefined for
 * every other text, be it one character that differs. Reading and checking the models of the service takes longer than
 * everything else at a start.
 */
export function checkedDocument(text: string, format: ModelFormat): DecisionModel | undefined {
  noted ??= existsSync(NOTES) ? JSON.parse(readFileSync(NOTES, 'utf8')) : {};
  return noted?.[checkedName(text, format)];
}

/** What a text is known by. */
export function checkedName(text: string, format: ModelFormat): string {
  return sha256(`${format}\n${text}`);
}
