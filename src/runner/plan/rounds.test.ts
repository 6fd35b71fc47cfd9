import { describe, expect, it } from 'vitest';
import { planRounds } from './rounds.ts';

describe('the plan', () => {
  it('runs every arm exactly once in every round', () => {
    for (const order of planRounds(5, 23, 1)) expect([...order].sort()).toEqual([0, 1, 2, 3, 4]);
  });

  it('puts every arm into every slot equally often', () => {
    const rounds = planRounds(6, 60, 42);
    for (let arm = 0; arm < 6; arm++) {
      for (let slot = 0; slot < 6; slot++) {
        expect(rounds.filter((order) => order[slot] === arm)).toHaveLength(10);
      }
    }
  });

  it('is decided by the seed alone', () => {
    expect(planRounds(4, 20, 7)).toEqual(planRounds(4, 20, 7));
    expect(planRounds(4, 20, 7)).not.toEqual(planRounds(4, 20, 8));
  });

  it('begins the same however many rounds follow', () => {
    expect(planRounds(4, 30, 7).slice(0, 9)).toEqual(planRounds(4, 9, 7));
  });
});
