// One scenario of a document as the rules of a report see it, for tests that ask a single rule.

import type { Arm } from '../arms/arm.ts';
import { type ScenarioData, scenarioData } from '../arms/scenario-data.ts';
import { type ArmWords, type DocumentWords, documentOf, type ScenarioWords } from './document-builder.ts';

/** The data of a document that holds only this scenario. */
export function dataOf(scenario: ScenarioWords, words: Partial<DocumentWords> = {}): ScenarioData {
  const document = documentOf({ scenarios: [scenario], ...words });
  const [record] = document.scenarios;
  if (record === undefined) throw new Error('no scenario');
  return scenarioData(document, record);
}

/** The arm of that name. */
export function armNamed(name: string, { arms }: ScenarioData): Arm {
  const arm = arms.find((one) => one.name === name);
  if (arm === undefined) throw new Error(`no arm ${name} among ${arms.map((one) => one.name).join(', ')}`);
  return arm;
}

/** The scenario with one arm of one strategy changed, the placebo left alone. */
export function changed(scenario: ScenarioWords, strategyId: string, change: Partial<ArmWords>): ScenarioWords {
  const arms = scenario.arms.map((arm) =>
    arm.strategyId === strategyId && !arm.placebo ? { ...arm, ...change } : arm,
  );
  return { ...scenario, arms };
}

/** The scenario without noise: every figure of its arms is exactly what their words say. */
export function quiet(scenario: ScenarioWords): ScenarioWords {
  return { ...scenario, noiseRatio: 0 };
}
