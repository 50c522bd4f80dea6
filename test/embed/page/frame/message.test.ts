import { describe, expect, it } from '@jest/globals';
import {
  type FrameMessage,
  frameMessageIn,
  type HostMessage,
  hostMessageIn,
  sealed,
} from '../../../../src/embed/page/frame/message.ts';

const fromHost: readonly HostMessage[] = [
  { type: 'hello' },
  { type: 'init', tokens: false },
  { type: 'init', tokens: true, prefill: { a: null }, context: { name: 'A' }, theme: 'dark', lang: 'de' },
  { type: 'token', request: 1, token: 'secret' },
  { type: 'token', request: 2 },
  { type: 'submit' },
  { type: 'reset' },
  { type: 'goTo', question: 'targets' },
];

const fromFrame: readonly FrameMessage[] = [
  { type: 'ready' },
  { type: 'event', event: { name: 'answer', detail: { question: 'a', answer: true } } },
  { type: 'resize', height: 480 },
  { type: 'getToken', request: 1 },
];

/** What another window may send by chance or on purpose. */
const foreign: readonly unknown[] = [
  undefined,
  null,
  '',
  '{"source":"delivery-advisor","v":1,"type":"hello"}',
  42,
  [],
  {},
  { type: 'hello' },
  { source: 'delivery-advisor', type: 'hello' },
  { source: 'delivery-advisor', v: 2, type: 'hello' },
  { source: 'delivery-advisor', v: '1', type: 'hello' },
  { source: 'somebody', v: 1, type: 'hello' },
  { source: 'delivery-advisor', v: 1, type: 'constructor' },
  { source: 'delivery-advisor', v: 1, type: '__proto__' },
  { source: 'delivery-advisor', v: 1, type: ['hello'] },
  { source: 'delivery-advisor', v: 1, type: 'goTo' },
  { source: 'delivery-advisor', v: 1, type: 'goTo', question: 7 },
  { source: 'delivery-advisor', v: 1, type: 'init' },
  { source: 'delivery-advisor', v: 1, type: 'init', tokens: true, prefill: 'a' },
  { source: 'delivery-advisor', v: 1, type: 'init', tokens: true, context: [] },
  { source: 'delivery-advisor', v: 1, type: 'token', request: 'x' },
  { source: 'delivery-advisor', v: 1, type: 'resize', height: '100%' },
  { source: 'delivery-advisor', v: 1, type: 'resize', height: Number.NaN },
  { source: 'delivery-advisor', v: 1, type: 'event', event: { name: 'answer' } },
];

describe('messages between frame and host', () => {
  it.each(fromHost)('arrive at the frame: $type', (message) => {
    expect(hostMessageIn(structuredClone(sealed(message)))).toEqual(sealed(message));
  });

  it.each(fromFrame)('arrive at the host: $type', (message) => {
    expect(frameMessageIn(structuredClone(sealed(message)))).toEqual(sealed(message));
  });

  it('are read by the side they are meant for only', () => {
    expect(fromHost.map((message) => frameMessageIn(sealed(message)))).toEqual(fromHost.map(() => undefined));
    expect(fromFrame.map((message) => hostMessageIn(sealed(message)))).toEqual(fromFrame.map(() => undefined));
  });

  it.each(foreign.map((data) => [data]))('are not %j', (data) => {
    expect(hostMessageIn(data)).toBeUndefined();
    expect(frameMessageIn(data)).toBeUndefined();
  });
});
