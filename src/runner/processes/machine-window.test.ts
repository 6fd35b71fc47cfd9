import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { type MachineReading, MachineWindow } from './machine-window.ts';

const START: MachineReading = { atMs: 1_000, cpu: { busyMs: 5_000, stealMs: 70 }, ownCpuMs: 300 };

/** What a window between two readings says; `later` is added to the first. */
async function judged(
  later: Partial<{ atMs: number; busyMs: number; stealMs: number; ownCpuMs: number }>,
  childCpuMs = 0,
) {
  const { atMs = 1_000, busyMs = 0, stealMs = 0, ownCpuMs = 0 } = later;
  const readings: MachineReading[] = [
    START,
    {
      atMs: START.atMs + atMs,
      cpu: { busyMs: 5_000 + busyMs, stealMs: 70 + stealMs },
      ownCpuMs: START.ownCpuMs + ownCpuMs,
    },
  ];
  const window = await MachineWindow.open(async () => readings.shift() ?? START);
  return window.contamination(childCpuMs);
}

describe('a round', () => {
  it('counts on a machine that did nothing else', async () => {
    expect(await judged({})).toBeUndefined();
    expect(await judged({ busyMs: 1_900, ownCpuMs: 100 }, 1_700)).toBeUndefined();
  });

  it('does not count while others want more than a CPU and a half', async () => {
    expect(await judged({ busyMs: 1_900, ownCpuMs: 100 }, 200)).toContain('1.6 foreign threads wanted a CPU');
    expect(await judged({ busyMs: 1_900 }, 200)).toContain('1.7 foreign threads');
  });

  it('does not count while the host gives the CPU to others', async () => {
    const quarterMs = 250 * availableParallelism();
    expect(await judged({ stealMs: quarterMs + 10 })).toContain('the hypervisor gave');
    expect(await judged({ stealMs: quarterMs - 10 })).toBeUndefined();
  });

  it('is too short to be judged by ticks below 200 ms', async () => {
    expect(await judged({ atMs: 199, busyMs: 1_000 })).toBeUndefined();
    expect(await judged({ atMs: 200, busyMs: 1_000 })).toContain('5.0 foreign threads');
  });

  it('counts where the system does not tell', async () => {
    const silent: MachineReading = { ...START, cpu: null };
    const window = await MachineWindow.open(async () => silent);
    expect(await window.contamination(0)).toBeUndefined();
  });
});
