import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Caching } from '../../contract/operation.ts';
import type { HeaderChanges } from './reply-headers.ts';

/** How a file is served. */
export interface Serving {
  readonly caching: Caching;
  readonly headers: HeaderChanges;
}

/** A file in memory, ready to be sent. */
export interface FormFile extends Serving {
  readonly bytes: Buffer;
  /** The same for those that can unpack gzip. */
  readonly packed: Buffer;
  readonly contentType: string;
  /** The hash of its bytes, which names its state. */
  readonly hash: string;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** @param name says by its ending what the bytes are. */
export function formFile(name: string, bytes: Buffer, serving: Serving): FormFile {
  return {
    ...serving,
    bytes,
    packed: gzipSync(bytes, { level: 9 }),
    contentType: CONTENT_TYPES[extname(name)] ?? 'application/octet-stream',
    hash: createHash('sha256').update(bytes).digest('hex'),
  };
}
