// From names and options to a run that could start: the one way there, for programs and for the command line.

import type { Narrowing } from '../../runner/choosing/narrow.ts';
import { findScenarios } from '../../runner/discover.ts';
import { withParameters } from '../../runner/parameters.ts';
import type { RunRequest } from '../../runner/plan/run-settings.ts';
import { namedServer } from '../../runner/servers/named-server.ts';
import { TOOL } from '../../tool.ts';
import type { MeasureOptions, OptionName } from '../measure-options.ts';
import { refuseUnsuited, settingsOf, strategiesOf } from './run-settings.ts';

/**
 * Finds the scenarios, all that run unnamed where none is named, and resolves what is asked of them. Throws `USAGE`,
 * `UNKNOWN_STRATEGY` or what `findScenarios` throws.
 */
export async function planRun(
  names: readonly string[],
  asked: MeasureOptions,
  nameOf: OptionName,
  signal: AbortSignal,
  narrowing: Narrowing = {},
): Promise<RunRequest> {
  const strategies = strategiesOf(asked, nameOf);
  const server = await namedServer(asked);
  const found = await findScenarios(names, signal, asked.imports, narrowing);
  const scenarios = withParameters(found, asked.params ?? []);
  refuseUnsuited(scenarios, strategies, nameOf);
  const settings = settingsOf(scenarios, strategies, asked, nameOf, server);
  const seed = asked.seed ?? Math.floor(Math.random() * 2 ** 32);
  return { scenarios, strategies, settings, seed, tool: TOOL };
}
