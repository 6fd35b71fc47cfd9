// Entry of the process that loads a config file, which is anybody's code: it may end its process, hold it, or print; here
// that harms nobody but this process. What each key may be is checked by whoever asked, who knows the flags.

import { importFile } from '../../loading/import-file.ts';
import type { ConfigReply, ConfigRequest } from '../../model/processes/config-protocol.ts';

/** Taken before any code of the file can replace them. */
const send = process.send?.bind(process);
const leave = process.exit.bind(process, 0);

async function answer({ id, url }: ConfigRequest): Promise<ConfigReply> {
  let exported: unknown;
  try {
    exported = await importFile(url);
  } catch (thrown) {
    const { loadProblemOf } = await import('../../loading/load-problem.ts');
    const { how, hint } = loadProblemOf(thrown, url);
    return { id, refused: { code: 'CONFIG_LOAD', message: `does not load: ${how}`, hint } };
  }
  const complaint = complaintAbout(exported);
  if (complaint !== null) {
    return { id, refused: { code: 'CONFIG_INVALID', message: complaint, hint: 'Correct it in the file.' } };
  }
  return { id, config: { ...(exported as object) } };
}

/** What stands in the way of telling it; null for nothing. */
function complaintAbout(exported: unknown): string | null {
  if (typeof exported !== 'object' || exported === null || Array.isArray(exported)) {
    return `expected \`export default defineConfig({ … })\`, got ${kindOf(exported)}`;
  }
  const odd = Object.entries(exported).find(([, value]) => !canTravel(value));
  return odd === undefined ? null : `${odd[0]}: expected plain data, got ${kindOf(odd[1])}`;
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'no default export';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`.replace('a object', 'an object that holds code');
}

function canTravel(value: unknown): boolean {
  try {
    structuredClone(value);
    return true;
  } catch {
    return false;
  }
}

process.on('message', (request: ConfigRequest) => void answer(request).then((reply) => send?.(reply)));
process.on('disconnect', leave);
