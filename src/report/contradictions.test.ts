// Documents of every kind, from seeds, and not one report that contradicts itself; and the reader who says so misses
// nothing: each thing that was seen to go wrong is put into a sound report once. Thousands more: the study of that name.

import { describe, expect, it, test } from 'vitest';
import type { Report, Row, ScenarioReport } from '../model/report/report.ts';
import { buildReport } from './build-report.ts';
import { contradictionsOf } from './testing/contradictions/contradictions.ts';
import { randomDocument } from './testing/contradictions/random-document.ts';
import { documentOf, type ScenarioWords } from './testing/document-builder.ts';
import { countPrimes, downloadPages } from './testing/sample-documents.ts';

test('three hundred reports hold together', () => {
  const found = Array.from({ length: 300 }, (_, index) => {
    const { document, hasServer } = randomDocument(index + 1);
    return contradictionsOf(buildReport(document), { hasServer }).map((line) => `${index + 1} ${line}`);
  });
  expect(found.flat()).toEqual([]);
});

test('a seed gives the same document again, and another another', () => {
  expect(JSON.stringify(randomDocument(7))).toBe(JSON.stringify(randomDocument(7)));
  expect(JSON.stringify(randomDocument(7).document)).not.toBe(JSON.stringify(randomDocument(8).document));
});

