// A scenario at work in one thread: its code, its client, and what its `setup` made there. The waiting and the computing
// part of a task each write down what they cost. Used by the arm's main thread and by its pool workers alike, so that a
// strategy cannot change what a task is.

import { BenchError, messageOf } from '../../errors.ts';
import { type HttpClient, openClient } from '../../http.ts';
import { loadScenario } from '../../load-scenario.ts';
import type { Scenario, ScenarioParameters, ServerTools } from '../../model/scenario.ts';
import type { ServerTiming } from '../../model/server/answer.ts';
import type { ServerAddress } from '../../model/server/server-address.ts';
import { type Clock, monotonicMs } from '../clock.ts';
import type { RequestTally } from './request-tally.ts';
import type { TaskSpan } from './spans/task-span.ts';

/** What a thread must be told to work on a scenario. Structured-cloneable. */
export interface WorkOrder {
  readonly scenarioUrl: string;
  readonly server: ServerAddress;
  /** As the run resolved them. */
  readonly scenarioParameters: ScenarioParameters;
}

/** What is written down of a task's requests while it waits. */
type Account = Pick<TaskSpan, 'requestCount' | 'requests' | 'serverCpuMs'>;

const never = new AbortController().signal;

export class OpenWork {
  readonly scenario: Scenario;
  readonly parameters: ScenarioParameters;
  /** What tasks note times by. */
  readonly now: Clock;
  readonly #origin: string;
  readonly #client: HttpClient;
  readonly #tally: RequestTally;
  #context: unknown;
  #isSetUp = false;

  private constructor(scenario: Scenario, { server, scenarioParameters }: WorkOrder, tally: RequestTally, now: Clock) {
    this.scenario = scenario;
    this.now = now;
    this.parameters = scenarioParameters;
    this.#origin = server.origin;
    this.#client = openClient(server);
    this.#tally = tally;
  }

  /** Loads the scenario; sets nothing up. Throws `SCENARIO_LOAD` or `SCENARIO_INVALID`. */
  static async open(order: WorkOrder, tally: RequestTally, now: Clock = monotonicMs): Promise<OpenWork> {
    return new OpenWork(await loadScenario(order.scenarioUrl), order, tally, now);
  }

  /** Opens that many connections to the fixture server, or as many as there are already. */
  async connect(count: number): Promise<void> {
    await Promise.all(Array.from({ length: count }, () => this.#client.request('/healthz', {}, never)));
  }

  /** Requests of all threads so far, however they ended. */
  get askedCount(): number {
    return this.#tally.askedCount;
  }

  /** Whether so many more requests may be sent. */
  allows(requestCount: number): boolean {
    return this.#tally.allows(requestCount);
  }

  /** Runs the scenario's `setup`, if it has one. Throws `SETUP_THREW`. */
  async setUp(worker: number | null): Promise<void> {
    const { setup } = this.scenario;
    if (setup === undefined) return;
    const { parameters } = this;
    const account = { requestCount: 0, requests: [], serverCpuMs: 0 };
    try {
      this.#context = await setup({ ...this.#serverTools(never, account), parameters, worker });
    } catch (thrown) {
      throw partError('setup', thrown);
    }
    this.#isSetUp = true;
  }

  /** Puts back what tasks use up. Throws `RESET_THREW`. */
  async reset(): Promise<void> {
    try {
      await this.scenario.reset?.(this.#context);
    } catch (thrown) {
      throw partError('reset', thrown);
    }
  }

  /** Undoes what was set up, and closes the client. Throws `TEARDOWN_THREW`. */
  async close(): Promise<void> {
    try {
      if (this.#isSetUp) await this.scenario.teardown?.(this.#context);
    } catch (thrown) {
      throw partError('teardown', thrown);
    } finally {
      this.#isSetUp = false;
      await this.#client.close();
    }
  }

  /** Runs the waiting part, if there is one, and returns what the computing part needs. */
  async io(input: unknown, signal: AbortSignal, span: TaskSpan): Promise<unknown> {
    if (!this.scenario.io) return input;
    const fromMs = this.now();
    const tools = this.#serverTools(signal, span);
    try {
      const value = await this.scenario.io(input, { ...tools, ...this.#tools(), signal });
      span.ioMs = this.now() - fromMs;
      return value;
    } finally {
      span.ioToMs = this.now();
    }
  }

  /** Runs the computing part, if there is one, and returns the task's output. */
  cpu(value: unknown, span: TaskSpan): unknown {
    if (!this.scenario.cpu) return value;
    span.computeFromMs = this.now();
    const output = this.scenario.cpu(value, this.#tools());
    span.computeWallMs = this.now() - span.computeFromMs;
    return output;
  }

  #tools() {
    return { context: this.#context, parameters: this.parameters };
  }

  #serverTools(signal: AbortSignal, account: Account): ServerTools {
    const client = this.#client;
    const asked = async <T extends { readonly timing: ServerTiming }>(send: () => Promise<T>): Promise<T> => {
      this.#tally.began();
      account.requestCount += 1;
      const askedMs = this.now();
      try {
        const answered = await send();
        const { receivedMs, queuedMs, deliveredMs, bodyMs, cpuMs } = answered.timing;
        const begunMs = receivedMs + queuedMs;
        // A server that gives no account was at it for all that we know.
        if (receivedMs > 0)
          account.requests.push(askedMs, receivedMs, begunMs, begunMs + deliveredMs + bodyMs, this.now());
        account.serverCpuMs += cpuMs;
        return answered;
      } finally {
        this.#tally.ended();
      }
    };
    return {
      origin: this.#origin,
      get: (path) => asked(() => client.request(path, {}, signal)),
      request: (path, options = {}) => asked(() => client.request(path, options, signal)),
      stream: (path, options = {}) => asked(() => client.stream(path, options, signal)),
    };
  }
}

const PARTS = {
  setup: { code: 'SETUP_THREW', hint: 'Nothing was measured. See it run: call `setup` in a script of its own.' },
  reset: { code: 'RESET_THREW', hint: '`reset` gets what `setup` returned, before every batch.' },
  teardown: { code: 'TEARDOWN_THREW', hint: 'What was measured stands; what `setup` made may still be there.' },
} as const;

function partError(part: keyof typeof PARTS, thrown: unknown): BenchError {
  const { code, hint } = PARTS[part];
  return new BenchError(code, `\`${part}\` threw: ${messageOf(thrown)}`, hint, thrown);
}
