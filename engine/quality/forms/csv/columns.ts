/**
 * The columns of a form as CSV, in the order they are written, with the other names they are known by. One row is one answer (or range) of a
 * question; what a question or section says once stands in its first row. Only `question` must be there.
 */
export const columns = {
  form: ['scorecard'],
  description: [],
  strategy: ['scoring'],
  section: ['category', 'group', 'area'],
  'section id': [],
  'section weight': [],
  'section instructions': [],
  subsection: ['sub section', 'subcategory'],
  'subsection id': [],
  'subsection weight': [],
  'subsection instructions': [],
  question: ['criterion', 'criteria', 'item', 'title'],
  id: ['question id'],
  type: ['question type'],
  weight: ['question weight', 'weighting'],
  guidance: ['help', 'description of question', 'notes'],
  critical: ['is critical'],
  bonus: ['is bonus'],
  scored: ['is scored'],
  'not applicable': ['n/a', 'na allowed', 'allows not applicable'],
  least: ['least points', 'min'],
  most: ['most points', 'max', 'max points'],
  default: ['default answer'],
  'asked if': ['condition'],
  'root causes': [],
  automation: [],
  answers: ['options', 'answer options'],
  answer: ['option'],
  'answer id': ['option id'],
  from: [],
  to: [],
  points: ['score'],
  fatal: ['auto fail', 'autofail', 'automatic fail', 'fail'],
  'answer guidance': [],
} as const satisfies Record<string, readonly string[]>

export type Column = keyof typeof columns

/** The columns that are written; `answers` is for people, who write them into one cell. */
export const writtenColumns = (Object.keys(columns) as Column[]).filter((column) => column !== 'answers')
