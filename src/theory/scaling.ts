// How speed-up grows with workers, and what holds it back. Universal Scalability Law, S(n) = n / (1 + s(n-1) + k n(n-1)):
// s is the serial share (contention), k the price of talking to each other; k = 0 is Amdahl's law (Gunther, "Guerrilla
// Capacity Planning", 2007). Since n/S - 1 = s(n-1) + k n(n-1) is linear, least squares with its t interval will do.
// Misleads beyond the measured range, so it refuses to look there, and below six points, so it refuses to fit.

/** A measured speed-up over one worker. */
export interface ScalingPoint {
  readonly workerCount: number;
  readonly speedup: number;
}

/** A coefficient with its 95 % interval. */
export interface Coefficient {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A fit, or the reason why there is none. */
export type ScalingFit =
  | {
      readonly fitted: true;
      /** s: share of the work that cannot overlap. */
      readonly serialRatio: Coefficient;
      /** k: cost of coordination for each pair of workers, as a share. */
      readonly coherencyRatio: Coefficient;
      /** Workers beyond which more make it slower, or null when that lies outside what was measured. */
      readonly peakWorkerCount: number | null;
      /** Expected speed-up, or null outside the measured range. */
      speedupAt(workerCount: number): number | null;
    }
  | { readonly fitted: false; readonly reason: string };

const FEWEST_POINTS = 6;

/** Fits speed-ups measured at six or more worker counts, one of them above 1; each must be finite and above 0. */
export function fitScaling(points: readonly ScalingPoint[]): ScalingFit {
  const counts = new Set(points.map((point) => point.workerCount));
  if (counts.size < FEWEST_POINTS) {
    return { fitted: false, reason: `needs ${FEWEST_POINTS} worker counts, got ${counts.size}` };
  }
  if (points.some(({ workerCount, speedup }) => !(workerCount >= 1 && speedup > 0 && Number.isFinite(speedup)))) {
    return { fitted: false, reason: 'needs worker counts of at least 1 and speed-ups above 0' };
  }
  const rows = points.map(({ workerCount: n, speedup }) => ({ a: n - 1, b: n * (n - 1), y: n / speedup - 1 }));
  const both = leastSquares(rows);
  const { serial, coherency } = both.coherency.value >= 0 ? both : leastSquares(rows.map((row) => ({ ...row, b: 0 })));
  const most = Math.max(...counts);
  const least = Math.min(...counts);
  const peak = Math.sqrt(Math.max(0, 1 - serial.value) / coherency.value);
  return {
    fitted: true,
    serialRatio: serial,
    coherencyRatio: coherency,
    peakWorkerCount: peak <= most ? peak : null,
    speedupAt: (n) => (n < least || n > most ? null : n / (1 + serial.value * (n - 1) + coherency.value * n * (n - 1))),
  };
}

interface Row {
  readonly a: number;
  readonly b: number;
  readonly y: number;
}

// y = serial · a + coherency · b without intercept; with all b = 0, Amdahl's one coefficient.
function leastSquares(rows: readonly Row[]): { serial: Coefficient; coherency: Coefficient } {
  const total = (term: (row: Row) => number): number => rows.reduce((sum, row) => sum + term(row), 0);
  const aa = total((row) => row.a * row.a);
  const bb = total((row) => row.b * row.b);
  const ab = total((row) => row.a * row.b);
  const ay = total((row) => row.a * row.y);
  const by = total((row) => row.b * row.y);
  const determinant = aa * bb - ab * ab;
  const amdahl = determinant === 0;
  const s = amdahl ? ay / aa : (ay * bb - by * ab) / determinant;
  const k = amdahl ? 0 : (by * aa - ay * ab) / determinant;
  const df = rows.length - (amdahl ? 1 : 2);
  const variance = total((row) => (row.y - s * row.a - k * row.b) ** 2) / df;
  const reach = t95(df);
  return {
    serial: around(s, reach * Math.sqrt(amdahl ? variance / aa : (variance * bb) / determinant)),
    coherency: around(k, amdahl ? 0 : reach * Math.sqrt((variance * aa) / determinant)),
  };
}

function around(value: number, halfWidth: number): Coefficient {
  return { value, low: value - halfWidth, high: value + halfWidth };
}

// The 97.5 % point of Student's t for 4 degrees of freedom and more: Abramowitz & Stegun 26.7.5, right to 0.001.
function t95(df: number): number {
  const z = 1.959964;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
  ];
  return terms.reduce((sum, term, index) => sum + term / df ** (index + 1), z);
}
