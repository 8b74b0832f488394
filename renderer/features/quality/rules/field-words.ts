import { t } from '@lingui/core/macro'
import { formatShort } from '../../../ui/format.ts'
/** What a figure may be, as it is shown. */
export interface NumberBounds {
  min?: number | undefined
  max?: number | undefined
  isWhole?: boolean | undefined
  /** Whether there has to be one. */
  isNeeded?: boolean | undefined
  suffix?: string | undefined
}

/** What is wrong with a typed figure, in one sentence; undefined where it can be taken. */
export function whyNotFigure(typed: string | number, bounds: NumberBounds): string | undefined {
  const { min, max, isWhole = false, isNeeded = false, suffix = '' } = bounds
  if (typed === '') return isNeeded ? t`There has to be a figure.` : undefined
  const figure = typeof typed === 'number' ? typed : Number(typed)
  const isRight =
    Number.isFinite(figure) &&
    (!isWhole || Number.isInteger(figure)) &&
    figure >= (min ?? -Infinity) &&
    figure <= (max ?? Infinity)
  if (isRight) return undefined
  const what = isWhole ? t`a whole number` : t`a figure`
  if (min !== undefined && max !== undefined)
    return t`Give ${what} from ${shown(min)} to ${shown(max)}${suffix}.`
  return min === undefined ? t`Give ${what}.` : t`Give ${what} of ${shown(min)}${suffix} or more.`
}

/** What is wrong with a typed sentence; undefined where it can be taken. */
export function whyNotSentence(typed: string, most: number, isNeeded: boolean): string | undefined {
  if (typed === '') return isNeeded ? t`There has to be a sentence.` : undefined
  return typed.length > most ? t`Use at most ${most} characters; these are ${typed.length}.` : undefined
}

/** Lines as they are kept: without empty ones and space around. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function shown(figure: number): string {
  return formatShort(figure, 6)
}
