// A server by its command: it gets a port, and nothing of it is left running, whatever it does. Real processes.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isRunning } from '../recording/process-identity.ts';
import { ServiceProcess } from './service-process.ts';

const SHOP = `'${process.execPath}' '${fileURLToPath(new URL('testing/shop.mjs', import.meta.url))}'`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'service '));
});
afterAll(() => rmSync(folder, { recursive: true }));

let service: ServiceProcess | undefined;
afterEach(() => service?.close());

async function started(command: string): Promise<ServiceProcess> {
  service = await ServiceProcess.start({ command, folder });
  return service;
}

const textOf = async (path: string) => (await fetch(`${service?.address.origin}${path}`)).text();
const pidsOf = async () => (await textOf('/pids')).split(' ').map(Number);

const isAlive = (pid: number) => isRunning({ pid, startTicks: null, bootId: null });

/** A killed process may take a moment to go. */
async function areGone(pids: readonly number[]): Promise<boolean> {
  for (let turn = 0; turn < 100 && pids.some((pid) => isAlive(pid)); turn++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return pids.every((pid) => !isAlive(pid));
}

const complaintAbout = (command: string, more: object = {}) =>
  ServiceProcess.start({ command, folder, ...more }).then(
    () => 'started',
    ({ code, message, hint }) => `${code}: ${message}\n${hint}`,
  );

describe('a service', () => {
  it('answers at the port that it found in PORT, tells its CPU time, and ends with what it started', async () => {
    const { address } = await started(`${SHOP} grandchild`);
    expect(address).toMatchObject({ origin: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/), isFixture: false });
    const pids = await pidsOf();
    expect(pids).toHaveLength(2);
    expect(pids.every((pid) => isAlive(pid))).toBe(true);
    const before = (await service?.stats())?.cpuMs ?? null;
    for (let time = 0; time < 50; time++) await textOf('/work');
    const after = (await service?.stats())?.cpuMs ?? null;
    // Nobody but Linux tells.
    if (before !== null) expect(after).toBeGreaterThan(before);
    await service?.close();
    expect(await areGone(pids)).toBe(true);
  });

  it('finds its port in place of {port}, in quotes, and runs in its folder', async () => {
    const script =
      "require('http').createServer((q, s) => s.end(process.cwd() + ' \"' + process.env.PORT)).listen({port})";
    const { address } = await started(`'${process.execPath}' -e "${script.replaceAll('"', '\\"')}"`);
    expect(await textOf('/')).toBe(`${folder} "${new URL(address.origin).port}`);
  });

  it('may listen on the other address of localhost', async () => {
    const { address } = await started(`${SHOP} v6`);
    expect(address.origin).toMatch(/^http:\/\/\[::1\]:\d+$/);
  });

  it('that does not hear when it is told to end is killed', async () => {
    await started(`${SHOP} deaf`);
    const pids = await pidsOf();
    await service?.close();
    expect(await areGone(pids)).toBe(true);
  });

  it('may print megabytes', async () => {
    await started(`${SHOP} loud`);
    expect(await textOf('/a')).toBe('page /a');
  });

  it('that ends while it is asked is lost, with its last words', async () => {
    await started(`${SHOP} dies`);
    for (let time = 0; time < 25; time++) await textOf('/a').catch(() => {});
    await expect(service?.assertStays()).rejects.toMatchObject({
      code: 'SERVICE_LOST',
      message: expect.stringMatching(/ended with code 9 while it was asked; it printed last:\n {2}out of cheese$/),
    });
    await expect(service?.stats()).rejects.toMatchObject({ code: 'SERVICE_LOST' });
  });
});

describe('a command that starts no service', () => {
  it('does not exist', async () => {
    expect(await complaintAbout('no-such-command-here --x')).toMatch(
      /^SERVICE_START: the server 'no-such-command-here --x' ended with code 127 before port \d+ accepted connections; it printed last:\n.*not found/,
    );
  });

  it('exits at once, with what it said last', async () => {
    expect(await complaintAbout("printf '1\\n2\\n3\\n4\\n5\\nlast\\n' >&2; exit 3")).toMatch(
      /ended with code 3 before port \d+ accepted connections; it printed last:\n {2}2\n {2}3\n {2}4\n {2}5\n {2}last\n.*foreground/,
    );
  });

  it('leaves its server in the background: that one ends, too', async () => {
    const complaint = await complaintAbout('sleep 60 & echo pid $!');
    expect(complaint).toMatch(/ended with code 0 before port/);
    expect(await areGone([Number(/pid (\d+)/.exec(complaint)?.[1])])).toBe(true);
  });

  it('listens on another port', async () => {
    const complaint = await complaintAbout('echo listening on 3000, pid $$; sleep 60', { startMs: 300 });
    expect(complaint).toMatch(
      /runs, and port \d+ accepted no connection within 0\.3 s; it printed last:\n {2}listening on 3000.*\n.*\{port\}/,
    );
    expect(await areGone([Number(/pid (\d+)/.exec(complaint)?.[1])])).toBe(true);
  });

  it('has no folder to run in', async () => {
    expect(await complaintAbout('true', { folder: join(folder, 'none') })).toMatch(
      /^SERVICE_START: the server 'true' could not start: /,
    );
  });

  it('is not waited for once somebody says stop', async () => {
    const signal = AbortSignal.timeout(50);
    expect(await complaintAbout('sleep 60', { signal })).toMatch(/^INTERRUPTED/);
  });
});
