// One line of counts over the test runner's reports, which are named as arguments. A report that was never written is a
// failure, and so is a file that failed before its first test.

import { existsSync, readFileSync } from 'node:fs';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { status: string }[];
  }[];
}

const MISSING: Report = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0, testResults: [] };

const reports = process.argv
  .slice(2)
  .map((path) => (existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Report) : MISSING));
const total = (countOf: (report: Report) => number) => reports.reduce((sum, report) => sum + countOf(report), 0);

const brokenFiles = ({ testResults }: Report) =>
  testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  ).length;
const failedCount = total((report) => report.numFailedTests + brokenFiles(report));

console.log(
  `${total((report) => report.numPassedTests)} passed, ${failedCount} failed, ` +
    `${total((report) => report.numPendingTests + report.numTodoTests)} skipped`,
);
process.exitCode = failedCount === 0 ? 0 : 1;
