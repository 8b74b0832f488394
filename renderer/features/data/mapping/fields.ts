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
  'agent.name': { label: 'Agent name', reads: words },
  'agent.externalId': { label: 'Agent id', reads: id },
  'agent.email': { label: 'Agent e-mail', reads: id },
  'agent.otherId': { label: 'Another id of the agent', reads: id },
  'agent.firstName': { label: 'Agent first name', reads: words },
  'agent.lastName': { label: 'Agent last name', reads: words },
  'agent.team': { label: 'Team', reads: text },
  'agent.site': { label: 'Site', reads: text },
  'contact.id': { label: 'Contact id', reads: id },
  'contact.legId': { label: 'Leg of the contact', reads: id },
  'contact.startedAt': { label: 'Started, date and time', reads: moment },
  'contact.startedDay': { label: 'Started, day', reads: day },
  'contact.startedTime': { label: 'Started, time of day', reads: words },
  'contact.endedAt': { label: 'Ended', reads: moment },
  'contact.queue': { label: 'Queue', reads: text },
  'contact.reason': { label: 'Contact reason', reads: text },
  'contact.channel': { label: 'Channel', reads: ['word', 'text', 'id'] },
  'contact.direction': { label: 'Direction', reads: ['word'] },
  'contact.customer': { label: 'Customer number or id', reads: id },
  'contact.language': { label: 'Language', reads: text },
  'interaction.handleTime': { label: 'Handle time', reads: duration },
  'interaction.talkTime': { label: 'Talk time', reads: duration },
  'interaction.holdTime': { label: 'Hold time', reads: duration },
  'interaction.acwTime': { label: 'After-contact work', reads: duration },
  'interaction.waitTime': { label: 'Wait time', reads: duration },
  'interaction.duration': { label: 'Length of the contact', reads: duration },
  'interaction.answered': { label: 'Answered', reads: flag },
  'interaction.abandoned': { label: 'Abandoned', reads: flag },
  'interaction.transferred': { label: 'Transferred', reads: flag },
  'interaction.resolved': { label: 'Resolved', reads: flag },
  'interaction.disposition': { label: 'Disposition', reads: text },
  'interaction.subject': { label: 'Subject', reads: words },
  'interaction.description': { label: 'Description', reads: words },
  'interaction.disconnectedBy': { label: 'Who ended it', reads: text },
  'survey.csat': { label: 'Satisfaction (CSAT)', reads: rating },
  'survey.nps': { label: 'Would recommend (NPS)', reads: rating },
  'survey.comment': { label: 'Survey comment', reads: words },
  'survey.resolved': { label: 'Resolved, says the customer', reads: flag },
  'survey.status': { label: 'Survey status', reads: text },
  'survey.respondedAt': { label: 'Answered at', reads: moment },
  'survey.id': { label: 'Response id', reads: id },
  'survey.pertainsToAgent': { label: 'Is about the agent', reads: flag },
  'survey.channel': { label: 'Survey channel', reads: ['word', 'text', 'id'] },
  'evaluation.score': { label: 'Score', reads: rating },
  'evaluation.maxScore': { label: 'Highest score', reads: number },
  'evaluation.form': { label: 'Form', reads: text },
  'evaluation.formId': { label: 'Form id', reads: id },
  'evaluation.formVersion': { label: 'Form version', reads: text },
  'evaluation.evaluator': { label: 'Reviewer', reads: words },
  'evaluation.evaluatorId': { label: 'Reviewer id', reads: id },
  'evaluation.evaluatedAt': { label: 'Evaluated at', reads: moment },
  'evaluation.comment': { label: 'Reviewer’s comment', reads: words },
  'evaluation.id': { label: 'Evaluation id', reads: id },
  'evaluation.isCalibration': { label: 'Is a calibration', reads: ['flag', 'id', 'text'] },
  'evaluation.failedCritical': { label: 'Failed a critical question', reads: ['flag', 'id', 'text'] },
  'evaluation.source': { label: 'Scored by person or automation', reads: ['word', 'flag'] },
  'evaluation.status': { label: 'Status', reads: text },
  'answer.question': { label: 'Question', reads: text },
  'answer.questionId': { label: 'Question id', reads: id },
  'answer.section': { label: 'Section', reads: text },
  'answer.value': { label: 'Answer', reads: text },
  'answer.score': { label: 'Answer score', reads: rating },
  'answer.maxScore': { label: 'Highest answer score', reads: number },
  'answer.weight': { label: 'Question weight', reads: number },
  'answer.comment': { label: 'Answer comment', reads: words },
  'answer.notApplicable': { label: 'Did not apply', reads: flag },
  'answer.failedCritical': { label: 'Failed as critical', reads: flag },
  'shift.day': { label: 'Day', reads: day },
  'shift.startedAt': { label: 'Shift start', reads: moment },
  'shift.startedTime': { label: 'Shift start, time of day', reads: words },
  'shift.endedAt': { label: 'Shift end', reads: moment },
  'shift.endedTime': { label: 'Shift end, time of day', reads: words },
  'shift.scheduled': { label: 'Scheduled time', reads: duration },
  'shift.worked': { label: 'Worked time', reads: duration },
  'shift.inAdherence': { label: 'Time in adherence', reads: duration },
  'shift.exception': { label: 'Exception time', reads: duration },
  'shift.adherence': { label: 'Adherence', reads: share },
  'shift.conformanceScheduled': { label: 'Conformance, scheduled time', reads: duration },
  'shift.conformanceActual': { label: 'Conformance, actual time', reads: duration },
  'shift.conformance': { label: 'Conformance', reads: share },
  'shift.occupancy': { label: 'Occupancy', reads: share },
  'shift.absence': { label: 'Absence', reads: ['word', 'flag', 'duration'] },
  'shift.absenceReason': { label: 'Reason of absence', reads: text },
  'shift.status': { label: 'Status', reads: text },
  'shift.statusTime': { label: 'Time in a status', reads: duration },
  'summary.from': { label: 'Period from', reads: day },
  'summary.to': { label: 'Period to', reads: day },
  'summary.n': { label: 'Number of contacts', reads: number },
  'summary.statistic': { label: 'Figure of the period', reads: ['duration', 'number', 'share', 'scale'] },
  'roster.role': { label: 'Role', reads: text },
  'roster.managerName': { label: 'Supervisor', reads: words },
  'roster.hiredOn': { label: 'Hired on', reads: day },
  'roster.leftOn': { label: 'Left on', reads: day },
  'roster.teamFrom': { label: 'In the team from', reads: day },
  'roster.teamTo': { label: 'In the team until', reads: day },
  'roster.onLeaveFrom': { label: 'On leave from', reads: day },
  'roster.onLeaveTo': { label: 'On leave until', reads: day },
  'roster.status': { label: 'Employment status', reads: text },
}

const groupLabels: Record<string, string> = {
  agent: 'Who',
  contact: 'The contact',
  interaction: 'How it went',
  survey: 'Survey',
  evaluation: 'Evaluation',
  answer: 'One answer',
  shift: 'Workforce',
  summary: 'Summary of a period',
  roster: 'Roster',
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
