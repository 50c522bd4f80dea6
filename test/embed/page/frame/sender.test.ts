import { describe, expect, it } from '@jest/globals';
import { isFromFrame, isFromHost } from '../../../../src/embed/page/frame/sender.ts';

// Windows are only ever told apart; ports serve as well.
const { port1: itself, port2: other } = new MessageChannel();
itself.close();
const LISTED = ['https://api.example', 'https://portal.example'];

describe('the frame listens', () => {
  it('to the page around it, from an origin that is listed', () => {
    expect(isFromHost({ source: itself, origin: 'https://portal.example' }, itself, LISTED)).toBe(true);
  });

  it.each([
    ['another window of a listed origin', { source: other, origin: 'https://portal.example' }],
    ['an origin that is not listed', { source: itself, origin: 'https://evil.example' }],
    ['an origin that begins like a listed one', { source: itself, origin: 'https://portal.example.evil.example' }],
    ['another scheme', { source: itself, origin: 'http://portal.example' }],
    ['another port', { source: itself, origin: 'https://portal.example:8443' }],
    ['a page without an origin', { source: itself, origin: 'null' }],
    ['nobody', { source: null, origin: 'https://portal.example' }],
  ])('not to %s', (_who, event) => {
    expect(isFromHost(event, itself, LISTED)).toBe(false);
  });
});

describe('the host listens', () => {
  it('to its frame while that shows the expected origin', () => {
    expect(isFromFrame({ source: itself, origin: 'https://api.example' }, itself, 'https://api.example')).toBe(true);
  });

  it.each([
    ['another frame of that origin', { source: other, origin: 'https://api.example' }],
    ['the frame after it went elsewhere', { source: itself, origin: 'https://evil.example' }],
    ['nobody', { source: null, origin: 'https://api.example' }],
  ])('not to %s', (_who, event) => {
    expect(isFromFrame(event, itself, 'https://api.example')).toBe(false);
  });

  it('not to a frame that is no longer there', () => {
    expect(isFromFrame({ source: null, origin: 'https://api.example' }, null, 'https://api.example')).toBe(false);
  });
});
