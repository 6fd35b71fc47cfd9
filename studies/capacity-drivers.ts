// Drivers other than our own, where they are installed: wrk as the strongest, nginx as the server nobody beats, and
// undici, the client that the suite measures with. What is not installed is said, not passed over.

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Pool } from 'undici';
import type { ServerProcess } from '../fixtures/probe/server-process.ts';

const TICKS_PER_SECOND = 100;
const CONNECTION_COUNT = 64;
const run = promisify(execFile);

/** Whether a program can be started. */
export async function isInstalled(program: string, versionFlag: string): Promise<boolean> {
  return run(program, [versionFlag]).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );
}

/** One second of wrk; resolves to the number of answers. */
export async function wrkSecond(origin: string): Promise<number> {
  const { stdout } = await run('wrk', ['-t1', `-c${CONNECTION_COUNT}`, '-d1', `${origin}/delay/0`]);
  return Number(/(\d+) requests in/.exec(stdout)?.[1] ?? Number.NaN);
}

/** nginx with one process, answering what the fixture answers. */
export interface Nginx {
  readonly origin: string;
  cpuMs(): number;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Starts nginx in a folder of its own, which `stop` removes. */
export async function startNginx(): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'overlap-nginx-'));
  const port = await freePort();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  const headers = 'add_header x-body-length 7; add_header x-body-crc32 a82c81a5; add_header x-in-flight 64;';
  const timing = 'add_header server-timing "asked;dur=0, delivered;dur=0.053, queued;dur=0, cpu;dur=0";';
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;
     events { worker_connections 1024; }
     http { access_log off; keepalive_requests 100000000; ${temporary.join(' ')}
       server { listen 127.0.0.1:${port}; location / { default_type text/plain; ${headers} ${timing} return 200 "waited\\n"; } } }`,
  );
  const child: ChildProcess = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 50 && readdirSync(folder).includes('pid') === false; attempt++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    origin,
    cpuMs() {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return ((Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND) * 1_000;
    },
    async stop() {
      const exit = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await exit;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Requests for each second of CPU time, of the server and of undici driving it. */
export interface UndiciDrive {
  readonly serverPerCpuSecond: number;
  readonly clientPerCpuSecond: number;
}

/** Drives the server with an undici pool in this process. */
export async function driveWithUndici(server: ServerProcess, requestCount: number): Promise<UndiciDrive> {
  const pool = new Pool(server.origin, { connections: CONNECTION_COUNT });
  const lane = async (count: number) => {
    for (let done = 0; done < count; done++) {
      const { body } = await pool.request({ path: '/delay/0', method: 'GET' });
      await body.arrayBuffer();
    }
  };
  const lanes = (count: number) =>
    Promise.all(Array.from({ length: CONNECTION_COUNT }, () => lane(count / CONNECTION_COUNT)));
  await lanes(requestCount / 2);
  const serverBefore = (await server.stats()).cpuMs;
  const clientBefore = process.cpuUsage();
  await lanes(requestCount);
  const { user, system } = process.cpuUsage(clientBefore);
  const serverMs = (await server.stats()).cpuMs - serverBefore;
  await pool.close();
  return {
    serverPerCpuSecond: (requestCount / serverMs) * 1_000,
    clientPerCpuSecond: (requestCount / ((user + system) / 1_000)) * 1_000,
  };
}
