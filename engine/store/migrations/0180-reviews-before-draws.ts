// How a review stood before a draw picked its conversation, too: what a person asked for counts as drawn then, and again as asked for when the
// draw is taken back.
export const up = `
-- JSON: selection, why, chance, the draw that picked it for its risk, and whether it was waiting. NULL where the first draw put it into the queue, or none picked it.
ALTER TABLE reviews ADD COLUMN before_draw TEXT;
`
