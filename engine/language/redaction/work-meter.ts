/** Counts inner steps, so that a test can prove that work grows with the length of the text and not faster. */
export type WorkMeter = { steps: number }
