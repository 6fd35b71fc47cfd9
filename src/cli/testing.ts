// Runs the program: as a user's shell would, in a process of its own, or as a function call in this one.

import { type ChildProcess, spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { runCli } from './run-cli.ts';
import { keyboard } from './shell/keyboard.ts';
import type { Keyboard, Shell } from './shell/shell.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

/** How the program ended and what it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program that is running. */
export interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves when stdout or stderr contains the text; rejects when the program ends first. */
  seen(text: string): Promise<void>;
  /** What it has written so far. */
  output(): string;
}

/** What a program is started with: nothing of its own by default. */
export interface Start {
  /** An open file instead of a pipe that is read. */
  readonly stdout?: 'pipe' | number;
  /** The folder it stands in; the project's by default. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Flags of Node itself. */
  readonly nodeFlags?: readonly string[];
}

/** Starts `overlap …`. */
export function startOverlap(args: readonly string[], start: Start = {}): Running {
  const { stdout: output = 'pipe', cwd = ROOT, env = {}, nodeFlags = [] } = start;
  const child = spawn(process.execPath, [...nodeFlags, MAIN, ...args], {
    cwd,
    // What GitHub gets unasked is no part of what a test starts.
    env: { ...process.env, NO_COLOR: '1', GITHUB_ACTIONS: '', GITHUB_STEP_SUMMARY: '', ...env },
    stdio: ['pipe', output, 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const watchers = new Set<() => void>();
  const gather = (keep: (text: string) => void) => (text: string) => {
    keep(text);
    for (const watcher of watchers) watcher();
  };
  child.stdout?.setEncoding('utf8').on(
    'data',
    gather((text) => (stdout += text)),
  );
  child.stderr?.setEncoding('utf8').on(
    'data',
    gather((text) => (stderr += text)),
  );
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
  return {
    process: child,
    ended,
    output: () => `${stdout}${stderr}`,
    seen: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (`${stdout}${stderr}`.includes(text)) resolve();
        };
        watchers.add(look);
        look();
        void ended.then((end) => reject(new Error(`ended with ${end.code} before saying '${text}': ${end.stderr}`)));
      }),
  };
}

/** Runs `overlap …` to its end. */
export function overlap(...args: string[]): Promise<Ended> {
  return startOverlap(args).ended;
}

/** The path of a scenario made for tests. */
export function testScenario(name: string): string {
  return fileURLToPath(new URL(`../runner/testing/${name}.ts`, import.meta.url));
}

/** A keyboard at which nobody sits. */
export const NOBODY: Keyboard = keyboard(Readable.from([]));

/** What a call of the program finds around it. */
export interface Surroundings {
  readonly env?: Shell['env'];
  /** Width of the terminal that both streams are; none by default. */
  readonly terminalColumns?: number;
  readonly signal?: AbortSignal;
  /** What somebody types, line by line; without it nobody is there. */
  readonly typed?: readonly string[];
}

/** Runs one command line in this process. Rejects with bugs. */
export async function callOverlap(args: readonly string[], around: Surroundings = {}): Promise<Ended> {
  const written = { stdout: '', stderr: '' };
  const { env = {}, terminalColumns: columns, signal = new AbortController().signal, typed } = around;
  const stdin = { ...keyboard(Readable.from((typed ?? []).map((line) => `${line}\n`))), isTTY: typed !== undefined };
  const stream = (name: keyof typeof written) => ({
    isTTY: columns !== undefined,
    columns,
    write(text: string) {
      written[name] += text;
    },
  });
  const shell: Shell = { stdin, stdout: stream('stdout'), stderr: stream('stderr'), env, interrupted: () => signal };
  return { code: await runCli(args, shell), ...written };
}
