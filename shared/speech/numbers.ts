import { spokenLocale } from './voice.ts'

const formats = new Map<string, Intl.NumberFormat>()

/** A number in the language at hand, with exactly `decimals` decimals and a true minus sign: `1,234`, `4.20`, `4,20`. */
export function formatNumber(value: number, decimals = 0): string {
  const locale = spokenLocale()
  const key = `${locale} ${decimals}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    })
    formats.set(key, format)
  }
  // Adding 0 turns the -0 that rounding leaves into 0.
  return format.format(Number(value.toFixed(decimals)) + 0).replace('-', '\u2212')
}

/** A number with as many decimals as it has, at most `most` of them: `4.2`, `4`. */
export function formatShort(value: number, most: number): string {
  const [, decimals = ''] = String(Number(value.toFixed(most))).split('.')
  return formatNumber(value, decimals.length)
}
