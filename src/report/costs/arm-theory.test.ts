// What the document says about schedules: calibration, the fixture's options and the price list, down to theory's figures.

import { expect, test } from 'vitest';
import type { DocumentWords, ScenarioWords } from '../testing/document-builder.ts';
import { armNamed, dataOf, quiet } from '../testing/one-scenario.ts';
import { floorOf, predictionOf } from './arm-theory.ts';
import { serverProcessesOf, serverSlotsOf } from './server-load.ts';
import { effectiveCores } from './thread-gain.ts';

const computing: ScenarioWords = {
  id: 'computing',
  kind: 'mixed',
  taskCount: 8,
  task: { ioMs: 10, serverMs: 10, serverCpuMs: 4, computeMs: 10 },
  arms: [
    { strategyId: 'sequential', wallMs: 160 },
    { strategyId: 'gather', wallMs: 95 },
    { strategyId: 'bounded', wallMs: 110, concurrency: 2 },
    { strategyId: 'pool', wallMs: 82, threads: 2 },
    { strategyId: 'gather', wallMs: 90, shape: { waits: 'by the moon' } },
  ],
};

const told = (words: Partial<ScenarioWords> = {}, run: Partial<DocumentWords> = {}) =>
  dataOf(quiet({ ...computing, ...words }), run);

const preflight = (cores: number[]) => told({}, { preflight: { effectiveCores: cores } }).preflight;

test('floors come from the cheapest costs and the settings of the arm', () => {
  const data = told();
  expect(floorOf(armNamed('sequential', data), data)).toBe(160);
  expect(floorOf(armNamed('gather', data), data)).toBe(90);
  expect(floorOf(armNamed('pool w2', data), data)).toBe(80);
});

test('floors may ask what if: other costs, another server', () => {
  const data = told();
  const sequential = armNamed('sequential', data);
  expect(floorOf(sequential, data, { ratios: { compute: 0.5, serverCpu: 1, handle: 1, server: 1 } })).toBe(120);
  expect(floorOf(sequential, data, { ratios: { compute: 1, serverCpu: 0.5, handle: 1, server: 1 } })).toBe(144);
  const gather = { ...armNamed('gather', data) };
  const onlyServer = { ratios: { compute: 0, serverCpu: 1, handle: 1, server: 1 } };
  expect(floorOf(gather, data, onlyServer)).toBe(32);
  expect(floorOf(gather, data, { ...onlyServer, serverProcesses: 2 })).toBe(16);
});

test('floors count the processes and the door that the fixture was asked for', () => {
  const only = { ratios: { compute: 0, serverCpu: 1, handle: 1, server: 1 } };
  const two = told({ fixture: { processes: 2 } });
  expect(floorOf(armNamed('gather', two), two, only)).toBe(16);
  const door = told({ fixture: { inServiceLimit: 2 } });
  expect(floorOf(armNamed('gather', door), door, only)).toBe(40);
});

test('floors use the cores that the machine has, or one', () => {
  const pool = { threads: 4, concurrency: null, shape: armNamed('pool w2', told()).shape };
  const on = (coreCount: number) => told({}, { environment: { coreCount }, preflight: null });
  expect(floorOf(pool, on(4))).toBe(40);
  expect(floorOf(pool, on(2))).toBe(50);
  expect(floorOf(pool, on(1))).toBe(90);
  expect(floorOf(pool, on(0))).toBe(90);
});

test('of processes nothing is taken for granted but the cores that there are, and nothing is predicted', () => {
  const shape = { waits: 'one', waitsOn: 'processes', computesOn: 'processes', perMessage: 'task' } as const;
  const processes = { threads: 2, concurrency: null, shape };
  const pool = { ...processes, shape: armNamed('pool w2', told()).shape };
  const sideBySide = [{ epoch: 0, threads: 2, sideCount: 2, aloneMs: 10, togetherMs: 20, travelMs: 9, travelCpuMs: 9 }];
  const probed = (data: ReturnType<typeof told>) => ({ ...data, record: { ...data.record, sideBySide } });
  const data = probed(told({}, { environment: { coreCount: 2 }, preflight: null }));
  expect(floorOf(pool, data)).toBeGreaterThan(80);
  expect(floorOf(processes, data)).toBe(80);
  expect(predictionOf(processes, data)).toBeNull();
});

test('predictions use the cores that the machine gave', () => {
  const data = told({}, { preflight: { effectiveCores: [1, 1], dispatchMs: 0 } });
  // Four tasks for each thread: 10 ms of waiting, 10 ms of computing at half the speed.
  expect(predictionOf(armNamed('pool w2', data), data)).toBe(4 * (10 + 20));
  expect(predictionOf(armNamed('sequential', data), data)).toBe(160);
  const full = told({}, { preflight: null });
  expect(predictionOf(armNamed('pool w2', full), full)).toBe(80);
});

test('without calibration, or for a shape that nobody knows, neither is given', () => {
  const blind = told({ calibrated: false });
  expect(floorOf(armNamed('sequential', blind), blind)).toBeNull();
  expect(predictionOf(armNamed('sequential', blind), blind)).toBeNull();
  const data = told();
  const unknown = { ...armNamed('sequential', data), shape: null };
  expect(floorOf(unknown, data)).toBeNull();
  expect(predictionOf(unknown, data)).toBeNull();
});

test('the fixture: processes at least one, the door for each of them, words that are no numbers ignored', () => {
  expect(serverProcessesOf(told())).toBe(1);
  expect(serverProcessesOf(told({ fixture: { processes: 3 } }))).toBe(3);
  expect(serverProcessesOf(told({ fixture: { processes: 0 } }))).toBe(1);
  expect(serverProcessesOf(told({ fixture: { processes: '3' } }))).toBe(1);
  expect(serverSlotsOf(told())).toBeNull();
  expect(serverSlotsOf(told({ fixture: { inServiceLimit: 4 } }))).toBe(4);
  expect(serverSlotsOf(told({ fixture: { inServiceLimit: 4, processes: 2 } }))).toBe(8);
  expect(serverSlotsOf(told({ fixture: { inServiceLimit: 0 } }))).toBe(1);
  expect(serverSlotsOf(told({ fixture: { inServiceLimit: '4' } }))).toBeNull();
});

test('effective cores: as many threads as were probed at most, the nominal count where none were, one at least', () => {
  expect(effectiveCores(preflight([1, 1.9, 2.5]), 2, 4)).toBe(1.9);
  expect(effectiveCores(preflight([1, 1.9, 2.5]), 8, 4)).toBe(2.5);
  expect(effectiveCores(preflight([1.1, 1.9]), null, 4)).toBe(1.1);
  expect(effectiveCores(preflight([1, 0.8]), 2, 4)).toBe(1);
  expect(effectiveCores(preflight([]), 2, 4)).toBe(4);
  expect(effectiveCores(null, 2, 4)).toBe(4);
  expect(effectiveCores(null, null, 0)).toBe(1);
});
