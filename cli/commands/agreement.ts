import type { Agreement, Coefficient } from '../../engine/agreement-of-file.ts'
import { command } from '../command.ts'
import { UsageError } from '../errors.ts'
import { wholeNumber, word } from '../terminal/options.ts'
import { table } from '../terminal/table.ts'

const scales = ['nominal', 'ordinal', 'interval', 'ratio'] as const

const labels = {
  percentAgreement: 'Share of agreement',
  cohenKappa: "Cohen's kappa",
  weightedKappa: 'Weighted kappa',
  fleissKappa: "Fleiss' kappa",
  ac1: "Gwet's AC1",
  ac2: "Gwet's AC2",
  alpha: "Krippendorff's alpha",
  icc1: 'ICC(1)',
  icc2: 'ICC(2)',
  icc3: 'ICC(3)',
  icc1k: 'ICC(1,k)',
  icc2k: 'ICC(2,k)',
  icc3k: 'ICC(3,k)',
} as const satisfies Partial<Record<keyof Agreement, string>>

export const agreement = command({
  name: 'agreement',
  usage:
    'agreement RATINGS.csv --scale nominal|ordinal|interval|ratio [--order "LOWEST,...,HIGHEST"] [--weights quadratic|linear] [--seed N] [--resamples N]',
  summary: 'Say how far raters agree, from a file with the columns item, rater and value.',
  options: {
    scale: { type: 'string' },
    order: { type: 'string' },
    weights: { type: 'string' },
    seed: { type: 'string' },
    resamples: { type: 'string' },
  },
  positionals: { least: 1, most: 1 },
  async run({ values, positionals, terminal }) {
    const scale = word('--scale', scales, values.scale)
    if (scale === undefined) throw new UsageError(`agreement needs --scale: one of ${scales.join(', ')}.`)
    const weights = word('--weights', ['quadratic', 'linear'] as const, values.weights) ?? 'quadratic'
    const seed = wholeNumber('--seed', values.seed, 0, 2 ** 32 - 1)
    const resamples = wholeNumber('--resamples', values.resamples, 100, 100_000)
    const order = orderOf(values.order, scale)
    const { agreementOfFile } = await import('../../engine/agreement-of-file.ts')
    const found = await agreementOfFile(terminal.resolve(positionals[0] ?? ''), {
      scale,
      weights,
      order,
      seed,
      resamples,
    })
    return {
      data: found,
      text: textOf(found, scale === 'nominal' ? 'nominal scale' : `${scale} scale, ${weights} weights`),
    }
  },
})

function orderOf(text: string | undefined, scale: (typeof scales)[number]): string[] | undefined {
  if (text === undefined) return undefined
  if (scale === 'interval' || scale === 'ratio')
    throw new UsageError(
      `--order is for words; on ${scale === 'interval' ? 'an' : 'a'} ${scale} scale the values are numbers.`,
    )
  const order = text.split(',').map((name) => name.trim())
  if (order.length < 2 || order.includes('') || new Set(order).size < order.length)
    throw new UsageError(
      `--order takes two different answers or more with commas between them, not "${text}".`,
    )
  return order
}

function textOf(found: Agreement, how: string): string {
  const names = Object.keys(labels) as (keyof typeof labels)[]
  const heading = `${counted(found.n, 'rating')} of ${counted(found.items, 'item')} by ${counted(found.raters, 'rater')}, ${how}`
  const rows = names.map((name) => rowOf(labels[name], found[name]))
  const reasons = Map.groupBy(
    names.filter((name) => found[name].value === null),
    (name) => reasonOf(found[name]),
  )
  const missing = [...reasons].map(
    ([reason, without]) => `${without.map((name) => labels[name]).join(', ')}: ${reason}`,
  )
  return [
    heading,
    '',
    table(['', 'value', '95% interval'], rows),
    ...(missing.length > 0 ? [''] : []),
    ...missing,
  ].join('\n')
}

function rowOf(label: string, coefficient: Coefficient): string[] {
  if (coefficient.value === null) return [label, '-'.padStart(6), '-']
  const { value, low, high } = coefficient
  return [label, decimals(value).padStart(6), `${decimals(low)} to ${decimals(high)}`]
}

function reasonOf(coefficient: Coefficient): string {
  return coefficient.value === null ? coefficient.reason : ''
}

/** Always three decimals, so that the column can be read downwards; a rounded zero has no sign. */
function decimals(value: number): string {
  const text = value.toFixed(3)
  return text === '-0.000' ? '0.000' : text
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`
}
