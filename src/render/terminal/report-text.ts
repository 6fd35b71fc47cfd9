// A whole run on the terminal: where and how it was measured, a section for each scenario, the summary, and how to read
// it all.

import type { Report } from '../../model/report.ts';
import type { RenderOptions } from '../renderer.ts';
import { wrapText } from '../text-width.ts';
import { legendText } from './legend.ts';
import { paint } from './paint.ts';
import { scenarioSection } from './scenario-section.ts';
import { summarySection } from './summary-section.ts';
import { warningLines } from './warning-lines.ts';

/** Draws one run for a terminal of `columns` characters. */
export function reportText(report: Report, { columns, color }: RenderOptions): string {
  const facts = report.facts.map(({ label, value }) => wrapText(`${label}: ${value}`, columns, '  '));
  const sections = [
    [...facts, ...warningLines(report.warnings, columns, color)].join('\n'),
    ...report.scenarios.map((scenario) => scenarioSection(scenario, columns, color)),
    ...(report.scenarios.length === 0
      ? [wrapText('This document holds no scenario. Run `overlap run` to measure some.', columns)]
      : [
          `${paint('Summary', 'strong', color)}\n\n${summarySection(report.scenarios, columns, color)}`,
          legendText(columns),
        ]),
  ];
  return `${sections.map((section) => section.trimEnd()).join('\n\n')}\n`;
}
