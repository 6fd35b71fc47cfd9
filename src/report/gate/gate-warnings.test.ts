import { describe, expect, it } from 'vitest';
import type { GatePair } from '../../model/document/gate-document.ts';
import { type GateWords, gateDocumentOf } from '../testing/gate-document-builder.ts';
import { buildGateComparison } from './build-gate-comparison.ts';

const warningsOf = (words: Partial<GateWords>) => {
  const document = gateDocumentOf({ cells: [{}], ...words });
  return buildGateComparison(document).warnings;
};

describe('the warning that both sides are one version', () => {
  const main = { label: 'main', commit: '1'.repeat(40) };

  it('is given where name and commit are the same', () => {
    const [warning, ...others] = warningsOf({ base: main, head: main });
    expect(others).toEqual([]);
    expect(warning).toMatchObject({
      code: 'same-version',
      message: 'Both sides are main: nothing can have changed between them.',
    });
    expect(warning?.remedy).toContain('--base HEAD^1');
  });

  it.each([
    ['commits differ', { base: main, head: { ...main, commit: '2'.repeat(40) } }],
    ['only the working tree stands on that commit', { base: main, head: { ...main, label: 'working tree' } }],
    ['no commit is known', { base: { ...main, commit: null }, head: { ...main, commit: null } }],
  ])('is not given where %s', (_, sides) => {
    expect(warningsOf(sides)).toEqual([]);
  });
});

describe('the warning of a neighbour', () => {
  const others = (foreignCores: GatePair['foreignCores']) => warningsOf({ cells: [{ pair: { foreignCores } }] });

  it('is given from 0.3 cores on', () => {
    expect(others(0.29)).toEqual([]);
    expect(others(0.31)).toMatchObject([
      { code: 'neighbour', message: expect.stringMatching(/^Others used 0\.3 of 2 /) },
    ]);
    expect(others(1.26)).toMatchObject([{ message: expect.stringMatching(/^Others used 1\.3 of 2 cores/) }]);
  });

  it('is a matter of the mean of all pairs, those apart that tell nothing', () => {
    const loud = { pair: { foreignCores: 0.5 } };
    const mixed = [loud, { strategyId: 'pool', pair: { foreignCores: 0 } }];
    expect(warningsOf({ cells: mixed })).toEqual([]);
    expect(warningsOf({ cells: [loud, { strategyId: 'pool', pair: { foreignCores: null } }] })).toHaveLength(1);
  });

  it('is not given where the system does not tell, or nothing was measured', () => {
    expect(others(null)).toEqual([]);
    expect(warningsOf({ cells: [] })).toEqual([]);
  });

  it('stands after that of the version', () => {
    const side = { label: 'main', commit: '1'.repeat(40) };
    const cells = [{ pair: { foreignCores: 1 } }];
    expect(warningsOf({ base: side, head: side, cells }).map(({ code }) => code)).toEqual([
      'same-version',
      'neighbour',
    ]);
  });
});
