export * from './rules/table.ts';
