// Which server the tasks of a scenario ask: the fixture server, unless the flags of a run name another or start one, or the
// scenario brings the command of its own. Whatever the fixture server can be asked for does not hold for any other.

import type { Settings } from '../../../model/document/document.ts';
import type { ScenarioSummary } from '../../../model/scenario.ts';

/** The server of a scenario. */
export type AskedServer =
  | { readonly kind: 'fixture' }
  /** Somebody else's, at an address. */
  | { readonly kind: 'address'; readonly origin: string }
  /** Started for the run, in the working folder or in that of the scenario. */
  | { readonly kind: 'command'; readonly command: string; readonly isOwn: boolean };

type Named = Pick<Settings, 'target' | 'onPort'>;

/** The server that a scenario asks in a run. */
export function askedServer({ service }: Pick<ScenarioSummary, 'service'>, { target, onPort }: Named): AskedServer {
  if (target !== null) return { kind: 'address', origin: target };
  if (onPort !== null) return { kind: 'command', command: onPort, isOwn: false };
  return service === null ? { kind: 'fixture' } : { kind: 'command', command: service, isOwn: true };
}

/** How a document names it; null for the fixture server. */
export function nameOfServer(asked: AskedServer): string | null {
  if (asked.kind === 'fixture') return null;
  return asked.kind === 'address' ? asked.origin : asked.command;
}

/** The scenario without what only the fixture server can be, where it asks another. */
export function aimed<T extends Pick<ScenarioSummary, 'service' | 'fixture'>>(scenario: T, settings: Named): T {
  return askedServer(scenario, settings).kind === 'fixture' ? scenario : { ...scenario, fixture: {} };
}
