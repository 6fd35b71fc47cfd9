// Between a command's flags and its work: the flags are declared at every start, the work is loaded when it is asked for.

import type { ExitCode } from '../../exit-codes.ts';
import type { Shell } from '../shell/shell.ts';

/** The work of a command, with the words and flags that commander found. */
export type Action<Words extends unknown[]> = (shell: Shell, ...words: Words) => Promise<ExitCode>;

/** Makes a handler for commander that loads the action when the command is run. */
export type LoadAction = <Words extends unknown[]>(
  load: () => Promise<Action<Words>>,
) => (...words: Words) => Promise<void>;
