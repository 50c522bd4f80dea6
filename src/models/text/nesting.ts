import { CST } from 'yaml';

/**
 * Whether lists and objects in a parsed but not yet composed YAML document are nested deeper than `limit`. Composing
 * recurses, and a document that exhausts the stack there takes the whole process down.
 */
export function nestsDeeperThan(limit: number, token: CST.Token): boolean {
  if (token.type !== 'document') return false;
  let deeper = false;
  CST.visit(token, (_item, path) => {
    if (path.length <= limit) return undefined;
    deeper = true;
    return CST.visit.BREAK;
  });
  return deeper;
}
