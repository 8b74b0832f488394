import type { Concept } from './concepts.ts'
import { listed } from './listed.ts'

/** What customers answered. */
export const SURVEY_CONCEPTS: readonly Concept[] = [
  {
    name: 'survey id',
    fields: { any: 'survey.id', workforce: [], roster: [], evaluations: [] },
    votes: { surveys: 2 },
    phrases: listed(`
      response id, survey response id, respondent id, survey id, request id, feedback id, submission id,
      antwort id, umfrage id, id de respuesta, id de reponse, id encuesta, respons id, id da resposta
    `),
  },
  {
    name: 'responded at',
    fields: { surveys: 'survey.respondedAt', interactions: 'survey.respondedAt' },
    votes: { surveys: 2 },
    phrases: listed(`
      recorded date, response received at, responded at, response date, response time stamp, survey
      completed at, survey completed, survey date, survey time, csat survey time, date submitted, rating
      date, rated at, response at, feedback date, submit date utc, antwortdatum, umfragedatum, fecha de
      respuesta, fecha de la encuesta, date de reponse, date de l enquete, datum reactie, data da resposta
    `),
  },
  {
    name: 'submitted at',
    fields: { surveys: 'survey.respondedAt' },
    phrases: listed(`
      submitted at, submitted on, completed at, completion date, date time, created at, end date, updated
      at, timestamp, request sent at, start date
    `),
  },
  {
    name: 'csat',
    fields: { surveys: 'survey.csat', interactions: 'survey.csat', evaluations: [] },
    votes: { surveys: 3 },
    metricId: 'csat_mean',
    phrases: listed(`
      csat, csat score, customer satisfaction rating, customer satisfaction score, customer satisfaction,
      satisfaction rating, satisfaction score, overall satisfaction, satisfaction, csat rating, star
      rating, stars, survey score, survey rating, agent rating, agent satisfaction, rating, score,
      response, zufriedenheit, kundenzufriedenheit, zufriedenheitswert, bewertung, satisfaccion,
      satisfaccion del cliente, calificacion, satisfaction client, note de satisfaction, tevredenheid,
      klanttevredenheid, tevredenheidsscore, satisfacao, satisfacao do cliente, avaliacao, survey results,
      survey result, customer rating
    `),
    anywhere: listed(`
      how satisfied, satisfied were you, satisfied are you, satisfaction with, rate your experience, rate
      the service, rate our, rate your, zufrieden, satisfecho, satisfait, tevreden, satisfeito, csat
    `),
  },
  {
    name: 'nps',
    fields: { surveys: 'survey.nps', interactions: 'survey.nps' },
    votes: { surveys: 3 },
    metricId: 'nps',
    phrases: listed(`
      nps, nps score, net promoter score, nps rating, likelihood to recommend, ltr, recommendation score,
      recommendation, weiterempfehlung, weiterempfehlungsbereitschaft, recomendacion, recommandation,
      aanbeveling, recomendacao, score
    `),
    anywhere: listed(`
      recommend, weiterempfehl, empfehlen, recomendar, recomiende, recommander, recommanderiez,
      aanbevelen, net promoter, nps
    `),
  },
  {
    name: 'survey comment',
    fields: { surveys: 'survey.comment', interactions: 'survey.comment' },
    votes: { surveys: 0.5 },
    phrases: listed(`
      survey comment, customer comment, customer comments, csat comment, nps comment, verbatim, customer
      feedback, comment, comments, feedback, rating reason, satisfaction comment, open text, free text,
      open ended response, customer verbatim, remarks, kommentar, kundenkommentar, freitext, comentario,
      comentarios, comentario del cliente, commentaire, commentaires, verbatim client, opmerking,
      opmerkingen, toelichting, observacoes
    `),
    anywhere: listed(`
      anything else, tell us, comments, feedback, reason for your, improve, kommentar, comentario,
      commentaire, opmerking
    `),
  },
  {
    name: 'pertains to agent',
    fields: { surveys: 'survey.pertainsToAgent', interactions: 'survey.pertainsToAgent' },
    votes: { surveys: 3 },
    phrases: listed('pertains to agent, is about agent, about agent'),
  },
  {
    name: 'survey channel',
    fields: { surveys: 'survey.channel' },
    votes: { surveys: 2 },
    phrases: listed('survey channel, distribution channel, survey type channel'),
  },
]
