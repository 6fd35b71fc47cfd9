// Measures the price list of this machine and prints it.

import { EXIT, type ExitCode } from '../../../exit-codes.ts';
import { preflightPage } from '../../../render/page/preflight-page.ts';
import { pageText } from '../../../render/terminal/page-text.ts';
import type { PreflightFlags } from '../../commands/measuring/preflight.ts';
import { measurePrices } from '../../runner.ts';
import { drawingFor } from '../../shell/drawing.ts';
import type { Shell } from '../../shell/shell.ts';

export async function preflight(shell: Shell, { threads, json }: PreflightFlags): Promise<ExitCode> {
  const prices = await measurePrices(threads, shell.interrupted());
  shell.stdout.write(
    json ? `${JSON.stringify(prices, null, 2)}\n` : pageText(preflightPage(prices), drawingFor(shell)),
  );
  return EXIT.fine;
}
