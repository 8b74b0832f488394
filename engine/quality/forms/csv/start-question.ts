import { t } from '#speech'
import { questionTypes, type QuestionType } from '../../../../shared/domain/scorecard/definition.ts'
import { refusal, shown } from '../refusals.ts'
import type { DraftQuestion } from '../settle-definition.ts'
import { readAutomation, readCondition } from './condition-text.ts'
import type { FormCells } from './form-cells.ts'
import { freshId } from './fresh-id.ts'
import { readAnswersCell } from './read-answers.ts'
import type { Reading, ReadQuestion } from './reading.ts'
import { sectionFor } from './section-of-row.ts'

/** A question by its first row, without what further rows add. Throws a Problem. */
export function startQuestion(title: string, id: string, cells: FormCells, reading: Reading): ReadQuestion {
  const condition = readCondition(cells.cell('asked if'))
  if (condition === undefined) reading.notes.about(title, noteCondition)
  const type = typeIn(cells, reading)
  const automation = readAutomation(cells.cell('automation'))
  const draft: DraftQuestion = {
    id:
      id === ''
        ? freshId(
            title,
            reading.questions.map(({ draft }) => draft.id),
          )
        : id,
    sectionId: sectionFor(cells, reading),
    title,
    guidance: cells.cell('guidance'),
    // settled once all its answers are read
    type: type ?? 'yes-no',
    weight: cells.number('weight'),
    isCritical: cells.flag('critical') ?? false,
    isBonus: cells.flag('bonus') ?? false,
    isExcluded: !(cells.flag('scored') ?? true),
    allowsNotApplicable: cells.flag('not applicable') ?? true,
    leastPoints: cells.number('least') ?? 0,
    mostPoints: cells.number('most') ?? 0,
    defaultOptionId: cells.cell('default') || null,
    rootCauses: listIn(cells.cell('root causes')),
    options: [],
    ranges: [],
    ...(automation && { automation }),
  }
  readAnswersCell(cells, draft, reading.fileName)
  return { draft, condition: condition ?? null, isTypeStated: type !== null }
}

const typeWords: Readonly<Record<string, QuestionType>> = {
  'yes/no': 'yes-no',
  yesno: 'yes-no',
  'single choice': 'single',
  choice: 'single',
  singleselect: 'single',
  'multiple choice': 'multiple',
  multi: 'multiple',
  multiselect: 'multiple',
  number: 'numeric',
  range: 'numeric',
  scale: 'points',
  'free text': 'text',
  comment: 'text',
}

function typeIn(cells: FormCells, { fileName }: Reading): QuestionType | null {
  const text = cells.cell('type').toLowerCase()
  if (text === '') return null
  const type =
    questionTypes.find((one) => one === text || one === text.replaceAll(' ', '-')) ??
    (Object.hasOwn(typeWords, text) ? typeWords[text] : undefined)
  if (type === undefined)
    throw refusal(
      t`"${{ file: shown(fileName) }}", row ${{ row: cells.row }}: there is no type "${{ text: shown(text) }}"; use one of ${{ types: questionTypes.join(', ') }}.`,
    )
  return type
}

/** A list as JSON or, as people write it, between bars. */
function listIn(cell: string): string[] {
  if (cell.startsWith('[')) {
    try {
      const list: unknown = JSON.parse(cell)
      if (Array.isArray(list)) return list.filter((one) => typeof one === 'string')
    } catch {
      // then it is a wording that begins with a bracket
    }
  }
  return cell
    .split('|')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

const noteCondition = (names: string) =>
  t`When it is asked could not be read, so it is always asked: ${{ names }}.`
