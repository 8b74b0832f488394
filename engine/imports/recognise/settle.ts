import type { Mapping } from '../../../shared/domain/import-kinds.ts'
import { columnValues } from './column-values.ts'
import { decideRating } from './decide-rating.ts'
import { fitField } from './fit.ts'
import { headerOf } from './header.ts'

/** Settles from a whole column what the sample left open. */
export interface MappingSettling {
  /** Looks at one more row. */
  observe(row: readonly string[]): void
  /**
   * The mapping as every row observed has it: the columns decided anew, those of them now read otherwise, and what is still
   * assumed.
   */
  settle(): { mapping: Mapping; warnings: string[]; settled: string[]; changed: string[] }
}

/** Enough different values to decide anything; memory stays small whatever the file. */
const MOST_VALUES = 20_000

/**
 * Re-checks the undecided columns of a recognition over all rows: a 13 in row 90,000 settles a date's order, a 9 a scale
 * first taken for 1 to 5. Columns named in `undecided` that the mapping does not use are passed over.
 */
export function settleMapping(
  mapping: Mapping,
  columns: readonly string[],
  undecided: readonly string[],
): MappingSettling {
  const watched = undecided
    .map((name) => ({ name, index: columns.indexOf(name), seen: new Set<string>() }))
    .filter(({ index }) => index >= 0)
  return {
    observe(row) {
      for (const { index, seen } of watched) if (seen.size < MOST_VALUES) seen.add(row[index] ?? '')
    },
    settle() {
      const warnings: string[] = []
      const changed: string[] = []
      const decided: string[] = []
      const settled: Mapping = {
        ...mapping,
        columns: [...mapping.columns],
        questions: [...mapping.questions],
      }
      for (const { name, seen } of watched) {
        const values = columnValues([...seen])
        const header = headerOf(name)
        settled.columns = settled.columns.map((column) => {
          if (column.column !== name) return column
          const unit = column.transform.as === 'duration' ? column.transform.unit : null
          const fit = fitField(column.field, header, values, {
            timeZone: mapping.timeZone,
            unit: unit === 'clock' || unit === 'words' ? null : unit,
          })
          if (!fit || fit.transform.as !== column.transform.as) return column
          decided.push(name)
          warnings.push(...fit.warnings)
          if (JSON.stringify(fit.transform) !== JSON.stringify(column.transform)) changed.push(name)
          return { ...column, transform: fit.transform }
        })
        settled.questions = settled.questions.map((question) => {
          if ((question.scoreColumn ?? question.answerColumn) !== name) return question
          const scale = decideRating(values, header, 'answer')?.transform
          if (!scale || question.scale.as !== 'scale' || scale.max <= question.scale.max) return question
          changed.push(name)
          return { ...question, scale }
        })
      }
      return {
        mapping: settled,
        warnings: [...new Set(warnings)],
        settled: [...new Set(decided)],
        changed: [...new Set(changed)],
      }
    },
  }
}
