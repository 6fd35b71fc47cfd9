// The version of the gate documents that this code writes.

export const GATE_SCHEMA_VERSION = 1;
