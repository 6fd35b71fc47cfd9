// How much two runs of the same code may differ before somebody should look.

/** Where nobody says otherwise: two runs of identical code differ by 6 to 20 % on a shared machine. */
export const DEFAULT_MARGIN_RATIO = 0.25;
