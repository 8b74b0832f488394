import type { Concept } from './concepts.ts'
import { listed } from './listed.ts'

/** Schedules, adherence, states and the sums of a period. */
export const WORKFORCE_CONCEPTS: readonly Concept[] = [
  {
    name: 'interval start',
    fields: { workforce: ['summary.from', 'shift.day'], interactions: 'contact.startedAt' },
    votes: { workforce: 2 },
    phrases: listed(`
      interval start, period start, interval begin, from date, date from, week start, week, week of,
      week starting, week beginning, week commencing, week ending, w c, w e, iso week, calendar week,
      month, report month, reporting month, quarter, period, report period, reporting period, time period,
      date range, start date, interval, von, desde, du, zeitraum von, from, zeitraum, monat, woche, kw,
      kalenderwoche, quartal, mes, semana, periodo, trimestre, mois, semaine, periode, maand, kwartaal
    `),
  },
  {
    name: 'interval end',
    fields: { workforce: 'summary.to' },
    votes: { workforce: 1 },
    phrases: listed(`
      interval end, period end, to date, date to, week end, end date, bis, hasta, au, zeitraum bis, to
    `),
  },
  {
    name: 'shift day',
    fields: { workforce: 'shift.day' },
    votes: { workforce: 1 },
    phrases: listed(`
      shift date, schedule date, schedule day, agent day, work date, adherence date, day date,
      schichtdatum, arbeitstag, fecha turno, date de service, dienst datum
    `),
  },
  {
    name: 'shift start',
    fields: { workforce: ['shift.startedAt', 'shift.startedTime'] },
    votes: { workforce: 2 },
    phrases: listed(`
      shift start, shift start time, schedule start, scheduled start, shift begin, start of shift, login
      time, login at, schichtbeginn, dienstbeginn, inicio de turno, debut de poste, begin dienst, inicio
      do turno, activity start, state start
    `),
  },
  {
    name: 'shift end',
    fields: { workforce: ['shift.endedAt', 'shift.endedTime'] },
    votes: { workforce: 2 },
    phrases: listed(`
      shift end, shift end time, schedule end, scheduled end, end of shift, logout time, logout at,
      schichtende, dienstende, fin de turno, fin de poste, einde dienst, fim do turno
    `),
  },
  {
    name: 'scheduled',
    fields: { workforce: 'shift.scheduled' },
    votes: { workforce: 3 },
    metricId: 'scheduled_time',
    phrases: listed(`
      scheduled time, adherence schedule, schedule time, scheduled minutes, total scheduled minutes,
      scheduled hours, scheduled duration, scheduled, planned time, planned hours, schedule length,
      sollzeit, geplante zeit, planzeit, tiempo programado, horas programadas, temps planifie, heures
      planifiees, geplande tijd, geplande uren, tempo programado, tempo escalado
    `),
  },
  {
    name: 'worked',
    fields: { workforce: 'shift.worked' },
    votes: { workforce: 2 },
    metricId: 'logged_in_time',
    phrases: listed(`
      actual time, worked time, worked hours, hours worked, time worked, presence minutes, total presence
      minutes, presence time, actual hours, actual length, login time, logged in, logged in time, login
      duration, staffed time, worked, istzeit, arbeitszeit, anwesenheit, anmeldezeit, tiempo trabajado,
      horas trabajadas, tiempo conectado, temps travaille, temps de connexion, gewerkte tijd, gewerkte
      uren, ingelogde tijd, tempo logado, tempo trabalhado
    `),
  },
  {
    name: 'in adherence',
    fields: { workforce: 'shift.inAdherence' },
    votes: { workforce: 3 },
    metricId: 'in_adherence_time',
    phrases: listed(`
      time in adherence, in adherence, in adherence time, adherence minutes, total adherence minutes,
      adherent time, adherent minutes, minutes in adherence, zeit in adharenz, tiempo en adherencia
    `),
  },
  {
    name: 'exception',
    fields: { workforce: 'shift.exception' },
    votes: { workforce: 3 },
    metricId: 'out_of_adherence_time',
    phrases: listed(`
      exception duration, out of adherence, out of adherence time, time out of adherence, out adherence,
      out adherence time, exception time, non adherent time, minutes out of adherence, fuera de adherencia
    `),
  },
  {
    name: 'adherence',
    fields: { workforce: 'shift.adherence' },
    votes: { workforce: 4 },
    metricId: 'adherence',
    phrases: listed(`
      adherence percent, adherence percentage, adherence, in adherence percent, schedule adherence,
      schedule adherence percent, adherence rate, adharenz, adhaerenz, einsatzplantreue, plantreue,
      adherencia, taux d adherence, respect des horaires, adherentie, aderencia
    `),
  },
  {
    name: 'conformance',
    fields: { workforce: 'shift.conformance' },
    votes: { workforce: 4 },
    metricId: 'conformance',
    phrases: listed(`
      conformance percent, conformance percentage, conformance, schedule conformance, konformitat,
      conformidad, conformite, conformiteit, conformidade
    `),
  },
  {
    name: 'conformance scheduled',
    fields: { workforce: 'shift.conformanceScheduled' },
    votes: { workforce: 3 },
    phrases: listed('conformance schedule, conformance scheduled, scheduled on queue'),
  },
  {
    name: 'conformance actual',
    fields: { workforce: 'shift.conformanceActual' },
    votes: { workforce: 3 },
    phrases: listed('conformance actual, actual on queue'),
  },
  {
    name: 'occupancy',
    fields: { workforce: 'shift.occupancy' },
    votes: { workforce: 3 },
    metricId: 'occupancy',
    phrases: listed(`
      occupancy percent, occupancy percentage, occupancy, occupancy rate, agent occupancy, auslastung,
      ocupacion, taux d occupation, occupation, bezetting, bezettingsgraad, ocupacao
    `),
  },
  {
    name: 'absence',
    fields: { workforce: 'shift.absence' },
    votes: { workforce: 3 },
    phrases: listed(`
      absence, absence type, absent, is absent, attendance, attendance status, leave type, abwesenheit, abwesenheitsart, fehlzeit, ausencia, tipo de ausencia, type d absence,
      afwezigheid, verzuim
    `),
  },
  {
    name: 'unplanned absence',
    fields: { workforce: 'shift.absence' },
    votes: { workforce: 2 },
    phrases: listed(`
      unplanned absence, unplanned absence time, unplanned, unscheduled absence, unauthorised absence,
      ungeplante abwesenheit, ausencia no planificada, absence imprevue, ongepland verzuim
    `),
  },
  {
    name: 'planned absence',
    fields: { workforce: 'shift.absence' },
    votes: { workforce: 2 },
    phrases: listed(`
      planned absence, planned absence time, scheduled absence, authorised absence, geplante abwesenheit,
      ausencia planificada, absence prevue, gepland verlof
    `),
  },
  {
    name: 'absence reason',
    fields: { workforce: 'shift.absenceReason' },
    votes: { workforce: 3 },
    phrases: listed(`
      absence reason, reason for absence, absence code, leave reason, abwesenheitsgrund, motivo de
      ausencia, motif d absence, reden afwezigheid, motivo da ausencia
    `),
  },
  {
    name: 'agent state',
    fields: { workforce: 'shift.status' },
    votes: { workforce: 1.5 },
    phrases: listed(
      'agent state, state, activity, activity name, aux code, aux reason, presence status, aktivitat, actividad, activite, activiteit',
    ),
  },
  {
    name: 'status',
    fields: { workforce: 'shift.status' },
    votes: { workforce: 0.5 },
    phrases: listed(`
      activity, activity name, agent state, state, agent status, aux code, aux, aux reason, status, status
      name, presence, activity code, aktivitat, zustand, estado, actividad, activite, statut, activiteit,
      atividade
    `),
  },
  {
    name: 'status time',
    fields: { workforce: 'shift.statusTime' },
    votes: { workforce: 1 },
    phrases: listed(`
      time in state, time in status, state duration, status duration, activity duration, state time,
      status time, aux time, duration, dauer, duracion, duree, duur, duracao
    `),
  },
  {
    name: 'status column',
    fields: { workforce: 'shift.statusTime' },
    votes: { workforce: 1.5 },
    phrases: listed(`
      on queue, on queue time, idle, idle time, off queue, off queue time, interacting, interacting time,
      not ready, not ready time, available, available time, available time login less not ready, ready
      time, break, break time, lunch, lunch time, meal, meeting, meeting time, training, training time,
      away, away time, busy, busy time, not responding, offline, aux time, pause, pausenzeit, schulung,
      besprechung, active time, ring time, unavailable, unavailable time
    `),
  },
  {
    name: 'count',
    fields: { workforce: 'summary.n' },
    phrases: listed(`
      handle, handled, calls, calls handled, contacts, contacts handled, interactions, interactions
      handled, calls answered, answered, answered calls, handled calls, handled contacts, inbound calls,
      volume, n, call volume, acd calls, tickets, tickets solved, cases, anrufe, kontakte, gesprache,
      llamadas, llamadas atendidas, contactos, appels, appels traites, gesprekken, oproepen, chamadas,
      chamadas atendidas, atendimentos, evaluations, surveys, responses
    `),
  },
]
