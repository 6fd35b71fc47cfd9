// Clocks and counters differ by a hair: more than this beyond what a counter says has another reason.

const SLACK_RATIO = 0.05;
const SLACK_US = 500;

/** Whether a time by one clock, in microseconds, can be within what another counted. */
export function isAtMost(us: number, countedUs: number): boolean {
  return us <= countedUs * (1 + SLACK_RATIO) + SLACK_US;
}
