import { select, t } from '#speech'
import type { FormRow, FormTable } from '../csv/read-table.ts'
import { refusal, shown } from '../refusals.ts'

/** The tables of MaestroQA that a rubric is made of, as its data warehouse names their columns. */
export interface MaestroTables {
  templates: readonly FormRow[]
  sections: readonly FormRow[]
  questions: readonly FormRow[]
  options: readonly FormRow[]
  /** Options without a score: what may lie behind an answer. */
  feedback: readonly FormRow[]
}

type TableName = keyof MaestroTables

/** Which of MaestroQA's tables this is, by its columns; null for any other. */
export function maestroTableName({ headings, name }: FormTable): TableName | null {
  const has = (...wanted: string[]) => wanted.every((heading) => headings.includes(heading))
  if (!has('template id')) return null
  if (has('answer id')) return null
  if (has('option id', 'label')) return /feedback/i.test(name) ? 'feedback' : 'options'
  if (has('question id', 'question')) return 'questions'
  if (has('section id', 'name')) return 'sections'
  return has('name') ? 'templates' : null
}

/** The tables among those given. Throws a Problem where one that is needed is missing. */
export function maestroTables(tables: readonly FormTable[]): MaestroTables {
  const found: MaestroTables = { templates: [], sections: [], questions: [], options: [], feedback: [] }
  for (const table of tables) {
    const name = maestroTableName(table)
    if (name === null)
      throw refusal(
        t`"${{ name: shown(table.name) }}" is none of the files a MaestroQA rubric is made of; leave it out.`,
      )
    found[name] = [...found[name], ...table.rows]
  }
  for (const needed of ['sections', 'questions'] as const)
    if (found[needed].length === 0)
      throw refusal(
        t`A MaestroQA rubric needs its ${select({ needed }, { sections: 'sections', other: 'questions' })} too: choose the files for templates, sections, questions and options together.`,
      )
  return found
}
