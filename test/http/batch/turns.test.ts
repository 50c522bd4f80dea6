import { describe, expect, it } from '@jest/globals';
import { createTurns } from '../../../src/http/batch/turns.ts';

const round = () => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('are taken in the order in which they are asked for, one a round of the event loop', async () => {
    const turns = createTurns();
    const taken: string[] = [];
    const work = async (name: string) => {
      for (let piece = 1; piece <= 2; piece++) {
        await turns();
        taken.push(name + piece);
      }
    };
    void work('a');
    void work('b');
    const seen: number[] = [];
    for (let rounds = 0; rounds < 6; rounds++) {
      await round();
      seen.push(taken.length);
    }
    expect(taken).toEqual(['a1', 'b1', 'a2', 'b2']);
    expect(seen.map((count, index) => count - (seen[index - 1] ?? 0)).every((count) => count <= 1)).toBe(true);
  });

  it('come at once, in the next round, where nobody else has asked', async () => {
    const turns = createTurns();
    for (let times = 0; times < 3; times++) {
      let has = false;
      void turns().then(() => {
        has = true;
      });
      expect(has).toBe(false);
      await round();
      await round();
      expect(has).toBe(true);
    }
  });
});