describe('what is put into a sound report is found', () => {
  const told = (scenario: ScenarioWords): Report => buildReport(documentOf({ scenarios: [scenario] }));
  const pages = told(downloadPages);
  const primes = told(countPrimes);
  const found = (report: Report, hasServer = true) => contradictionsOf(report, { hasServer }).join('\n');

  type Change = (scenario: ScenarioReport) => Partial<ScenarioReport>;
  const changed = (report: Report, change: Change): Report => ({
    ...report,
    scenarios: report.scenarios.map((scenario) => ({ ...scenario, ...change(scenario) })),
  });
  const row =
    (name: string, change: (row: Row) => Partial<Row>): Change =>
    ({ rows }) => ({ rows: rows.map((one) => (one.name === name ? { ...one, ...change(one) } : one)) });
  const named = ({ rows }: ScenarioReport, name: string) => rows.filter((one) => one.name === name);
  const interval = (ratio: number, low: number, high: number) => ({ speedup: { ratio, low, high } });

  it('nothing in the sound ones', () => {
    expect(found(pages)).toBe('');
    expect(found(primes)).toBe('');
  });

  it.each<[string, Change, RegExp]>([
    ['a word against its interval', row('gather', () => interval(1.5, 0.9, 2.3)), /faster at 0\.9/],
    ['undecided, and one side of 1', row('pool w2', () => ({ verdict: 'undecided' })), /undecided at 1\.\d+–2/],
    ['no gain, and much of it', row('pool w2', () => ({ verdict: 'no gain' })), /no gain at/],
    ['a break-even of another start', row('pool w2', () => ({ startupMs: 9000 })), /row pool w2: break-even/],
    [
      'a break-even of what gains nothing',
      row('placebo', () => ({ breakEvenBatchCount: 3 })),
      /break-even of a row that/,
    ],
    ['an effect beyond all', row('gather', () => ({ smallestEffectRatio: 27_734 })), /smallest effect 27734/],
    ['parts that do not add up', row('gather', () => ({ medianMs: 99 })), /parts of .* ms, 99 in all/],
    [
      'a winner above an undecided row',
      row('gather', () => ({ ...interval(1.5, 0.9, 2), verdict: 'undecided' })),
      /is undec/,
    ],
    ['a winner that does not lead', (one) => ({ leaders: named(one, 'pool w2') }), /winner gather, leaders pool w2/],
    ['a sole leader without a win', () => ({ winner: null }), /gather leads alone and wins nothing/],
    [
      'a reference above a faster row',
      (one) => ({
        winner: null,
        leaders: [...named(one, 'sequential').slice(0, 1), ...one.leaders],
        leadersAre: 'undecided',
      }),
      /the reference leads above a faster row/,
    ],
    [
      'leaders apart',
      (one) => ({ winner: null, leaders: [...one.leaders, ...named(one, 'pool w2')], leadersAre: 'undecided' }),
      /gather and pool w2 lead with intervals apart/,
    ],
    [
      'called alike',
      (one) => ({ winner: null, leaders: [...one.leaders, ...named(one, 'pool w2')], leadersAre: 'alike' }),
      /are alike at/,
    ],
    [
      'the best left out',
      (one) => ({ winner: null, leaders: named(one, 'pool w2') }),
      /gather is best by median and factor/,
    ],
    [
      'a common factor of others',
      () => ({ leadersSpeedup: { ratio: 2, low: 1, high: 3 } }),
      /outside the common factor/,
    ],
    ['advice beside the leaders', () => ({ advice: 'pool w2' }), /pool w2 does not lead/],
    [
      'the reference, for want of evidence',
      () => ({ advice: 'sequential: nothing is decidedly faster' }),
      /sequential does not lead/,
    ],
    [
      'advice of a gain ruled out',
      () => ({ advice: 'stay with sequential: no schedule gains more than 5 %' }),
      /gather may gain more/,
    ],
    [
      'advice with another factor',
      () => ({ advice: 'undecided: gather measured 3.02× (2.00–4.00)' }),
      /3\.02 \(2\.00–4\.00\) is in no row/,
    ],
    [
      'no advice where there is some',
      () => ({ advice: 'no advice: nothing to compare with' }),
      /there is something to say/,
    ],
    [
      'a command for ten hours',
      () => ({ advice: 'gather; run `overlap run x --budget 600m` to decide' }),
      /more than ten minutes/,
    ],
    [
      'a command for another strategy',
      () => ({ advice: 'gather; run `overlap run x --strategy batches`' }),
      /asks for batches/,
    ],
    ['another factor in the sentence', () => ({ why: 'gather was 5.79 times as fast.' }), /5\.79 is not 19/],
    [
      'a factor of an undecided row',
      row('gather', () => ({ verdict: 'undecided', ...interval(19.1, 0.9, 40) })),
      /was 19\.1 times as fast, and is undecided/,
    ],
    ['another time', () => ({ why: 'gather took 12.5 ms.' }), /took 63\.\d+ ms/],
    [
      'a ceiling',
      () => ({ why: 'This machine gave 1.9 of 2 cores, which is the ceiling.' }),
      /claims more than it can know/,
    ],
    [
      'a ceiling that a row passes',
      () => ({ why: 'Side by side, which leaves 1.10 times at most.' }),
      /pool w2 passes it/,
    ],
    [
      'a processor that was added',
      () => ({ why: 'gather took 63.2 ms: starting tasks together adds no processor.' }),
      /adds no processor/,
    ],
    ['gained next to nothing', () => ({ why: 'gather gained no more than 5 %.' }), /gained at most 5 %/],
    [
      'undecided with a winner',
      () => ({ why: 'Between gather and pool w2 this run is undecided.' }),
      /undecided between leaders that are not/,
    ],
    [
      'another prediction',
      () => ({ why: 'Theory predicts 3.00 times for gather.' }),
      /theory predicts otherwise for gather/,
    ],
    ['no number', () => ({ why: 'gather took NaN ms.' }), /no words for a reader/],
    ['a word of another work', () => ({ boundBy: 'computing here' }), /bound by computing here at/],
    [
      'shares of more than all',
      (one) => ({ work: one.work && { ...one.work, computingHereRatio: 0.5 } }),
      /work adds up to 1\.\d/,
    ],
  ])('%s', (_, change, expected) => {
    expect(found(changed(pages, change))).toMatch(expected);
  });

  it('a cause of what is undecided', () => {
    const open = row('gather', () => ({ verdict: 'undecided', ...interval(1.3, 0.9, 2) }));
    const why = 'gather had 5.0 started: one thread is enough to wait for many answers.';
    expect(found(changed(changed(pages, open), () => ({ why })))).toMatch(/a cause without a decided gain/);
  });

  it('the reference where something measured more, undecided', () => {
    const open = row('pool w2', () => ({ verdict: 'undecided', ...interval(1.5, 0.9, 2.3) }));
    const stay: Change = (one) => ({
      ...{ winner: null, leaders: [...named(one, 'sequential').slice(0, 1), ...one.leaders], leadersAre: 'undecided' },
      advice: 'sequential: nothing is decidedly faster',
    });
    expect(found(changed(changed(primes, open), stay))).toMatch(/settles what is undecided/);
  });

  it('a server that nobody asked', () => {
    expect(found(primes, false)).toBe('');
    expect(found(pages, false)).toMatch(/names a server that nobody asked/);
  });
});
