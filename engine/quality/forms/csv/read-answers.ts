import { t } from '#speech'
import { refusal, shown } from '../refusals.ts'
import type { DraftOption, DraftQuestion } from '../settle-definition.ts'
import { numberIn } from './cells.ts'
import type { FormCells } from './form-cells.ts'
import { freshId } from './fresh-id.ts'

/** The answer or range of one row, added to its question. */
export function readAnswerCells(cells: FormCells, draft: DraftQuestion, fileName: string): void {
  const label = cells.cell('answer')
  const [from, to] = [cells.number('from'), cells.number('to')]
  const fatal = fatalIn(cells.cell('fatal'), fileName, cells.row)
  if (label !== '') {
    const options = (draft.options ??= [])
    const id =
      cells.cell('answer id') ||
      freshId(
        label,
        options.map((option) => option.id),
      )
    const points =
      cells.number('points') ?? (draft.isExcluded === true ? 0 : pointsOf(label, fileName, cells.row))
    options.push({ id, label, points, guidance: cells.cell('answer guidance'), fatal })
  } else if (from !== null || to !== null) {
    if (from === null || to === null)
      throw refusal(
        t`"${{ file: shown(fileName) }}", row ${{ row: cells.row }}: a range needs both "from" and "to".`,
      )
    const ranges = (draft.ranges ??= [])
    ranges.push({ from, to, points: cells.number('points') ?? 0, fatal })
  }
  refuseMany(draft, fileName)
}

const MOST_ANSWERS = 100

/** As long as an answer with its points may be. */
const LONGEST_ANSWER = 400

function refuseMany(draft: DraftQuestion, fileName: string): void {
  if ((draft.options ?? []).length + (draft.ranges ?? []).length > MOST_ANSWERS)
    throw refusal(
      t`"${{ file: shown(fileName) }}": "${{ title: shown(draft.title) }}" has more than ${{ most: MOST_ANSWERS }} answers.`,
    )
}

const oneAnswer = /^(.*?)\s*=\s*([+-]?\d+(?:[.,]\d+)?)?\s*(!?)$/

/** All answers in one cell: `Yes=1|No=0!|N/A`, an exclamation mark for an answer that fails the form, ranges as `0-30=1`. */
export function readAnswersCell(cells: FormCells, draft: DraftQuestion, fileName: string): void {
  const cell = cells.cell('answers')
  if (cell === '') return
  const parts = cell.split(/[|;\n]/).map((part) => part.trim())
  const options = (draft.options ??= [])
  for (const part of parts.filter((one) => one !== '')) {
    if (/^(?:n\/?a|not applicable)$/i.test(part)) {
      draft.allowsNotApplicable = true
      continue
    }
    if (part.length > LONGEST_ANSWER)
      throw refusal(
        t`"${{ file: shown(fileName) }}", row ${{ row: cells.row }}: the answer "${{ answer: shown(part) }}" is too long.`,
      )
    refuseMany(draft, fileName)
    const found = oneAnswer.exec(part)
    const label = (found?.[1] ?? part.replace(/!$/, '')).trim()
    const stated = found?.[2]
    const isFatal = part.endsWith('!')
    const points =
      stated !== undefined
        ? (numberIn(stated) ?? 0)
        : draft.isExcluded === true
          ? 0
          : pointsOf(label, fileName, cells.row)
    const fatal: DraftOption['fatal'] = isFatal ? { target: 'form' } : null
    const range =
      draft.type === 'numeric' ? /^(-?\d+(?:\.\d+)?)\s*(?:-|–|to)\s*(-?\d+(?:\.\d+)?)$/.exec(label) : null
    if (range) (draft.ranges ??= []).push({ from: Number(range[1]), to: Number(range[2]), points, fatal })
    else if (label === '')
      throw refusal(
        t`"${{ file: shown(fileName) }}", row ${{ row: cells.row }}: an answer has no wording in "${{ cell: shown(cell) }}".`,
      )
    else
      options.push({
        id: freshId(
          label,
          options.map(({ id }) => id),
        ),
        label,
        points,
        fatal,
      })
  }
}

/** Of an answer without points: yes gives one, no none, a number itself. */
function pointsOf(label: string, fileName: string, row: number): number {
  const text = label.toLowerCase()
  if (text === 'yes') return 1
  if (text === 'no') return 0
  const number = numberIn(label)
  if (number !== null) return number
  throw refusal(
    t`"${{ file: shown(fileName) }}", row ${{ row }}: the answer "${{ label: shown(label) }}" has no points; write them as "${{ label: shown(label) }}=1".`,
  )
}

function fatalIn(cell: string, fileName: string, row: number): DraftOption['fatal'] {
  const text = cell.toLowerCase()
  if (['', 'no', 'none', 'false', '0'].includes(text)) return null
  if (['form', 'yes', 'true', 'x', '1', 'y'].includes(text)) return { target: 'form' }
  if (text.startsWith('section:'))
    return { target: 'section', sectionId: cell.slice('section:'.length).trim() }
  throw refusal(
    t`"${{ file: shown(fileName) }}", row ${{ row }}: "${{ cell: shown(cell) }}" under "fatal" is neither empty nor "form" nor "section:" with the id of one.`,
  )
}
