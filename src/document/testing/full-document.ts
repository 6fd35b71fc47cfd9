// A valid document in which every field has a value, so that a test can take away or spoil each of them.

import type { ResultDocument } from '../../model/document.ts';
import { smallDocument } from './small-document.ts';

export function fullDocument(): ResultDocument {
  const small = smallDocument();
  return {
    ...small,
    environment: { ...small.environment, commit: 'abc', openFileLimit: 1024 },
    settings: { ...small.settings, taskCount: 20, roundCount: 30 },
    preflight: {
      effectiveCores: [1, 1.9],
      requestFloorMs: 0.3,
      connectMs: 0.4,
      timerLatenessMs: 0.1,
      poolStartMs: 40,
      dispatchMs: 0.05,
      cloneMsPerMb: 1,
      transferMsPerMb: 0.1,
      kernelUnitsPerMs: 100,
      stealRatio: 0.01,
      durationMs: 900,
    },
    scenarios: small.scenarios.map((scenario) => ({
      ...scenario,
      fixture: { delayMs: 5 },
      sideBySide: [{ epoch: 0, threads: 2, sideCount: 2, aloneMs: 3, togetherMs: 4, travelMs: 0.1, travelCpuMs: 0.05 }],
      effectiveCores: [1.9],
    })),
    cells: [
      {
        key: { scenarioId: 'a', strategyId: 'bounded', parameters: { concurrency: 8 }, subject: 'worktree' },
        shape: { waits: 'bounded', waitsOn: 'loop', computesOn: 'loop', perMessage: 'nothing' },
        placebo: false,
        taskCount: 1,
        status: { state: 'completed' },
        openMs: [40],
        warmups: [{ batchCount: 24, spentMs: 240, settled: true, stillFallingRatio: 0.01 }],
        restedRounds: [3],
        outputDigest: 'digest',
        samples: [
          {
            epoch: 0,
            round: 0,
            slot: 1,
            wallMs: 12,
            cpuMs: 3,
            loopCpuMs: 2,
            workerCpuMs: 0.5,
            loopUtilizationRatio: 0.4,
            gcMs: 0.1,
            completedCount: 1,
            failedCount: 0,
            wastedMs: 0,
            inFlightMean: 0.9,
            taskMs: 11,
            longestTaskMs: 11,
            ioMs: 10,
            serverMs: 9,
            atServerMs: 8,
            computeWallMs: 1,
            handoverMs: 0.1,
            betweenTasksMs: 0.2,
            unfedMs: 0.3,
            idleEndMs: 0.4,
            requestCount: 3,
            refusedCount: 1,
            faultCount: 1,
            connectCount: 0,
            serverCpuMs: 0.2,
            foreignCores: 0.1,
            contaminated: 'the hypervisor gave 30 % of the CPU to others',
          },
        ],
        timelines: [{ epoch: 0, round: 0, extra: 'kept' }],
      },
    ],
  } as ResultDocument;
}
