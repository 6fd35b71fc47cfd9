// A scenario file that asks for a run of itself when it is imported.

import { runScenario } from '../../index.ts';

await runScenario(import.meta.url, { rounds: 1 });

export default {};
