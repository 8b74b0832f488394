import { msg, say, t, type MessageDescriptor } from '#speech'
import type { ImportField, ImportKind, Mapping } from '../../../shared/domain/import-kinds.ts'
import type { KindChoice } from './choose-kind.ts'
import type { FilePeriod } from './types.ts'
import type { VendorLayout } from './vendor-layout.ts'

/** A confidence in hundredths, within 0..1. */
export function rounded(confidence: number): number {
  return Math.round(Math.max(0, Math.min(1, confidence)) * 100) / 100
}

/** How far the mapping may be trusted unseen: by the layout or the votes, and low where it states nothing. */
export function confidenceOf(
  layout: VendorLayout | null,
  isSprinklrReport: boolean,
  choice: KindChoice,
  kind: ImportKind,
  isGiven: boolean,
  mapping: Mapping,
): number {
  const isWhole = states(mapping)
  const base =
    layout || isSprinklrReport
      ? 0.97
      : isGiven
        ? 0.9
        : choice.kind === kind
          ? Math.max(0.1, Math.min(0.95, 0.15 + (choice.strength - 0.5 * choice.second) / 5))
          : 0.3
  return rounded(isWhole ? base : base * 0.35)
}

/** Whether the mapping says anything worth importing. */
function states(mapping: Mapping): boolean {
  const has = (prefix: string): boolean => mapping.columns.some(({ field }) => field.startsWith(prefix))
  switch (mapping.kind) {
    case 'interactions':
      return has('interaction.') || (has('contact.started') && (has('agent.') || has('contact.id')))
    case 'evaluations':
      return (
        mapping.questions.length > 0 ||
        has('evaluation.score') ||
        has('answer.score') ||
        has('answer.value') ||
        has('evaluation.id')
      )
    case 'surveys':
      return has('survey.csat') || has('survey.nps') || has('survey.comment') || has('survey.resolved')
    case 'workforce':
      return (
        mapping.columns.some(
          ({ field }) => field.startsWith('shift.') && field !== 'shift.day' && field !== 'shift.status',
        ) ||
        has('summary.statistic') ||
        has('summary.n')
      )
    case 'roster':
      return has('agent.')
    case 'transcripts':
    case 'recordings':
      return false
  }
}

const NAMES: Record<ImportKind, MessageDescriptor> = {
  interactions: msg`an interaction log`,
  evaluations: msg`quality evaluations`,
  workforce: msg`workforce records`,
  surveys: msg`survey responses`,
  transcripts: msg`transcripts`,
  recordings: msg`recordings`,
  roster: msg`an agent roster`,
}

/** Why the table was taken for its kind, as sentences. */
export function reasonsOf(
  layout: VendorLayout | null,
  isSprinklrReport: boolean,
  choice: KindChoice,
  kind: ImportKind,
  isGiven: boolean,
): string[] {
  if (isGiven) return [t`It was said to hold ${{ kind: say(NAMES[kind]) }}.`]
  if (layout)
    return [
      t`The headings are those of an export of ${{ vendor: layout.vendor }}: ${{ kind: say(NAMES[kind]) }}.`,
    ]
  if (isSprinklrReport)
    return [t`The headings are those of a checklist report of Sprinklr: quality evaluations.`]
  const list = choice.reasons.slice(0, 6).join(', ')
  return list === ''
    ? [t`Nothing in the table says what it is about.`]
    : [t`It looks like ${{ kind: say(NAMES[kind]) }}: ${{ list }}.`]
}

/** Sentences about what the table does not say: who, when, how good. */
export function missingParts(mapping: Mapping, isSummary: boolean, filePeriod: FilePeriod | null): string[] {
  const has = (...fields: ImportField[]): boolean =>
    mapping.columns.some(({ field }) => fields.includes(field))
  const warnings: string[] = []
  const hasAgent = has('agent.name', 'agent.externalId', 'agent.email', 'agent.firstName', 'agent.lastName')
  const joins =
    mapping.kind === 'evaluations' || mapping.kind === 'surveys' ? has('contact.id', 'evaluation.id') : false
  if (!hasAgent && !joins) warnings.push(t`No column names the agent: the rows are kept without one.`)
  if (!hasAgent && joins)
    warnings.push(
      t`No column names the agent: rows find theirs through the contact or evaluation they belong to.`,
    )
  const dated: Record<ImportKind, boolean> = {
    interactions: has('contact.startedAt', 'contact.startedDay', 'contact.endedAt'),
    evaluations: has('evaluation.evaluatedAt', 'contact.startedAt', 'evaluation.id', 'contact.id'),
    surveys: has('survey.respondedAt', 'contact.startedAt', 'contact.id'),
    workforce: isSummary ? has('summary.from') : has('shift.day', 'shift.startedAt'),
    roster: true,
    transcripts: true,
    recordings: true,
  }
  if (!dated[mapping.kind]) {
    warnings.push(
      isSummary
        ? periodRemark(filePeriod)
        : t`No column dates the rows: they are kept and counted, but belong to no window.`,
    )
  }
  if (mapping.kind === 'surveys' && !has('survey.csat', 'survey.nps')) {
    warnings.push(t`No column holds a rating Debrief is sure of: map the rating by hand if there is one.`)
  }
  return warnings
}

/** What period figures are of where no column says it. */
export function periodRemark(filePeriod: FilePeriod | null): string {
  if (!filePeriod)
    return t`No column says which period the figures are of: they are shown, but belong to no window.`
  const { fromDay, toDay, statedIn } = filePeriod
  switch (statedIn) {
    case 'title above the table':
      return t`No column says which period the figures are of: ${{ fromDay }} to ${{ toDay }} is taken from the title above the table.`
    case "sheet's name":
      return t`No column says which period the figures are of: ${{ fromDay }} to ${{ toDay }} is taken from the sheet's name.`
    case "file's name":
      return t`No column says which period the figures are of: ${{ fromDay }} to ${{ toDay }} is taken from the file's name.`
  }
}
