// What a config file may say. Each key is a flag of the command line with the value that one would type after it, so that
// whoever knows the flags knows the file.

import type { ScenarioKind } from './scenario.ts';

/** A duration such as `90s`, `1.5m` or `500ms`. */
export type Duration = `${number}${'ms' | 's' | 'm'}`;

/** A share such as `25%` or `0.5%`. */
export type Percentage = `${number}%`;

/**
 * What `overlap` does in this folder where no flag says otherwise. Paths and patterns start from the folder of the file.
 * Checked when a command is run; what it refuses is `CONFIG_INVALID`.
 */
export interface Config {
  /** Ids, paths of scenario files, or patterns over either. Default: what `overlap run` measures unnamed. */
  readonly scenarios?: readonly string[];
  /** Only scenarios with one of these tags (`--tag`). Names on the command line go first. */
  readonly tags?: readonly string[];
  /** Only scenarios of these kinds (`--kind`). Names on the command line go first. */
  readonly kinds?: readonly ScenarioKind[];
  /** Ids of strategies, the reference first (`--strategy`). Default: all that run unnamed. */
  readonly strategies?: readonly string[];
  /** Spend 15 s instead of 57 s (`--quick`). Default false. */
  readonly quick?: boolean;
  /** Time for the whole run (`--budget`), `1s` to `1440m`. `--quick` goes first. */
  readonly budget?: Duration;
  /** Tasks in a batch (`--tasks`), 1 to 10 000. Default: each scenario's own. */
  readonly tasks?: number;
  /** Most tasks under way for strategies with a limit (`--concurrency`); several give a row each. */
  readonly concurrency?: number | readonly number[];
  /** Worker threads for the pool strategies (`--threads`); several give a row each. Default: the cores of the machine. */
  readonly threads?: number | readonly number[];
  /** Rounds of each scenario (`--rounds`), 1 to 100 000. Default: what fits the budget. */
  readonly rounds?: number;
  /** Fresh sets of processes (`--epochs`), 1 to 1 000. `--rounds` goes first. */
  readonly epochs?: number;
  /** Time for which each arm is warmed up in every epoch (`--warmup`). Default: until it has settled. */
  readonly warmup?: Duration;
  /** Longest that a single batch may take (`--deadline`), `100ms` to `60m`. Default `30s`. */
  readonly deadline?: Duration;
  /** Decides the order of the arms in every round (`--seed`). Default: drawn. */
  readonly seed?: number;
  /** Loaders for scenario files (`--import`), such as `tsx`. */
  readonly imports?: readonly string[];
  /** A file, or a folder with a slash at its end, for the results (`--save`). Default `.overlap/`. */
  readonly save?: string;
  /** What a change must exceed to count in `overlap compare` (`--margin`), `0%` to `1000%`. Default `25%`. */
  readonly margin?: Percentage;
  /** Exit 3 where `overlap compare` leaves a cell open (`--strict`). Default false. */
  readonly strict?: boolean;
  /** Reports to write besides (`--report`), such as `junit` or `junit=reports/overlap.xml`. */
  readonly reports?: readonly string[];
}
