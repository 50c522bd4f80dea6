import { z } from 'zod';

/**
 * An object that refuses every key it does not know, naming those it does.
 *
 * @param advice added to the message for an unknown key; by default the list of known keys.
 */
export function closedObject<S extends z.core.$ZodLooseShape>(shape: S, advice?: string) {
  const keys = Object.keys(shape);
  const error = advice ?? `Take it out, or use ${keys.length === 1 ? '' : 'one of '}${keys.join(', ')}.`;
  return z.strictObject(shape, { error: ({ code }) => (code === 'unrecognized_keys' ? error : undefined) });
}
