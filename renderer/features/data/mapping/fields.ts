import { t } from '@lingui/core/macro'
import type { ImportField, ImportKind, Transform } from '../../../../shared/domain/import-kinds.ts'

type As = Transform['as']

interface FieldWords {
  label: string
  /** The ways its text can be read; the first is the usual one. */
  reads: readonly As[]
}

const text: readonly As[] = ['text', 'id', 'word']
/** Names and what people wrote: nothing to translate word by word. */
const words: readonly As[] = ['text', 'id']
const id: readonly As[] = ['id', 'text']
const moment: readonly As[] = ['instant', 'day']
const day: readonly As[] = ['day', 'instant']
const duration: readonly As[] = ['duration']
const number: readonly As[] = ['number', 'share', 'scale']
const share: readonly As[] = ['share', 'scale', 'number']
const rating: readonly As[] = ['scale', 'share', 'number']
const flag: readonly As[] = ['flag']

/** Every field by name and by the ways it can be read, in the order one looks for them. */
export const fields: Record<ImportField, FieldWords> = {
  'agent.name': { label: t`Agent name`, reads: words },
  'agent.externalId': { label: t`Agent id`, reads: id },
  'agent.email': { label: t`Agent e-mail`, reads: id },
  'agent.otherId': { label: t`Another id of the agent`, reads: id },
  'agent.firstName': { label: t`Agent first name`, reads: words },
  'agent.lastName': { label: t`Agent last name`, reads: words },
  'agent.team': { label: t`Team`, reads: text },
  'agent.site': { label: t`Site`, reads: text },
  'contact.id': { label: t`Contact id`, reads: id },
  'contact.legId': { label: t`Leg of the contact`, reads: id },
  'contact.startedAt': { label: t`Started, date and time`, reads: moment },
  'contact.startedDay': { label: t`Started, day`, reads: day },
  'contact.startedTime': { label: t`Started, time of day`, reads: words },
  'contact.endedAt': { label: t`Ended`, reads: moment },
  'contact.queue': { label: t`Queue`, reads: text },
  'contact.reason': { label: t`Contact reason`, reads: text },
  'contact.channel': { label: t`Channel`, reads: ['word', 'text', 'id'] },
  'contact.direction': { label: t`Direction`, reads: ['word'] },
  'contact.customer': { label: t`Customer number or id`, reads: id },
  'contact.language': { label: t`Language`, reads: text },
  'contact.consent': { label: t`Consent to being recorded`, reads: flag },
  'interaction.handleTime': { label: t`Handle time`, reads: duration },
  'interaction.talkTime': { label: t`Talk time`, reads: duration },
  'interaction.holdTime': { label: t`Hold time`, reads: duration },
  'interaction.acwTime': { label: t`After-contact work`, reads: duration },
  'interaction.waitTime': { label: t`Wait time`, reads: duration },
  'interaction.duration': { label: t`Length of the contact`, reads: duration },
  'interaction.answered': { label: t({ message: 'Answered', context: 'of a contact' }), reads: flag },
  'interaction.abandoned': { label: t`Abandoned`, reads: flag },
  'interaction.transferred': { label: t`Transferred`, reads: flag },
  'interaction.resolved': { label: t`Resolved`, reads: flag },
  'interaction.disposition': { label: t`Disposition`, reads: text },
  'interaction.subject': { label: t`Subject`, reads: words },
  'interaction.description': { label: t`Description`, reads: words },
  'interaction.disconnectedBy': { label: t`Who ended it`, reads: text },
  'survey.csat': { label: t`Satisfaction (CSAT)`, reads: rating },
  'survey.nps': { label: t`Would recommend (NPS)`, reads: rating },
  'survey.comment': { label: t`Survey comment`, reads: words },
  'survey.resolved': { label: t`Resolved, says the customer`, reads: flag },
  'survey.status': { label: t`Survey status`, reads: text },
  'survey.respondedAt': { label: t`Answered at`, reads: moment },
  'survey.id': { label: t`Response id`, reads: id },
  'survey.pertainsToAgent': { label: t`Is about the agent`, reads: flag },
  'survey.channel': { label: t`Survey channel`, reads: ['word', 'text', 'id'] },
  'evaluation.score': { label: t`Score`, reads: rating },
  'evaluation.maxScore': { label: t`Highest score`, reads: number },
  'evaluation.form': { label: t`Form`, reads: text },
  'evaluation.formId': { label: t`Form id`, reads: id },
  'evaluation.formVersion': { label: t`Form version`, reads: text },
  'evaluation.evaluator': { label: t`Reviewer`, reads: words },
  'evaluation.evaluatorId': { label: t`Reviewer id`, reads: id },
  'evaluation.evaluatedAt': { label: t`Evaluated at`, reads: moment },
  'evaluation.comment': { label: t`Reviewer’s comment`, reads: words },
  'evaluation.id': { label: t`Evaluation id`, reads: id },
  'evaluation.isCalibration': { label: t`Is a calibration`, reads: ['flag', 'id', 'text'] },
  'evaluation.failedCritical': { label: t`Failed a critical question`, reads: ['flag', 'id', 'text'] },
  'evaluation.source': { label: t`Scored by person or automation`, reads: ['word', 'flag'] },
  'evaluation.status': { label: t`Status`, reads: text },
  'answer.question': { label: t`Question`, reads: text },
  'answer.questionId': { label: t`Question id`, reads: id },
  'answer.section': { label: t`Section`, reads: text },
  'answer.value': { label: t`Answer`, reads: text },
  'answer.score': { label: t`Answer score`, reads: rating },
  'answer.maxScore': { label: t`Highest answer score`, reads: number },
  'answer.weight': { label: t`Question weight`, reads: number },
  'answer.comment': { label: t`Answer comment`, reads: words },
  'answer.notApplicable': { label: t`Did not apply`, reads: flag },
  'answer.failedCritical': { label: t`Failed as critical`, reads: flag },
  'shift.day': { label: t`Day`, reads: day },
  'shift.startedAt': { label: t`Shift start`, reads: moment },
  'shift.startedTime': { label: t`Shift start, time of day`, reads: words },
  'shift.endedAt': { label: t`Shift end`, reads: moment },
  'shift.endedTime': { label: t`Shift end, time of day`, reads: words },
  'shift.scheduled': { label: t`Scheduled time`, reads: duration },
  'shift.worked': { label: t`Worked time`, reads: duration },
  'shift.inAdherence': { label: t`Time in adherence`, reads: duration },
  'shift.exception': { label: t`Exception time`, reads: duration },
  'shift.adherence': { label: t`Adherence`, reads: share },
  'shift.conformanceScheduled': { label: t`Conformance, scheduled time`, reads: duration },
  'shift.conformanceActual': { label: t`Conformance, actual time`, reads: duration },
  'shift.conformance': { label: t`Conformance`, reads: share },
  'shift.occupancy': { label: t`Occupancy`, reads: share },
  'shift.absence': { label: t`Absence`, reads: ['word', 'flag', 'duration'] },
  'shift.absenceReason': { label: t`Reason of absence`, reads: text },
  'shift.status': { label: t`Status`, reads: text },
  'shift.statusTime': { label: t`Time in a status`, reads: duration },
  'summary.from': { label: t`Period from`, reads: day },
  'summary.to': { label: t`Period to`, reads: day },
  'summary.n': { label: t`Number of contacts`, reads: number },
  'summary.statistic': { label: t`Figure of the period`, reads: ['duration', 'number', 'share', 'scale'] },
  'roster.role': { label: t`Role`, reads: text },
  'roster.managerName': { label: t`Supervisor`, reads: words },
  'roster.hiredOn': { label: t`Hired on`, reads: day },
  'roster.leftOn': { label: t`Left on`, reads: day },
  'roster.teamFrom': { label: t`In the team from`, reads: day },
  'roster.teamTo': { label: t`In the team until`, reads: day },
  'roster.onLeaveFrom': { label: t`On leave from`, reads: day },
  'roster.onLeaveTo': { label: t`On leave until`, reads: day },
  'roster.status': { label: t`Employment status`, reads: text },
}

