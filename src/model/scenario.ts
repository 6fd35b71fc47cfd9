// WHAT is measured. A scenario lists inputs and says which part of a task waits (`io`) and which part computes
// (`cpu`); it knows nothing of schedules. The split is what lets a strategy keep the waiting on the main thread and
// send the computing elsewhere, and what lets theory calculate a floor.

import type { FixtureOptions } from '../../fixtures/options.ts';
import type { Answer } from './answer.ts';

/** Follows from which parts a scenario has: `io` only, `cpu` only, or both. */
export type ScenarioKind = 'io' | 'cpu' | 'mixed';

/** What the waiting part of a task may use. */
export interface IoTools {
  /**
   * GETs a path of the fixture server, such as `/delay/20`. Resolves once the body has been read and its length and
   * checksum verified. Throws `BenchError` with code `HTTP_STATUS` or `HTTP_INTEGRITY`.
   */
  get(path: string): Promise<Answer>;
  /** Aborted when the sample's deadline passes. */
  readonly signal: AbortSignal;
}

interface ScenarioText<Input> {
  readonly title: string;
  /** The question a reader should try to answer before looking at the table. */
  readonly question: string;
  /** One or two sentences on the mechanism; never promises a factor. */
  readonly explanation: string;
  /** Default number of tasks in a batch; `--tasks` overrides it. */
  readonly taskCount: number;
  /** Tasks under way at most, for strategies with a bound: fewer than the tasks, so that the limit can act. Default 8. */
  readonly concurrency?: number;
  /** What the fixture server should be like for this scenario: limits, faults, processes, protocol. Default: as it is. */
  readonly fixture?: FixtureOptions;
  /** True where a task may fail without failing its batch; its failures are then counted and shown. Default false. */
  readonly allowFailures?: boolean;
  /** Deterministic and structured-cloneable: the same `taskCount` must always give the same inputs. */
  readonly inputs: (taskCount: number) => readonly Input[];
}

/** A scenario whose tasks only wait. */
export interface IoScenario<Input, Output> extends ScenarioText<Input> {
  readonly io: (input: Input, tools: IoTools) => Promise<Output>;
  readonly cpu?: undefined;
  /** Returns whether the outputs, in input order, are right; those of tasks that were allowed to fail are left out. */
  readonly check?: (outputs: readonly Output[]) => boolean;
}

/** A scenario whose tasks only compute. */
export interface CpuScenario<Input, Output> extends ScenarioText<Input> {
  readonly io?: undefined;
  readonly cpu: (input: Input) => Output;
  /** Returns whether the outputs, in input order, are right; those of tasks that were allowed to fail are left out. */
  readonly check?: (outputs: readonly Output[]) => boolean;
}

/** A scenario whose tasks wait first and then compute on what came back. */
export interface MixedScenario<Input, Value, Output> extends ScenarioText<Input> {
  readonly io: (input: Input, tools: IoTools) => Promise<Value>;
  readonly cpu: (value: Value) => Output;
  /** Returns whether the outputs, in input order, are right; those of tasks that were allowed to fail are left out. */
  readonly check?: (outputs: readonly Output[]) => boolean;
}

/** What the default export of a scenario file looks like once its type parameters no longer matter. */
export interface ScenarioDefinition extends ScenarioText<unknown> {
  readonly io?: ((input: unknown, tools: IoTools) => Promise<unknown>) | undefined;
  readonly cpu?: ((value: unknown) => unknown) | undefined;
  readonly check?: ((outputs: readonly unknown[]) => boolean) | undefined;
}

/** What every process may know of a scenario: plain data, so that none of its code has to run to plan and report it. */
export interface ScenarioSummary {
  /** The file name without its extension. */
  readonly id: string;
  /** Address of the file, so that a worker thread or another process can import it. */
  readonly url: string;
  readonly kind: ScenarioKind;
  readonly title: string;
  readonly question: string;
  readonly explanation: string;
  readonly taskCount: number;
  /** Null where the scenario names no bound of its own. */
  readonly concurrency: number | null;
  /** Options of the server that it asks for, by name; empty for the server as it is. */
  readonly fixture: FixtureOptions;
  readonly allowFailures: boolean;
}

/** A scenario loaded to be run: its code is in this process. */
export interface Scenario extends ScenarioDefinition, Pick<ScenarioSummary, 'id' | 'url' | 'kind' | 'taskCount'> {}
