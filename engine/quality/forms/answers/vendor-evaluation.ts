/** One evaluation of another tool: what was answered, and the scores it gave. All 0..1; null where it says there is none. */
export interface VendorEvaluation {
  formTitle: string | null
  formRef: string | null
  formVersion: string | null
  score0to1: number | null
  answers: VendorAnswer[]
  sections: { id: string; title: string | null; score0to1: number | null }[]
}

export interface VendorAnswer {
  questionId: string
  /** As the evaluation words it; null where it does not. */
  title: string | null
  /** Ids and wordings of what was chosen, side by side. */
  chosen: { id: string | null; label: string }[]
  /** A number or text, where that was the answer. */
  value: string | null
  isNotApplicable: boolean
  score0to1: number | null
}

/** The value as a record, null for anything else. */
export function recordOf(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null
}

/** The records of a list, empty for anything else. */
export function recordsOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(recordOf).filter((one) => one !== null) : []
}

/** A filled text, numbers written out; null for anything else. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** A share (0..1) of a percentage; null where there is none. */
export function shareOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number / 100 : null
}

export function isTrue(value: unknown): boolean {
  return value === true || value === 'true'
}
