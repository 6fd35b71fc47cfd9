// What `overlap-bench` is to whoever imports it: the words of a scenario file, and the doors for programs. A scenario file
// loads it in every arm and every worker, so that nothing here may load more than the words.

export * from './api/door.ts';
export type { GateOutcome } from './api/gating/gate.ts';
export type { GateOptions } from './api/gating/gate-options.ts';
export type { CompareOptions, CompareOutcome, DocumentSource, RenderOptions } from './api/other-options.ts';
export type { RunOptions, RunOutcome, ScenarioSource } from './api/run-options.ts';
export * from './authoring.ts';
export { BenchError, type ErrorCode } from './errors.ts';
export { EXIT, type ExitCode } from './exit-codes.ts';
export type { Cell, ResultDocument, Sample } from './model/document/document.ts';
export type {
  ComparedCell,
  ComparedSide,
  Comparison,
  ComparisonTier,
  HistoryUsed,
  SelfTest,
  UnmatchedCell,
  UnmatchedNews,
  VersionVerdict,
} from './model/report/comparison.ts';
export type {
  NamedArm,
  RatioInterval,
  Report,
  Row,
  ScenarioReport,
  StrategyVerdict,
  Warning,
} from './model/report/report.ts';
export type { Format } from './render/renderer.ts';
export type { Progress } from './runner/plan/run-settings.ts';
