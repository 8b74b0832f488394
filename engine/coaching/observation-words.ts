import { plural, t } from '#speech'
import type { MetricDefinition } from '../../shared/domain/metric-definition.ts'

/** What one observation of a metric is: sentences have a word for each. */
export function observationKind(
  definition: Pick<MetricDefinition, 'id' | 'source'>,
): 'evaluation' | 'conversation' | 'shift' | 'survey' | 'contact' {
  if (definition.id.startsWith('question:')) return 'evaluation'
  if (definition.source === 'Transcripts') return 'conversation'
  if (definition.source === 'Workforce tool') return 'shift'
  return definition.source === 'Survey tool' ? 'survey' : 'contact'
}

/** `1 shift`, `1,200 contacts`. */
export function observationsInWords(definition: MetricDefinition, n: number): string {
  switch (observationKind(definition)) {
    case 'evaluation':
      return t`${plural({ evaluations: n }, { one: '# evaluation', other: '# evaluations' })}`
    case 'conversation':
      return t`${plural({ conversations: n }, { one: '# conversation', other: '# conversations' })}`
    case 'shift':
      return t`${plural({ shifts: n }, { one: '# shift', other: '# shifts' })}`
    case 'survey':
      return t`${plural({ surveys: n }, { one: '# survey', other: '# surveys' })}`
    case 'contact':
      return t`${plural({ contacts: n }, { one: '# contact', other: '# contacts' })}`
  }
}

/** `there is no contact since the session`, within a sentence. */
export function noneSinceSession(definition: MetricDefinition): string {
  switch (observationKind(definition)) {
    case 'evaluation':
      return t`there is no evaluation since the session`
    case 'conversation':
      return t`there is no conversation since the session`
    case 'shift':
      return t`there is no shift since the session`
    case 'survey':
      return t`there is no survey since the session`
    case 'contact':
      return t`there is no contact since the session`
  }
}

/** That a metric cannot be told of somebody, and how many more observations would. */
export function moreWouldTell(definition: MetricDefinition, needed: number): string {
  const { label } = definition
  switch (observationKind(definition)) {
    case 'evaluation':
      return t`${{ label }} cannot be told yet: about ${plural({ evaluations: needed }, { one: '# more evaluation', other: '# more evaluations' })} would tell.`
    case 'conversation':
      return t`${{ label }} cannot be told yet: about ${plural({ conversations: needed }, { one: '# more conversation', other: '# more conversations' })} would tell.`
    case 'shift':
      return t`${{ label }} cannot be told yet: about ${plural({ shifts: needed }, { one: '# more shift', other: '# more shifts' })} would tell.`
    case 'survey':
      return t`${{ label }} cannot be told yet: about ${plural({ surveys: needed }, { one: '# more survey', other: '# more surveys' })} would tell.`
    case 'contact':
      return t`${{ label }} cannot be told yet: about ${plural({ contacts: needed }, { one: '# more contact', other: '# more contacts' })} would tell.`
  }
}
