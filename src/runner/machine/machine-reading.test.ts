// The files that Linux tells CPU time by, and that the family is all that descends from this process.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { platform } from 'node:os';
import { expect, it } from 'vitest';
import { cpuMsOf, cpusOf, readMachine, usedMsOf } from './machine-reading.ts';

it('the CPUs of a process are single ones and ranges', () => {
  expect([...cpusOf('Name:\tx\nCpus_allowed:\tff\nCpus_allowed_list:\t0-2,5,7-8\n')]).toEqual([0, 1, 2, 5, 7, 8]);
  expect([...cpusOf('Cpus_allowed_list:\t3\n')]).toEqual([3]);
  expect(() => cpusOf('Name:\tx\n')).toThrow('no list');
});

it('used time is all that these CPUs did not wait or idle away', () => {
  //            user nice system idle iowait irq softirq steal guest
  const stat = [
    'cpu  99999 9 9 9 9 9 9 9 9 9',
    'cpu0 10 1 20 500 60 2 3 4 7 7',
    'cpu1 100 0 0 0 0 0 0 0 0 0',
    'cpu10 1000 0 0 0 0 0 0 0 0 0',
    'intr 5 0',
  ].join('\n');
  expect(usedMsOf(stat, new Set([0]))).toBe((10 + 1 + 20 + 2 + 3 + 4) * 10);
  expect(usedMsOf(stat, new Set([0, 1]))).toBe(1_400);
  expect(usedMsOf(stat, new Set([1]))).toBe(1_000);
});

it('a process counts with the children that it waited for, whatever its name', () => {
  const stat = '77 (a) 9 (b) S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 20 0 4 0 99';
  // Fields 14 to 17 of proc(5): user, system, and those of waited-for children.
  expect(cpuMsOf(stat)).toBe((11 + 12 + 13 + 14) * 10);
});

it.runIf(platform() === 'linux')('a child of this process is family, while it runs and once it has ended', async () => {
  const ownMs = () => readMachine().cpu?.ownMs;
  const before = ownMs();
  if (before === undefined) return;
  // Ends after a fixed amount of CPU time of its own, tells, and lives on until told to leave.
  const code = `while (process.cpuUsage().user < 300_000); console.log('done'); process.stdin.resume().on('end', () => {});`;
  const child = spawn(process.execPath, ['-e', code], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  const while_ = ownMs();
  expect(while_).toBeGreaterThanOrEqual(before + 280);
  child.stdin.end();
  await once(child, 'exit');
  expect(ownMs()).toBeGreaterThanOrEqual(while_ ?? Infinity);
});
