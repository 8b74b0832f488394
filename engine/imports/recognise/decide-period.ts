import { select, t } from '#speech'
import type { PeriodSpan } from '../../../shared/domain/import-kinds.ts'
import { lengthOf, readPeriod } from '../values/periods.ts'
import type { DateOrder } from '../values/wall-time.ts'
import { ENOUGH } from './column-values.ts'
import type { ColumnValues } from './column-values.ts'
import { decideMoment } from './decide-moment.ts'
import type { Header } from './header.ts'

/** How a column names whole periods: in its cells, or by a day of each. */
export interface PeriodDecision {
  order: DateOrder | 'excel-serial'
  span: PeriodSpan
  reason: string
  assumption: string | null
}

/** Whole weeks, months or quarters by the heading, where the cells are days. */
const SPAN_HEADINGS: readonly [RegExp, PeriodSpan][] = [
  [/^(?:week|w) (?:ending|end|to)\b|^w e$/, 'week-ending'],
  [/^(?:week|woche|semana|semaine)\b|^w c$/, 'week'],
  [/^(?:(?:report|reporting) )?(?:month|monat|mes|mois|maand)\b/, 'month'],
  [/^(?:quarter|quartal|trimestre|kwartaal)\b/, 'quarter'],
]

/**
 * Decides whether a column holds whole periods; null where its cells name none. The order of numeric dates is the one that
 * reads more of them, then the one under which the periods are shorter.
 */
export function decidePeriod(values: ColumnValues, header: Header, timeZone: string): PeriodDecision | null {
  if (values.filled.length === 0) return null
  const [best, second] = (['dmy', 'mdy'] as const)
    .map((order) => {
      const periods = values.filled.map((cell) => readPeriod(cell, order)).filter((period) => period !== null)
      return {
        order,
        read: periods.length,
        days: periods.reduce((sum, one) => sum + lengthOf(one), 0),
        text: JSON.stringify(periods),
      }
    })
    .sort((one, other) => other.read - one.read || one.days - other.days)
  if (best && best.read >= values.filled.length * ENOUGH) {
    const example = values.filled[0] ?? ''
    const isEitherWay = second?.text === best.text
    return {
      order: isEitherWay ? 'ymd' : best.order,
      span: 'stated',
      reason: t`the cells name periods such as ${{ example }}`,
      assumption:
        second?.read === best.read && !isEitherWay
          ? best.order === 'dmy'
            ? t`Every period fits day first and month first (such as ${{ example }}); day first, which makes them shorter, is assumed.`
            : t`Every period fits day first and month first (such as ${{ example }}); month first, which makes them shorter, is assumed.`
          : null,
    }
  }
  const span = SPAN_HEADINGS.find(([heading]) => heading.test(header.phrase))?.[1]
  const moment = span ? decideMoment(values, timeZone, false) : null
  if (!span || !moment || moment.order.startsWith('epoch')) return null
  return {
    order: moment.order as DateOrder | 'excel-serial',
    span,
    reason: t`${{ reason: moment.reason }}, and each stands for a ${select({ span: span === 'week-ending' ? 'week' : span }, { week: 'week', month: 'month', other: 'quarter' })}`,
    assumption: moment.assumption,
  }
}
