// The version of the file format, apart from the schema: a run writes it long before it needs the library that checks.

/** Version written today. A reader migrates older ones and refuses newer ones by name. */
export const SCHEMA_VERSION = 4;
