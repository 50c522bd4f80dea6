import type { RequestHandler } from 'express';
import { refuse } from '../../services/refusal.ts';

/** Characters of an address, with its query, and header fields at most. Node.js itself ends heads of more than 16 KiB. */
const LONGEST_ADDRESS = 8 * 1024;
const MOST_FIELDS = 100;

/** Refuses requests whose address is longer, or whose header fields are more, than any that this service needs. */
export const expectSmallHead: RequestHandler = ({ originalUrl, rawHeaders }, _response, next) => {
  if (originalUrl.length > LONGEST_ADDRESS)
    refuse('address-too-long', { detail: `Send an address of ${LONGEST_ADDRESS} characters at most.` });
  if (rawHeaders.length / 2 > MOST_FIELDS) refuse('headers-too-large', { detail: `Send ${MOST_FIELDS} header fields at most.` });
  next();
};
