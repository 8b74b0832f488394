// Davies & Goldsmith, Statistical Methods in Research and Production, 4th ed. 1972, section 6.6: diameters (mm) of the zone of
// inhibition for six samples (A to F) on each of 24 plates (a to x).
const diameters = [
  [27, 23, 26, 23, 23, 21],
  [27, 23, 26, 23, 23, 21],
  [25, 21, 25, 24, 24, 20],
  [26, 23, 25, 23, 23, 20],
  [25, 22, 26, 22, 23, 20],
  [24, 22, 25, 23, 22, 19],
  [24, 20, 23, 21, 22, 19],
  [26, 22, 26, 24, 24, 21],
  [24, 21, 24, 22, 22, 20],
  [24, 21, 24, 23, 22, 19],
  [26, 23, 26, 24, 24, 21],
  [25, 22, 26, 24, 24, 20],
  [26, 24, 26, 24, 25, 22],
  [26, 23, 26, 23, 23, 20],
  [26, 23, 25, 24, 24, 22],
  [25, 22, 25, 23, 23, 20],
  [25, 21, 24, 23, 23, 20],
  [25, 22, 24, 23, 23, 19],
  [24, 21, 23, 21, 21, 19],
  [26, 23, 26, 24, 24, 21],
  [25, 21, 24, 22, 22, 18],
  [25, 22, 25, 22, 22, 20],
  [24, 21, 24, 22, 24, 19],
  [24, 21, 24, 22, 21, 18],
]

/** Plates as agents, samples as reviewers. */
export const penicillin = diameters.flatMap((row, plate) =>
  row.map((score, sample) => ({
    agentId: 'abcdefghijklmnopqrstuvwx'[plate]!,
    reviewerId: 'ABCDEF'[sample]!,
    score,
  })),
)
