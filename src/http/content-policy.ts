import { createHash } from 'node:crypto';

/**
 * A content security policy (CSP 3) under which a reply can do nothing, not even be framed; when it has a style sheet of
 * its own, this very one is applied.
 */
export function contentPolicy(style?: string): string {
  const styles = style === undefined ? [] : [`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`];
  return ["default-src 'none'", ...styles, "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"].join('; ');
}
