// WHAT is measured. A scenario lists inputs and says which part of a task waits (`io`) and which part computes
// (`cpu`); it knows nothing of schedules. The split is what lets a strategy keep the waiting on the main thread and
// send the computing elsewhere, and what lets theory calculate a floor.

import type { FixtureOptions } from '../../fixtures/options.ts';
import type { Signal } from './abort-signal.ts';
import type { ParameterValue } from './arm-key.ts';
import type { Answer, RequestOptions, StreamedAnswer } from './server/answer.ts';

/** Follows from which parts a scenario has: `io` only, `cpu` only, or both. */
export type ScenarioKind = 'io' | 'cpu' | 'mixed';

/** Values of a scenario's own parameters, by name. */
export type ScenarioParameters = Readonly<Record<string, ParameterValue>>;

/** A scenario without parameters of its own. */
export type NoParameters = Readonly<Record<never, never>>;

/** The same parameters with any value of their type: `{ pages: 20 }` may be set to any number. */
export type Settable<Parameters extends ScenarioParameters> = {
  readonly [Name in keyof Parameters]: Widened<Parameters[Name]>;
};

type Widened<Value> = Value extends number ? number : Value extends boolean ? boolean : string;

/** What may be asked of the server of a run: the fixture server, or one that the user named. */
export interface ServerTools {
  /** Address of the server, such as `http://127.0.0.1:40123`, for clients of one's own. */
  readonly origin: string;
  /**
   * GETs a path of the server, such as `/delay/20`. Resolves once the body has been read to its end and, from the fixture
   * server, its length and checksum verified. Throws `BenchError` with code `HTTP_STATUS` or `HTTP_INTEGRITY`.
   */
  get(path: string): Promise<Answer>;
  /** Asks with any method, headers and body. Resolves, and throws, as `get` does. */
  request(path: string, options?: RequestOptions): Promise<Answer>;
  /**
   * Resolves with the head of the answer; the body is read part by part, and must be read to its end or left by leaving its
   * loop. Throws as `get` does; what is wrong with the body is thrown where it is read.
   */
  stream(path: string, options?: RequestOptions): Promise<StreamedAnswer>;
}

interface ParameterTools<Parameters extends ScenarioParameters> {
  /** The scenario's own parameters, with what `--param` set. */
  readonly parameters: Settable<Parameters>;
}

/** What `inputs` may use. */
export type InputTools<Parameters extends ScenarioParameters = NoParameters> = ParameterTools<Parameters>;

/** What `setup` may use. */
export interface SetupTools<Parameters extends ScenarioParameters = NoParameters>
  extends ServerTools,
    ParameterTools<Parameters> {
  /** Which worker this is, a thread or a process, from 0; null on the main thread of an arm's process. */
  readonly worker: number | null;
}

/** What the computing part of a task may use. */
export interface CpuTools<Context = undefined, Parameters extends ScenarioParameters = NoParameters>
  extends ParameterTools<Parameters> {
  /** What `setup` gave in this thread; undefined without one. */
  readonly context: Context;
}

/** What the waiting part of a task may use. */
export interface IoTools<Context = undefined, Parameters extends ScenarioParameters = NoParameters>
  extends ServerTools,
    CpuTools<Context, Parameters> {
  /** Aborted when the sample's deadline passes. */
  readonly signal: Signal;
}

/** What moves to a worker, or back, instead of being copied. A part that names nothing is copied. */
export interface TransferLists<Input = never, Value = never, Output = never> {
  /** What of an input moves to the worker that runs the whole task. Inputs are then made anew for every batch. */
  readonly input?: (input: Input) => readonly Movable[];
  /** What of the value that `io` gave moves to the worker that only computes. */
  readonly value?: (value: Value) => readonly Movable[];
  /** What of an output moves back. */
  readonly output?: (output: Output) => readonly Movable[];
}

/** What structured clone can move: the bytes behind a typed array, or one end of a channel. */
export type Movable = ArrayBuffer | { postMessage(value: unknown): void; close(): void };

