import type { Answer } from '../../../engine/statistics/index.ts'

/** Items of two raters from a table of counts: rows the first rater's answers, columns the second's; answers are 1, 2, 3 ... */
export function fromCounts(counts: readonly (readonly number[])[]): Answer[][] {
  return counts.flatMap((row, first) =>
    row.flatMap((count, second) => Array.from({ length: count }, () => [first + 1, second + 1])),
  )
}

/** Items from how many raters gave each answer. */
export function fromDistribution(rows: readonly (readonly number[])[]): Answer[][] {
  return rows.map((row) => row.flatMap((count, answer) => Array.from({ length: count }, () => answer + 1)))
}

/** Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C: 4 observers, 12 units; also `cac.raw4raters` of irrCAC. */
export const krippendorff: Answer[][] = [
  [1, 1, null, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [null, 5, 5, 5],
  [null, null, 1, 1],
  [null, null, 3, null],
]

/** Gwet (2014): 100 women by pregnancy type and abstractor; `cont3x3abstractors` of irrCAC. */
export const abstractors = [
  [13, 0, 0],
  [0, 20, 7],
  [0, 4, 56],
]

/** Gwet (2014): 223 patients by clinical and research diagnosis; `cont4x4diagnosis` of irrCAC. */
export const diagnoses = [
  [40, 4, 4, 17],
  [6, 25, 2, 13],
  [4, 1, 21, 12],
  [15, 5, 9, 45],
]

/** Cohen (1968), table 1: 200 cases by two judges. */
export const cohen1968 = [
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
]

/** Boyd et al. (1982): 85 mammograms by two radiologists; the example of Stata's manual, [R] kappa. */
export const mammograms = [
  [21, 12, 0, 0],
  [4, 17, 1, 0],
  [3, 9, 15, 2],
  [0, 0, 0, 1],
]

/** Hout, Duncan & Sobel (1987): answers of 91 couples; `SexualFun` of the R package vcd. */
export const couples = [
  [7, 7, 2, 3],
  [2, 8, 3, 7],
  [1, 5, 4, 9],
  [2, 8, 9, 14],
]

/** Fleiss (1971): the first 15 patients by six psychiatrists; `distrib.6raters` of irrCAC. */
export const psychiatrists = [
  [0, 0, 0, 6, 0],
  [0, 3, 0, 0, 3],
  [0, 1, 4, 0, 1],
  [0, 0, 0, 0, 6],
  [0, 3, 0, 3, 0],
  [2, 0, 4, 0, 0],
  [0, 0, 4, 0, 2],
  [2, 0, 3, 1, 0],
  [2, 0, 0, 4, 0],
  [0, 0, 0, 0, 6],
  [1, 0, 0, 5, 0],
  [1, 1, 0, 4, 0],
  [0, 3, 3, 0, 0],
  [1, 0, 0, 5, 0],
  [0, 2, 0, 3, 1],
]

/** The worked example of the article on Fleiss' kappa in Wikipedia: 10 subjects, 14 raters. */
export const fourteenRaters = [
  [0, 0, 0, 0, 14],
  [0, 2, 6, 4, 2],
  [0, 0, 3, 5, 6],
  [0, 3, 9, 2, 0],
  [2, 2, 8, 1, 1],
  [7, 7, 0, 0, 0],
  [3, 2, 6, 3, 0],
  [2, 5, 3, 2, 2],
  [6, 5, 2, 1, 0],
  [0, 2, 2, 3, 7],
]

/** Shrout & Fleiss (1979), table 2: 6 targets, 4 judges. */
export const shroutFleiss: Answer[][] = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
]
