import { describe, expect, it } from 'vitest';
import type { Sample } from '../../../model/document/document.ts';
import { seededRandom } from '../../../model/seeded-random.ts';
import { openMatter, participants, type Standing, shortParticipants } from './participants.ts';

function arm(typicalMs: number, seed: number, change: { rounds?: number; failed?: boolean; placebo?: boolean } = {}) {
  const random = seededRandom(seed);
  const samples = Array.from({ length: change.rounds ?? 60 }, (_, round) => ({
    epoch: round % 3,
    round,
    wallMs: typicalMs * (0.95 + 0.1 * random()),
  })) as unknown as Sample[];
  return { samples, arm: { placebo: change.placebo ?? false }, hasFailed: change.failed ?? false };
}

const undecided = (...cells: Standing[]) => [...openMatter(cells).undecided];

describe('what is still to be decided', () => {
  it('is nothing where every arm is far from the reference and from the fastest', () => {
    expect(openMatter([arm(100, 1), arm(10, 2), arm(30, 3)])).toMatchObject({ undecided: new Set(), fastest: 1 });
  });

  it('is the order of those in front, without the reference', () => {
    expect(undecided(arm(100, 1), arm(10, 2), arm(10, 3), arm(30, 4))).toEqual([1, 2]);
  });

  it('is an arm that is like the reference, with the reference', () => {
    expect(undecided(arm(100, 1), arm(10, 2), arm(100, 3))).toEqual([0, 2]);
  });

  it('is everything before there are rounds enough', () => {
    const few = { rounds: 4 };
    expect(undecided(arm(100, 1, few), arm(10, 2, few), arm(30, 3, few))).toEqual([0, 1, 2]);
    expect(openMatter([arm(100, 1, { rounds: 0 }), arm(9, 2, { rounds: 0 })])).toMatchObject({ fastest: null });
  });

  it('is decided after five rounds where it is beyond doubt', () => {
    const five = { rounds: 5 };
    expect(undecided(arm(100, 1, five), arm(10, 2, five), arm(30, 3, five))).toEqual([]);
  });

  it('is never the placebo, nor an arm that failed, nor an arm alone', () => {
    const cells = [arm(100, 1), arm(10, 2, { failed: true }), arm(30, 3), arm(100, 4, { placebo: true })];
    expect(undecided(...cells)).toEqual([]);
    expect(undecided(arm(100, 1))).toEqual([]);
    expect(openMatter([])).toMatchObject({ undecided: new Set(), fastest: null });
  });

  it('is the order among the others where the reference failed', () => {
    expect(undecided(arm(100, 1, { failed: true }), arm(10, 2), arm(10, 3), arm(30, 4))).toEqual([1, 2]);
  });

  it('is judged by rounds that both arms had, and by no disturbed one', () => {
    expect(undecided(arm(100, 1), arm(10, 2, { rounds: 4 }))).toEqual([0, 1]);
    const disturbed = arm(100, 1).samples.map((sample) => ({ ...sample, contaminated: 'a neighbour' }));
    expect(undecided({ ...arm(100, 1), samples: disturbed }, arm(10, 2))).toEqual([0, 1]);
  });
});

const NOTHING = { near: new Set<number>(), isFarAhead: false };

describe('the arms of a round', () => {
  // The reference, three others and the placebo.
  const cells = [arm(100, 1), arm(10, 2), arm(10, 3), arm(30, 4), arm(100, 5, { placebo: true })];
  const inRounds = (matter: ReturnType<typeof openMatter>, own: readonly Standing[] = cells) =>
    [0, 1, 2, 3, 4].map((round) => participants(own, matter, round).join(''));

  it('are all in every fourth round of an epoch, and the undecided and the fastest in the others', () => {
    expect(inRounds({ ...NOTHING, undecided: new Set([1, 2]), fastest: 1 })).toEqual([
      '01234',
      '12',
      '12',
      '12',
      '01234',
    ]);
    expect(inRounds({ ...NOTHING, undecided: new Set([0, 3]), fastest: 1 })).toEqual([
      '01234',
      '013',
      '0134',
      '013',
      '01234',
    ]);
  });

  it('are all where nothing is undecided', () => {
    expect(inRounds({ ...NOTHING, undecided: new Set(), fastest: 2 })).toEqual([
      '01234',
      '0123',
      '01234',
      '0123',
      '01234',
    ]);
  });

  it('have the placebo in every second round of its reference', () => {
    const all = { ...NOTHING, undecided: new Set([0, 1, 2, 3]), fastest: 1 };
    expect(inRounds(all)).toEqual(['01234', '0123', '01234', '0123', '01234']);
  });

  it('are never those that failed', () => {
    const failed = cells.map((cell, index) => ({ ...cell, hasFailed: index === 1 || index === 4 }));
    expect(inRounds({ ...NOTHING, undecided: new Set([2]), fastest: 2 }, failed)).toEqual([
      '023',
      '2',
      '2',
      '2',
      '023',
    ]);
  });
});

describe('the arms of a round in an epoch too short for everything', () => {
  const cells = [arm(100, 1), arm(40, 2), arm(75, 3), arm(90, 4), arm(100, 5, { placebo: true })];
  const inRounds = (own: readonly Standing[], matter = openMatter(own)) =>
    [0, 1, 2, 3, 4, 5].map((round) => shortParticipants(own, matter, round).join(''));

  it('are all in the first three and every fifth, and then those that may be the fastest', () => {
    expect(openMatter(cells).near).toEqual(new Set([1, 2]));
    expect(inRounds(cells)).toEqual(['01234', '0123', '01234', '12', '12', '0123']);
  });

  it('have the reference among them where it is not far behind, or nobody else is near', () => {
    const tie = [arm(65, 1), arm(65, 2), arm(30, 3)];
    expect(openMatter(tie).isFarAhead).toBe(false);
    expect(inRounds(tie).slice(3)).toEqual(['02', '02', '012']);
    const alone = [arm(300, 1), arm(290, 2), arm(30, 3)];
    expect(openMatter(alone).isFarAhead).toBe(true);
    expect(inRounds(alone).slice(3)).toEqual(['02', '02', '012']);
  });

  it('are never those that failed', () => {
    const failed = cells.map((cell, index) => ({ ...cell, hasFailed: index === 2 }));
    expect(inRounds(failed)).toEqual(['0134', '013', '0134', '01', '01', '013']);
  });
});
