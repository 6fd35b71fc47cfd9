// Where the outcome of a study goes: results/studies/, as the table that was printed and as figures for programs.

import { writeWhole } from '../src/document/store.ts';
import { describeEnvironment } from '../src/runner/environment.ts';
import type { StudyResult } from './study.ts';

/** Stores one outcome with where and when it was measured, in another folder where it is not to be kept; resolves to the table's path. */
export async function storeStudy(id: string, { text, json }: StudyResult, folder = 'results/studies'): Promise<string> {
  const measuredAt = new Date().toISOString();
  const { runtime, os, cpuModel, coreCount, commit } = await describeEnvironment();
  const where = `${cpuModel}, ${coreCount} cores, ${runtime}, ${os}, commit ${commit ?? 'none'}, ${measuredAt}`;
  const figures = { id, measuredAt, environment: { runtime, os, cpuModel, coreCount, commit }, figures: json };
  await writeWhole(`${folder}/${id}.json`, `${JSON.stringify(figures, null, 2)}\n`);
  const path = `${folder}/${id}.txt`;
  await writeWhole(path, `${text}\n${where}\n`);
  return path;
}
