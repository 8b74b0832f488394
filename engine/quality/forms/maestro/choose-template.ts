import { t } from '#speech'
import { flagIn } from '../csv/cells.ts'
import { isSame } from '../csv/same-words.ts'
import { listed, refusal } from '../refusals.ts'
import type { MaestroTables } from './maestro-tables.ts'

/** The rubric that is meant: the only one, the only active one, or the one asked for by name or id. Throws a Problem. */
export function chooseTemplate({ templates, questions }: MaestroTables, wanted: string | undefined) {
  const known = new Set(questions.map((row) => row.cell('template id')))
  const listedThere = templates.filter((row) => known.has(row.cell('template id')))
  const candidates =
    listedThere.length > 0
      ? listedThere.map((row) => ({
          id: row.cell('template id'),
          name: row.cell('name') || row.cell('template id'),
          isWeighted: flagIn(row.cell('is weighted')) === true,
          isActive: flagIn(row.cell('is active')) !== false,
        }))
      : [...known].map((id) => ({ id, name: 'MaestroQA rubric', isWeighted: false, isActive: true }))
  const chosen =
    wanted === undefined ? [] : candidates.filter(({ id, name }) => id === wanted || isSame(name, wanted))
  if (wanted !== undefined && chosen.length === 0)
    throw refusal(
      t`There is no rubric "${{ wanted }}" in these files; there is ${{ rubrics: listed(candidates.map(({ name }) => name)) }}.`,
    )
  const active = candidates.filter(({ isActive }) => isActive)
  const left = chosen.length > 0 ? chosen : active.length > 0 ? active : candidates
  if (left.length > 1)
    throw refusal(
      t`These files hold ${{ count: left.length }} rubrics (${{ rubrics: listed(left.map(({ name }) => name)) }}); export one of them by itself, or leave the others out.`,
    )
  if (left[0] === undefined) throw refusal(t`These files hold no rubric with questions.`)
  return left[0]
}