const groupLabels: Record<string, string> = {
  agent: t`Who`,
  contact: t`The contact`,
  interaction: t`How it went`,
  survey: t`Survey`,
  evaluation: t`Evaluation`,
  answer: t`One answer`,
  shift: t`Workforce`,
  summary: t`Summary of a period`,
  roster: t`Roster`,
}

const groupsFirst: Record<ImportKind, string[]> = {
  interactions: ['agent', 'contact', 'interaction', 'survey'],
  evaluations: ['agent', 'evaluation', 'answer', 'contact'],
  surveys: ['survey', 'agent', 'contact'],
  workforce: ['agent', 'shift', 'summary'],
  transcripts: ['contact', 'agent'],
  recordings: ['contact', 'agent'],
  roster: ['agent', 'roster'],
}

export function isImportField(value: string): value is ImportField {
  return value in fields
}

/** The fields as a grouped choice; the groups that files of this kind have come first. */
export function fieldChoices(
  kind: ImportKind,
): { group: string; items: { value: string; label: string }[] }[] {
  const all = Object.keys(fields).filter(isImportField)
  const groups = [...new Set([...groupsFirst[kind], ...Object.keys(groupLabels)])]
  return groups.map((group) => ({
    group: groupLabels[group] ?? group,
    items: all
      .filter((field) => field.startsWith(`${group}.`))
      .map((field) => ({ value: field, label: fields[field].label })),
  }))
}

/** Several columns may stand for these; every other field is taken from one column. */
export const repeatableFields: readonly ImportField[] = [
  'summary.statistic',
  'shift.statusTime',
  'agent.otherId',
]
