// One function of a group as the rounds ask for it: with its hooks, and with what its first call tells, whether it answers
// at once or with a promise.

import type { HookMode, Task } from 'tinybench';
import type { BenchRegistrationInput } from 'vitest';
import { BenchError } from '../../errors.ts';
import type { Clock } from './clock.ts';
import { timeCalls } from './timing-loop.ts';

/** Takes samples of one registered function. Whatever the function or a hook throws comes out unchanged. */
export class BenchFunction {
  readonly name: string;
  readonly #registration: BenchRegistrationInput;
  readonly #task: Task;
  readonly #clock: Clock;
  #mode: HookMode = 'run';
  #isAwaited: boolean | undefined;

  /** `task` is what hooks find as `this`. */
  constructor(registration: BenchRegistrationInput, task: Task, clock: Clock) {
    this.name = registration.name;
    this.#registration = registration;
    this.#task = task;
    this.#clock = clock;
    this.#isAwaited = registration.fnOpts?.async;
  }

  /** Whether hooks run between its calls. */
  get hasHooksBetweenCalls(): boolean {
    const { beforeEach, afterEach } = this.#registration.fnOpts ?? {};
    return beforeEach !== undefined || afterEach !== undefined;
  }

  /** Begins a phase. */
  async open(mode: HookMode): Promise<void> {
    this.#mode = mode;
    await this.#registration.fnOpts?.beforeAll?.call(this.#task, mode);
  }

  async close(): Promise<void> {
    await this.#registration.fnOpts?.afterAll?.call(this.#task, this.#mode);
  }

  /** Milliseconds that `callCount` calls took; `readsEachCall` as `timeCalls` has it. The very first call is not among them. */
  async takeSample(callCount: number, readsEachCall: boolean): Promise<number> {
    this.#isAwaited ??= await this.#firstCall();
    const calls = { call: this.#registration.fn, isAwaited: this.#isAwaited, ...this.#hooks() };
    return timeCalls(calls, callCount, readsEachCall, this.#clock);
  }

  #hooks() {
    const { beforeEach, afterEach } = this.#registration.fnOpts ?? {};
    return {
      beforeEach: beforeEach && (() => beforeEach.call(this.#task, this.#mode)),
      afterEach: afterEach && (() => afterEach.call(this.#task, this.#mode)),
    };
  }

  async #firstCall(): Promise<boolean> {
    const { beforeEach, afterEach } = this.#hooks();
    await beforeEach?.();
    const returned = this.#registration.fn();
    const value = await returned;
    await afterEach?.();
    if (hasOwnDuration(value)) throw ownDuration(this.name);
    return isThenable(returned);
  }
}

function isThenable(value: unknown): boolean {
  return typeof (value as PromiseLike<unknown> | null | undefined)?.then === 'function';
}

function hasOwnDuration(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'overriddenDuration' in value;
}

function ownDuration(name: string): BenchError {
  return new BenchError(
    'USAGE',
    `"${name}" returns an overriddenDuration, expected a function that is timed as a whole.`,
    'Put what is not to be timed into beforeEach and afterEach.',
  );
}