interface ScenarioText<Input, Context, Parameters extends ScenarioParameters> {
  readonly title: string;
  /** The question a reader should try to answer before looking at the table. */
  readonly question: string;
  /** One or two sentences on the mechanism; never promises a factor. */
  readonly explanation: string;
  /** Default number of tasks in a batch; `--tasks` overrides it. */
  readonly taskCount: number;
  /** Tasks under way at most, for strategies with a bound: fewer than the tasks, so that the limit can act. Default 8. */
  readonly concurrency?: number;
  /** Words to choose scenarios by, with `--tag`. Default: none. */
  readonly tags?: readonly string[];
  /** What the fixture server should be like for this scenario: limits, faults, processes, protocol. Default: as it is. */
  readonly fixture?: FixtureOptions;
  /**
   * Command of a server that the tasks ask instead of the fixture server, such as `node shop.js`: started once for a run, in
   * the folder of this file, with its port in `PORT` and in place of `{port}`. `--target` and `--on-port` go first.
   */
  readonly service?: string;
  /**
   * True where a task may fail without failing its batch: the strategy gets nothing in place of its output, and its failures
   * are counted and shown. `'rejecting'` where the strategy is to see them as a program would: a schedule that stops waiting
   * at the first has no numbers, and its timeline shows what went on. Default false.
   */
  readonly allowFailures?: boolean | 'rejecting';
  /** Parameters of the scenario's own with their defaults, numbers, texts or booleans; `--param name=value` sets them. */
  readonly parameters?: Parameters;
  /**
   * Makes what tasks need in a process or thread: called once in each that runs a part of a task, before its first batch,
   * outside all timing. What it returns is `context` there; it travels nowhere and need not be cloneable. A throw fails the row.
   */
  readonly setup?: (tools: SetupTools<Parameters>) => Context | Promise<Context>;
  /** Undoes `setup`, in each process and thread that it ran in: after the last batch, after a failure, after Ctrl-C. */
  readonly teardown?: (context: Context) => void | Promise<void>;
  /**
   * Called before every batch, and before tasks run alone, in the same processes and threads as `setup` and outside all timing:
   * puts back what tasks use up.
   */
  readonly reset?: (context: Context) => void | Promise<void>;
  /** Deterministic and structured-cloneable: the same `taskCount` and parameters must always give the same inputs. */
  readonly inputs: (taskCount: number, tools: InputTools<Parameters>) => readonly Input[];
}

/** A scenario whose tasks only wait. */
export interface IoScenario<Input, Output, Context = undefined, Parameters extends ScenarioParameters = NoParameters>
  extends ScenarioText<Input, Context, Parameters> {
  readonly io: (input: Input, tools: IoTools<Context, Parameters>) => Promise<Output>;
  readonly cpu?: undefined;
  readonly transfer?: TransferLists<Input, never, Output>;
  /** Returns whether the outputs, in input order, are right; those of tasks that were allowed to fail are left out. */
  readonly check?: (outputs: readonly Output[]) => boolean;
}

/** A scenario whose tasks only compute. */
export interface CpuScenario<Input, Output, Context = undefined, Parameters extends ScenarioParameters = NoParameters>
  extends ScenarioText<Input, Context, Parameters> {
  readonly io?: undefined;
  readonly cpu: (input: Input, tools: CpuTools<Context, Parameters>) => Output;
  readonly transfer?: TransferLists<Input, Input, Output>;
  /** Returns whether the outputs, in input order, are right; those of tasks that were allowed to fail are left out. */
  readonly check?: (outputs: readonly Output[]) => boolean;
}

/** A scenario whose tasks wait first and then compute on what came back. */
export interface MixedScenario<
  Input,
  Value,
  Output,
  Context = undefined,
  Parameters extends ScenarioParameters = NoParameters,
> extends ScenarioText<Input, Context, Parameters> {
  readonly io: (input: Input, tools: IoTools<Context, Parameters>) => Promise<Value>;
  readonly cpu: (value: Value, tools: CpuTools<Context, Parameters>) => Output;
  readonly transfer?: TransferLists<Input, Value, Output>;
  /** Returns whether the outputs, in input order, are right; those of tasks that were allowed to fail are left out. */
  readonly check?: (outputs: readonly Output[]) => boolean;
}

/** What the default export of a scenario file looks like once its type parameters no longer matter. */
export interface ScenarioDefinition extends ScenarioText<unknown, unknown, ScenarioParameters> {
  readonly io?: ((input: unknown, tools: IoTools<unknown, ScenarioParameters>) => Promise<unknown>) | undefined;
  readonly cpu?: ((value: unknown, tools: CpuTools<unknown, ScenarioParameters>) => unknown) | undefined;
  readonly transfer?: TransferLists<unknown, unknown, unknown>;
  readonly check?: ((outputs: readonly unknown[]) => boolean) | undefined;
}

/** What every process may know of a scenario: plain data, so that none of its code has to run to plan and report it. */
export interface ScenarioSummary {
  /** The file name without its extension. */
  readonly id: string;
  /** Address of the file, so that a worker thread or another process can import it. */
  readonly url: string;
  /** The file relative to the working folder, to be typed again; null for one that comes with the suite. */
  readonly file: string | null;
  readonly kind: ScenarioKind;
  readonly title: string;
  readonly question: string;
  readonly explanation: string;
  readonly taskCount: number;
  /** Null where the scenario names no bound of its own. */
  readonly concurrency: number | null;
  readonly tags: readonly string[];
  /** Options of the server that it asks for, by name; empty for the server as it is. */
  readonly fixture: FixtureOptions;
  /** Command of the server that its tasks ask; null for the fixture server. */
  readonly service: string | null;
  readonly allowFailures: boolean;
  /** As the file has them, or as `--param` set them. */
  readonly parameters: ScenarioParameters;
  /** Whether processes and threads that ran its code must be given time to undo what they set up. */
  readonly hasTeardown: boolean;
}

/** A scenario loaded to be run: its code is in this process. */
export interface Scenario extends ScenarioDefinition, Pick<ScenarioSummary, 'id' | 'url' | 'kind' | 'taskCount'> {}
