// A server that the user gave the command of: started through a shell, as it would be typed, in a process group of its own
// that ends as a whole, with the run, or by the reaper when the runner is gone. Nothing it prints reaches our streams; the
// last of it is kept for the message when it fails.

import { type ChildProcess, spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { BenchError } from '../../errors.ts';
import type { ServerAddress } from '../../model/server/server-address.ts';
import { killGroup } from '../processes/ending/kill-group.ts';
import { reportEnd, reportStart } from '../processes/ending/reaper-line.ts';
import { otherServerAt, SILENT_STATS } from './address-server.ts';
import { assertAnswersHttp } from './answers-http.ts';
import type { ArmServer, ServerStats } from './arm-server.ts';
import { groupCpuMs } from './group-cpu.ts';
import { isGroupAlive } from './live-group.ts';

/** From the start of the command until its port accepts connections. */
const START_MS = 10_000;
const POLL_MS = 25;
/** For its own ending, once it has been asked to. */
const END_GRACE_MS = 2_000;
const MOST_KEPT_CHARS = 4_000;
const MOST_SHOWN_LINES = 5;

/** What is started and where. */
export interface ServiceCommand {
  readonly command: string;
  readonly folder: string;
  readonly startMs?: number;
  readonly signal?: AbortSignal | undefined;
}

export class ServiceProcess implements ArmServer {
  readonly #command: string;
  readonly #process: ChildProcess;
  readonly #ended: Promise<void>;
  #address: ServerAddress | undefined;
  #end: string | undefined;
  #printed = '';
  #isEnding = false;
  #hasExited = false;

  private constructor(command: string, folder: string, port: number) {
    this.#command = command;
    this.#process = spawn(command.replaceAll('{port}', String(port)), {
      shell: true,
      cwd: folder,
      detached: true,
      env: { ...process.env, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { pid } = this.#process;
    reportStart(pid);
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#printed = (this.#printed + text).slice(-MOST_KEPT_CHARS);
      });
    }
    this.#ended = new Promise((resolve) => {
      const over = (how: string) => {
        this.#end ??= how;
        resolve();
      };
      this.#process.once('error', (error) => over(`could not start: ${error.message}`));
      // Its last words come after it has gone; what it leaves behind may hold the pipes open for ever.
      this.#process.once('exit', (code, signal) => {
        const how = signal === null ? `ended with code ${code}` : `was ended by ${signal}`;
        this.#hasExited = true;
        if (!this.#isEnding) this.#endGroup();
        void Promise.race([closed(this.#process), sleep(POLL_MS * 4)]).then(() => over(how));
      });
    });
  }

  /**
   * Starts the command on a free port of this machine, and resolves when it answers there. Throws `SERVICE_START` where it
   * does not, `TARGET_UNUSABLE` where what answers is no HTTP, `INTERRUPTED`; nothing of it is left running then.
   */
  static async start({ command, folder, startMs = START_MS, signal }: ServiceCommand): Promise<ServiceProcess> {
    const port = await freePort();
    const service = new ServiceProcess(command, folder, port);
    try {
      const host = await service.#accepting(port, startMs, signal);
      service.#address = otherServerAt(`http://${host}:${port}`);
      await assertAnswersHttp(service.address.origin, { signal });
      return service;
    } catch (thrown) {
      await service.close();
      throw thrown;
    }
  }

  get address(): ServerAddress {
    if (this.#address === undefined) throw new Error('not started');
    return this.#address;
  }

  /** The leader of its process group. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  async stats(): Promise<ServerStats> {
    // Whoever lost the connection hears of it before we hear that the process has gone.
    if (this.#end === undefined) await sleep(0);
    if (this.#end !== undefined) throw this.#lost(this.#end);
    return { ...SILENT_STATS, cpuMs: this.pid === undefined ? null : groupCpuMs(this.pid) };
  }

  /** Throws `SERVICE_LOST` when the process ends within a moment: an arm that failed may have failed of that. */
  async assertStays(momentMs = 100): Promise<void> {
    await Promise.race([this.#ended, sleep(momentMs)]);
    if (this.#end !== undefined) throw this.#lost(this.#end);
  }

  /** Ends it with all that it started in its group: asked at first, killed when that takes long. */
  async close(): Promise<void> {
    const { pid } = this.#process;
    if (this.#isEnding || this.#hasExited || pid === undefined) return;
    this.#isEnding = true;
    const untilMs = performance.now() + END_GRACE_MS;
    askGroup(pid);
    // Not the leader alone: a shell goes at once, and what it started may have something to put away.
    while (isGroupAlive(pid) && performance.now() < untilMs) await sleep(POLL_MS);
    this.#endGroup();
    await this.#ended;
    this.#process.stdout?.destroy();
    this.#process.stderr?.destroy();
  }

  #endGroup(): void {
    const { pid } = this.#process;
    if (pid !== undefined && isGroupAlive(pid)) killGroup(pid);
    reportEnd(pid);
  }

  async #accepting(port: number, startMs: number, signal: AbortSignal | undefined): Promise<string> {
    const untilMs = performance.now() + startMs;
    for (;;) {
      if (signal?.aborted) throw new BenchError('INTERRUPTED', 'interrupted', 'Nothing was measured.');
      const host = await hostThatAccepts(port);
      if (this.#end !== undefined) {
        throw this.#startError(
          `${this.#end} before port ${port} accepted connections`,
          'Try the command by itself, with a PORT in its environment; it must stay in the foreground.',
        );
      }
      if (host !== null) return host;
      if (performance.now() > untilMs) {
        throw this.#startError(
          `runs, and port ${port} accepted no connection within ${startMs / 1_000} s`,
          'It must listen on the port that it finds in PORT, or in place of {port} in the command.',
        );
      }
      await Promise.race([this.#ended, sleep(POLL_MS)]);
    }
  }

  #startError(how: string, hint: string): BenchError {
    return new BenchError('SERVICE_START', `the server '${this.#command}' ${how}${this.#lastWords()}`, hint);
  }

  #lost(how: string): BenchError {
    return new BenchError(
      'SERVICE_LOST',
      `the server '${this.#command}' ${how} while it was asked${this.#lastWords()}`,
      'Look for what ended it, and run again.',
    );
  }

  #lastWords(): string {
    const lines = this.#printed
      .split('\n')
      .map((line) => line.trimEnd())
      .filter((line) => line !== '');
    return lines.length === 0
      ? '; it printed nothing'
      : `; it printed last:\n  ${lines.slice(-MOST_SHOWN_LINES).join('\n  ')}`;
  }
}

function closed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('close', () => resolve()));
}

function askGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // Nobody is left, or this system knows no groups.
  }
}

/** A port that nobody listens on, on any address of this machine, a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Servers that listen on `localhost` may have chosen either address of it. */
async function hostThatAccepts(port: number): Promise<string | null> {
  if (await accepts('127.0.0.1', port)) return '127.0.0.1';
  return (await accepts('::1', port)) ? '[::1]' : null;
}

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const tell = (isOpen: boolean) => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.once('connect', () => tell(true)).once('error', () => tell(false));
  });
}
