// A small valid document for tests of the file format.

import type { ResultDocument } from '../../model/document/document.ts';
import { SCHEMA_VERSION } from '../version.ts';

export function smallDocument(): ResultDocument {
  const alone = {
    ...{ wallMs: 10, ioMs: 10, serverMs: 9, serverCpuMs: 0, requestCount: 1, ioCpuMs: 0.5 },
    ...{ computeWallMs: 0, computeCpuMs: 0, otherCpuMs: 0 },
  };
  return {
    schemaVersion: SCHEMA_VERSION,
    createdAt: '2026-01-01T00:00:00.000Z',
    tool: { name: 'overlap-bench', version: '0.0.0' },
    seed: 1,
    complete: true,
    measuredMs: 1000,
    environment: {
      runtime: 'node 26.0.0',
      os: 'Linux',
      cpuModel: 'test',
      coreCount: 2,
      memoryBytes: 1e9,
      commit: null,
      ci: false,
      openFileLimit: null,
    },
    settings: {
      profile: 'quick',
      scenarioIds: ['a'],
      strategyIds: ['sequential'],
      taskCount: null,
      concurrencies: [8],
      threadCounts: [2],
      roundCount: null,
      epochCount: 1,
      budgetMs: 1000,
      warmupMs: null,
      deadlineMs: 1000,
      imports: [],
      ...{ target: null, onPort: null, mostRequestCount: null, parameters: {} },
    },
    preflight: null,
    scenarios: [
      {
        id: 'a',
        title: 'A',
        kind: 'io',
        taskCount: 1,
        question: '?',
        explanation: '.',
        reference: { scenarioId: 'a', strategyId: 'sequential', parameters: {}, subject: 'worktree' },
        fixture: {},
        allowFailures: false,
        parameters: {},
        target: null,
        file: null,
        calibratedCount: 1,
        typicalTasks: [alone],
        fastestTasks: [alone],
        sideBySide: [],
        effectiveCores: [],
        plannedRoundCount: 0,
      },
    ],
    cells: [],
  };
}
