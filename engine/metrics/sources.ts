import { msg, say } from '#speech'
import type { MetricDefinition } from '../../shared/domain/metric-definition.ts'

/** Where figures come from, by what code knows it by. */
const sources = {
  'Survey tool': msg`Survey tool`,
  'Interaction log': msg`Interaction log`,
  'QA tool': msg`QA tool`,
  'Workforce tool': msg`Workforce tool`,
  Transcripts: msg`Transcripts`,
}

/** A definition to be read by people: its source in the language at hand, too. */
export function withSourceInWords(definition: MetricDefinition): MetricDefinition {
  const { source } = definition
  return Object.hasOwn(sources, source)
    ? { ...definition, source: say(sources[source as keyof typeof sources]) }
    : definition
}
