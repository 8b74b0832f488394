import { dayOf, type DateOrder, type WrittenDate } from './written-dates.ts'

/** The order chosen for each date by how it is written; null where no order could be told. */
export type DateOrders = (date: WrittenDate) => DateOrder | null

/**
 * Decides over all dates of a batch which order theirs is, never one by one: a number above 12 in any of them settles it; else the order
 * under which the days lie four times closer together, of three different dates at least (a batch spans days or weeks; read the wrong
 * way round, it spans months). Dates of which no order is true of all are read only where theirs leaves no choice.
 */
export function decideDateOrders(dates: readonly WrittenDate[]): DateOrders {
  const byShape = Map.groupBy(dates, shapeOf)
  const orders = new Map([...byShape].map(([shape, alike]) => [shape, decideAlike(alike)]))
  return (date) => orders.get(shapeOf(date)) ?? (date.orders.length === 1 ? date.orders[0]! : null)
}

function shapeOf({ parts }: WrittenDate): 'year-first' | 'year-last' | 'short-year' {
  if (parts[0] >= 1000) return 'year-first'
  return parts[2] >= 1000 ? 'year-last' : 'short-year'
}

function decideAlike(dates: readonly WrittenDate[]): DateOrder | null {
  const candidates = (['ymd', 'dmy', 'mdy'] as const).filter((order) =>
    dates.every((date) => date.orders.includes(order)),
  )
  if (candidates.length <= 1) return candidates[0] ?? null
  if (new Set(dates.map(({ parts }) => parts.join('-'))).size < 3) return sameDay(dates, candidates)
  const [closest, next] = candidates
    .map((order) => ({ order, span: spanOf(dates, order) }))
    .toSorted((one, other) => one.span - other.span) as [Spanned, Spanned]
  return closest.span * 4 < next.span ? closest.order : null
}

interface Spanned {
  order: DateOrder
  span: number
}

/** 05.05.2025 is one day in every order. */
function sameDay(dates: readonly WrittenDate[], candidates: readonly DateOrder[]): DateOrder | null {
  const isSame = dates.every((date) => new Set(candidates.map((order) => dayOf(date, order))).size === 1)
  return isSame ? candidates[0]! : null
}

function spanOf(dates: readonly WrittenDate[], order: DateOrder): number {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const date of dates) {
    const day = dayOf(date, order) ?? 0
    first = Math.min(first, day)
    last = Math.max(last, day)
  }
  return last - first + 1
}
