import { t } from '#speech'
import { factsOfCaught } from './caught-name.ts'
import { compilePattern } from './compile-pattern.ts'
import { readByPattern } from './read-by-pattern.ts'
import { recogniseNames } from './recognise-name.ts'
import type { RecordingFacts } from './recording-facts.ts'

/**
 * The facts the names of a batch give: by the pattern (throws `INVALID_INPUT` for one that cannot be used); without one, or where a name
 * does not fit it, as common names are read. That a name did not fit is a warning.
 */
export function factsFromNames(
  names: readonly string[],
  pattern: string | null,
  timeZone: string,
): RecordingFacts[] {
  if (pattern === null) return recogniseNames(names, timeZone)
  const compiled = compilePattern(pattern)
  const read = names.map((name) => readByPattern(compiled, name))
  const facts = factsOfCaught(
    read.map(({ caught }) => caught),
    'pattern',
    timeZone,
  )
  const others = names.filter((_, index) => facts[index]!.basis === 'none')
  const recognised = recogniseNames(others, timeZone)
  let other = 0
  return facts.map((one, index) => {
    const { matched } = read[index]!
    if (matched.fits) return one
    const instead = recognised[other++]!
    return {
      ...instead,
      warnings: [t`It does not fit the pattern. ${{ reason: matched.reason }}`, ...instead.warnings],
    }
  })
}
