import type { NamePreview } from '../../../shared/contract/recordings.ts'
import { redact } from '../../language/index.ts'
import { asProblem } from '../../problem.ts'
import { catchNames, factsFromNames } from './facts-from-names.ts'

/** What a pattern catches in names, for somebody who is writing it; a pattern that cannot be used says why. */
export function previewNames(
  names: readonly string[],
  pattern: string | null,
  timeZone: string,
): NamePreview {
  try {
    const facts = factsFromNames(names, pattern, timeZone)
    return {
      pattern,
      problem: null,
      files: catchNames(names, pattern).map((parts, at) => ({
        name: redact(names[at]!).text,
        parts: [...(parts ?? [])].map(([part, text]) => ({
          part,
          // customers are not shown, whatever form their reference has
          text: part === 'customer' ? 'a customer reference' : redact(text).text,
        })),
        problem: parts ? (facts[at]!.warnings[0] ?? null) : 'Nothing was caught.',
      })),
    }
  } catch (error) {
    const problem = asProblem(error)
    if (!problem) throw error
    return { pattern, problem: problem.message, files: [] }
  }
}
