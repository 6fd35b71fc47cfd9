// What a run can be asked for, whoever asks: a program names these options, the command line has a flag for each.

/** What is measured, and for how long. Whatever is left out is as it is for `overlap run`. */
export interface MeasureOptions {
  /** Spend 15 s instead of 57 s: enough for big differences. Default false. */
  readonly quick?: boolean | undefined;
  /** Ids of strategies, the reference first: only these run. Default: all that run unnamed (`overlap list`). */
  readonly strategies?: readonly string[] | undefined;
  /** Tasks in a batch, 1 to 10 000. Default: each scenario's own. */
  readonly tasks?: number | undefined;
  /** Most tasks under way for strategies with a limit, 1 to 10 000; several give a row each. Default: each scenario's own, else 8. */
  readonly concurrency?: number | readonly number[] | undefined;
  /** Worker threads for the pool strategies, 1 to 128; several give a row each. Default: the cores of this machine. */
  readonly threads?: number | readonly number[] | undefined;
  /** Rounds of each scenario, 1 to 100 000. The run then takes as long as they do. Default: what fits the budget. */
  readonly rounds?: number | undefined;
  /** Fresh sets of processes, 1 to 1 000. Default: what the budget of a scenario holds, 1 to 5. */
  readonly epochs?: number | undefined;
  /**
   * Time for the whole run in milliseconds, 1 000 to 86 400 000. Every scenario is measured at least a little, so that a
   * budget too small for that is exceeded. Default 57 000, or 15 000 with `quick`.
   */
  readonly budgetMs?: number | undefined;
  /** Time for which each arm is warmed up in every epoch, in milliseconds, 1 to 3 600 000. Default: until it has settled. */
  readonly warmupMs?: number | undefined;
  /** Longest that a single batch may take, in milliseconds, 100 to 3 600 000. Default 30 000. */
  readonly deadlineMs?: number | undefined;
  /** Decides the order of the arms in every round, 0 to 4 294 967 295. Default: drawn. */
  readonly seed?: number | undefined;
  /** Address of the server that tasks ask, such as `http://127.0.0.1:3000`. Default: each scenario's own. */
  readonly target?: string | undefined;
  /** Command of a server that is started for the run, with its port in `PORT` and in place of `{port}`. Default: none. */
  readonly onPort?: string | undefined;
  /** Let `target` be on another machine: paced, and with its requests capped. Default false. */
  readonly allowRemote?: boolean | undefined;
  /** Most requests to another machine, 1 to 1 000 000. Default 1 000. */
  readonly maxRequests?: number | undefined;
  /** Parameters of the scenarios, each as `name=value`. Default: as the scenarios have them. */
  readonly params?: readonly string[] | undefined;
  /** Modules that Node loads before the scenarios, as its `--import` does, such as one that transforms TypeScript. Default: none. */
  readonly imports?: readonly string[] | undefined;
}

/** How messages call an option: the name it has in a program, or its flag. */
export type OptionName = (option: keyof MeasureOptions) => string;
