export type * from './rules/study.ts';
