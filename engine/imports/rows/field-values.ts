import type { ImportField, Transform } from '../../../shared/domain/import-kinds.ts'

/** What kind of value a field takes. */
export type FieldValue =
  | 'id'
  | 'text'
  | 'free-text'
  | 'name'
  | 'instant'
  | 'day'
  | 'time-of-day'
  | 'duration'
  | 'number'
  | 'share'
  | 'rating'
  | 'flag'
  | 'mark'
  | 'channel'
  | 'direction'
  | 'absence'
  | 'origin'
  | 'figure'

/** The value each field takes; `free-text` is what people wrote and must be redacted before it is stored or shown. */
export const FIELD_VALUES: Readonly<Record<ImportField, FieldValue>> = {
  'agent.externalId': 'id',
  'agent.otherId': 'id',
  'agent.name': 'name',
  'agent.firstName': 'name',
  'agent.lastName': 'name',
  'agent.email': 'id',
  'agent.team': 'text',
  'agent.site': 'text',
  'contact.id': 'id',
  'contact.legId': 'id',
  'contact.startedAt': 'instant',
  'contact.startedDay': 'day',
  'contact.startedTime': 'time-of-day',
  'contact.endedAt': 'instant',
  'contact.queue': 'text',
  'contact.reason': 'text',
  'contact.channel': 'channel',
  'contact.direction': 'direction',
  'contact.customer': 'id',
  'contact.language': 'text',
  'contact.consent': 'flag',
  'interaction.waitTime': 'duration',
  'interaction.talkTime': 'duration',
  'interaction.holdTime': 'duration',
  'interaction.acwTime': 'duration',
  'interaction.handleTime': 'duration',
  'interaction.duration': 'duration',
  'interaction.transferred': 'flag',
  'interaction.abandoned': 'flag',
  'interaction.answered': 'flag',
  'interaction.resolved': 'flag',
  'interaction.disposition': 'text',
  'interaction.subject': 'free-text',
  'interaction.description': 'free-text',
  'interaction.disconnectedBy': 'text',
  'survey.id': 'id',
  'survey.respondedAt': 'instant',
  'survey.csat': 'rating',
  'survey.nps': 'rating',
  'survey.resolved': 'flag',
  'survey.status': 'text',
  'survey.comment': 'free-text',
  'survey.pertainsToAgent': 'flag',
  'survey.channel': 'channel',
  'evaluation.id': 'id',
  'evaluation.form': 'text',
  'evaluation.formId': 'id',
  'evaluation.formVersion': 'text',
  'evaluation.evaluator': 'name',
  'evaluation.evaluatorId': 'id',
  'evaluation.evaluatedAt': 'instant',
  'evaluation.score': 'rating',
  'evaluation.maxScore': 'number',
  'evaluation.comment': 'free-text',
  'evaluation.isCalibration': 'mark',
  'evaluation.failedCritical': 'mark',
  'evaluation.source': 'origin',
  'evaluation.status': 'text',
  'answer.questionId': 'id',
  'answer.question': 'text',
  'answer.section': 'text',
  'answer.value': 'text',
  'answer.score': 'rating',
  'answer.maxScore': 'number',
  'answer.weight': 'number',
  'answer.comment': 'free-text',
  'answer.notApplicable': 'flag',
  'answer.failedCritical': 'flag',
  'shift.day': 'day',
  'shift.startedAt': 'instant',
  'shift.startedTime': 'time-of-day',
  'shift.endedAt': 'instant',
  'shift.endedTime': 'time-of-day',
  'shift.scheduled': 'duration',
  'shift.worked': 'duration',
  'shift.inAdherence': 'duration',
  'shift.exception': 'duration',
  'shift.adherence': 'share',
  'shift.conformanceScheduled': 'duration',
  'shift.conformanceActual': 'duration',
  'shift.conformance': 'share',
  'shift.occupancy': 'share',
  'shift.absence': 'absence',
  'shift.absenceReason': 'text',
  'shift.status': 'text',
  'shift.statusTime': 'duration',
  'summary.from': 'day',
  'summary.to': 'day',
  'summary.n': 'number',
  'summary.statistic': 'figure',
  'roster.managerName': 'name',
  'roster.role': 'text',
  'roster.hiredOn': 'day',
  'roster.leftOn': 'day',
  'roster.teamFrom': 'day',
  'roster.teamTo': 'day',
  'roster.onLeaveFrom': 'day',
  'roster.onLeaveTo': 'day',
  'roster.status': 'text',
}

/** The transforms a kind of value can be read with; the first is the usual one. */
export const TRANSFORMS_OF_VALUE: Readonly<Record<FieldValue, readonly Transform['as'][]>> = {
  id: ['id', 'text'],
  text: ['text', 'id', 'word'],
  'free-text': ['text', 'id'],
  name: ['text', 'id'],
  instant: ['instant', 'day'],
  day: ['day', 'instant'],
  'time-of-day': ['text', 'id'],
  duration: ['duration'],
  number: ['number', 'share', 'scale'],
  share: ['share', 'scale', 'number'],
  rating: ['scale', 'share', 'number'],
  flag: ['flag'],
  mark: ['flag', 'id', 'text'],
  channel: ['word', 'text', 'id'],
  direction: ['word'],
  absence: ['word', 'flag', 'duration'],
  origin: ['word', 'flag'],
  figure: ['duration', 'number', 'share', 'scale'],
}
