import { t } from '#speech'
import type { NamePreview } from '../../../shared/contract/recordings.ts'
import { factsFromNames } from './facts-from-names.ts'
import { previewPattern } from './preview-pattern.ts'
import type { RecordingFacts } from './recording-facts.ts'
import { suggestPattern } from './suggest-pattern.ts'

/**
 * What a pattern catches in names, or what is read from them without one, with the pattern they would suggest. Customers' references and
 * telephone numbers are hidden.
 */
export function previewNames(
  names: readonly string[],
  pattern: string | null,
  timeZone: string,
): NamePreview {
  const suggestion = suggestPattern(names)?.pattern ?? null
  if (pattern !== null) {
    const { problem, files } = previewPattern(pattern, names, timeZone)
    return {
      pattern,
      problem,
      suggestion,
      files: files.map(({ name, parts, problem }) => ({ name, parts, problem })),
    }
  }
  // a pattern that catches nothing hides the same numbers
  const shown = previewPattern('{title}', names, timeZone).files
  return {
    pattern,
    problem: null,
    suggestion,
    files: factsFromNames(names, null, timeZone).map((facts, at) => ({
      name: shown[at]!.name,
      parts: partsOf(facts),
      problem: facts.basis === 'none' ? t`Nothing could be read from its name.` : (facts.warnings[0] ?? null),
    })),
  }
}

function partsOf(facts: RecordingFacts): { part: string; text: string }[] {
  const told: [string, string | null][] = [
    ['agent', facts.agent],
    ['time', facts.startedAtMs === null ? null : new Date(facts.startedAtMs).toISOString()],
    ['direction', facts.direction],
    ['contact', facts.contactRef],
    ['queue', facts.queue],
    ['reason', facts.reason],
    ['title', facts.title],
  ]
  return told.flatMap(([part, text]) => (text === null ? [] : [{ part, text }]))
}
