// How much a version may change before somebody should look, side by side or judged by past runs.

/** Where nobody says otherwise; a change must also be more than the noise that was measured. */
export const DEFAULT_MARGIN_RATIO = 0.03;
