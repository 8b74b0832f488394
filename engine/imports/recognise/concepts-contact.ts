import type { Concept } from './concepts.ts'
import { listed } from './listed.ts'

/** The contact and what a log says of it. */
export const CONTACT_CONCEPTS: readonly Concept[] = [
  {
    name: 'contact id',
    fields: { any: 'contact.id' },
    votes: { interactions: 1, evaluations: 0.3, surveys: 0.3 },
    phrases: listed(`
      interaction id, contact id, call id, conversation id, ticket id, case id, case number, ticket
      number, ticket no, ticket, call reference, call ref, contact ref, contact reference, interaction ref, session id, global interaction id, master contact, master
      contact id, ext interaction id, external interaction id, gradable id, ucid, call sid, callsid, call
      uuid, chat id, engagement id, acd call id, call key, recording id, gesprachs id, anruf id,
      vorgang, vorgangsnummer, vorgangs id, fallnummer, numero de dossier, ticketnummer, kontakt id, id de llamada, id llamada, id interaccion, id de
      interaccion, id contacto, id appel, id de l appel, id interaction, numero de ticket, gespreks id,
      gesprek id, ticket nummer, id da chamada, id da interacao, id do ticket, context id
    `),
  },
  {
    name: 'id',
    fields: {
      interactions: 'contact.id',
      surveys: 'survey.id',
      evaluations: 'evaluation.id',
      roster: 'agent.externalId',
    },
    phrases: listed('id, record id, uuid, key, reference, external reference'),
  },
  {
    name: 'leg id',
    fields: { interactions: 'contact.legId', evaluations: 'contact.legId' },
    phrases: listed('leg id, segment id, call leg id, leg, segment, contact id, callsid'),
  },
  {
    name: 'contact start',
    fields: {
      interactions: ['contact.startedAt', 'contact.startedDay', 'contact.startedTime'],
      evaluations: 'contact.startedAt',
      surveys: 'contact.startedAt',
    },
    votes: { interactions: 1 },
    phrases: listed(`
      call start time, call start, contact start time, contact start, interaction start time, interaction
      start, conversation start, conversation start time, call date time, call date, contact date,
      conversation date, interaction date, chat start, ticket created at, anrufbeginn, gesprachsbeginn,
      anrufdatum, fecha de llamada, fecha llamada, inicio de llamada, date d appel, debut d appel,
      gespreksdatum, data da chamada, inicio da chamada
    `),
  },
  {
    name: 'start',
    fields: {
      interactions: ['contact.startedAt', 'contact.startedDay', 'contact.startedTime'],
      workforce: ['shift.startedAt', 'shift.startedTime'],
      surveys: 'survey.respondedAt',
    },
    phrases: listed(`
      start time, started at, start at, start date time, start, timestamp, date time, datetime, created
      at, start date, initiated at, created, time stamp, created date, creation date, opened at, date
      created, date opened, started, beginn, startzeit, datum uhrzeit, erstellt am, inicio, fecha y hora,
      fecha hora, fecha inicio, hora de inicio, debut, date et heure, date heure, heure de debut,
      begintijd, starttijd, datum tijd, data hora, data e hora, hora de inicio, created time, creation
      time, initiation timestamp, connected to agent timestamp, date started, date connected, enqueue
      timestamp, received at, received, opened, open date, open time
    `),
  },
  {
    name: 'date',
    fields: {
      interactions: ['contact.startedAt', 'contact.startedDay'],
      workforce: 'shift.day',
      surveys: 'survey.respondedAt',
      evaluations: 'evaluation.evaluatedAt',
    },
    phrases: listed(`
      date, day, datum, fecha, jour, data, dia, tag, calendar date, report date, local date
    `),
  },
  {
    name: 'time of day',
    fields: { interactions: 'contact.startedTime' },
    phrases: listed(`
      time, start time, call time, time of day, time of call, uhrzeit, zeit, hora, heure, tijd, tijdstip,
      hour
    `),
  },
  {
    name: 'end',
    fields: {
      interactions: 'contact.endedAt',
      workforce: ['shift.endedAt', 'shift.endedTime'],
      surveys: 'survey.respondedAt',
    },
    phrases: listed(`
      end time, ended at, end at, finished at, end date time, call end time, call end, contact end,
      conversation end, end, completed at, closed at, resolved at, end date, ended, ende, endzeit, fin,
      hora de fin, fecha fin, heure de fin, eindtijd, einde, fim, hora de termino, time to resolution,
      resolved time, closed time, disconnect timestamp, date ended, closed, close date, close time, solved
      at
    `),
  },
  {
    name: 'first response moment',
    fields: { interactions: 'contact.startedAt' },
    phrases: listed(`
      first response time, first reply time, first response at, answered at, connected at, first response
    `),
  },
  {
    name: 'queue',
    fields: { any: 'contact.queue' },
    votes: { interactions: 1 },
    phrases: listed(`
      queue name, queue, first queue, skill name, skill, campaign, campaign name, ring groups, ring group,
      acd queue, acd group, skill group, handling ring groups, split skill, split, line of business, lob,
      service, service name, queue id, warteschlange, kampagne, cola, nombre de cola, file d attente,
      campagne, wachtrij, fila, campana, campanha
    `),
  },
  {
    name: 'reason',
    fields: { any: 'contact.reason' },
    votes: { interactions: 1 },
    phrases: listed(`
      contact reason, call reason, reason for contact, reason for call, ticket type, case reason, case
      type, call driver, issue type, issue category, topic, category, reason, inquiry type, intent,
      contact driver, kontaktgrund, anrufgrund, anliegen, kategorie, thema, motivo, motivo de contacto,
      motivo de la llamada, categoria, motif, motif d appel, motif de contact, categorie, reden,
      contactreden, onderwerp categorie, motivo do contato, type, issue, sub type, subtype
    `),
  },
  {
    name: 'channel',
    fields: { any: 'contact.channel' },
    votes: { interactions: 1 },
    phrases: listed(`
      channel, media type, channel type, contact channel, ticket channel, media, media name, medium,
      interaction type, contact type, interaction channel, kanal, canal, kanaal, source channel, via,
      source, type
    `),
  },
  {
    name: 'direction',
    fields: { any: 'contact.direction' },
    votes: { interactions: 2 },
    phrases: listed(`
      direction, initial direction, call direction, call type, interaction direction, contact type,
      originating direction, type, richtung, anrufrichtung, direccion, sentido, tipo de llamada, sens,
      sens de l appel, richting, direcao, tipo de chamada, in out, inbound outbound
    `),
  },
  {
    name: 'customer',
    fields: { any: 'contact.customer' },
    phrases: listed(`
      customer id, customer number, client id, account number, account id, ani, caller id, customer phone
      number, contact phone number, customer phone, caller number, caller, requester id, contact person
      number, respondent phone number, phone number, customer email, requester email, customer email
      address, from number, from, remote, member id, kundennummer, kunden id, rufnummer, anrufer,
      telefonnummer, id cliente, numero de cliente, telefono, numero cliente, id client, numero de
      telephone, klantnummer, telefoonnummer, numero do cliente, telefone, person, user phone number,
      external number, customer name id
    `),
  },
  {
    name: 'language',
    fields: { any: 'contact.language' },
    phrases: listed(`
      language, language code, user language, contact language, sprache, idioma, langue, taal
    `),
  },
  {
    name: 'wait',
    fields: { interactions: 'interaction.waitTime' },
    votes: { interactions: 2 },
    metricId: 'wait_time',
    phrases: listed(`
      wait time, queue wait time, waiting time, time in queue, queue time, wait, agent speed to answer,
      speed to answer, speed of answer, asa, time to answer, answer time, wait duration,  first
      response time, first reply time, wartezeit, wartedauer, tiempo de espera, tiempo en cola, temps d
      attente, duree d attente, wachttijd, tempo de espera, tempo na fila
    `),
  },
  {
    name: 'talk',
    fields: { interactions: 'interaction.talkTime' },
    votes: { interactions: 2 },
    metricId: 'talk_time',
    phrases: listed(`
      talk time, talk, talk duration, talking time, conversation time, conversation duration, connected
      time, connect time, interaction time, on call time, sprechzeit, gesprachszeit, gespraechszeit,
      gesprachsdauer, gespraechsdauer, redezeit, tiempo de conversacion, tiempo hablado, tiempo de habla,
      duracion conversacion, temps de conversation, temps de parole, temps de communication, duree de
      conversation, gesprekstijd, spreektijd, gespreksduur, tempo de conversa, tempo de conversacao, tempo
      falado, acd time, acd talk time, duration in call, in call duration, in call time, time in call
    `),
  },
  {
    name: 'hold',
    fields: { interactions: 'interaction.holdTime' },
    votes: { interactions: 2 },
    metricId: 'hold_time',
    phrases: listed(`
      hold time, hold, holding time, hold duration, on hold, time on hold, customer hold time, on hold
      time, held time, haltezeit, haltedauer, gehalten, tiempo en retencion, tiempo de retencion, tiempo
      retenido, temps de mise en attente, mise en attente, temps de garde, in de wacht, wachtstand,
      holdtijd, tempo em hold, tempo em espera, tempo de retencao
    `),
  },
  {
    name: 'acw',
    fields: { interactions: 'interaction.acwTime' },
    votes: { interactions: 2 },
    metricId: 'acw_time',
    phrases: listed(`
      after call work time, after call work, acw, acw time, acw duration, wrap up time, wrap time, wrapup
      time, wrap up duration, wrap, after contact work, after contact work time, after call time, after
      work time, post call work, post call time, nachbearbeitungszeit, nachbearbeitung, nacharbeitszeit,
      nacharbeit, trabajo posterior, trabajo posterior a la llamada, tiempo posterior a la llamada, tiempo
      de cierre, post appel, temps de post appel, temps post appel, post traitement, nawerktijd, nawerk,
      afwikkeltijd, pos atendimento, tempo de pos atendimento, tempo pos chamada
    `),
  },
  {
    name: 'handle',
    fields: { interactions: 'interaction.handleTime' },
    votes: { interactions: 2 },
    metricId: 'aht',
    phrases: listed(`
      handle time, handling time, aht, handle duration, handle, handled time, bearbeitungszeit,
      bearbeitungsdauer, tiempo de gestion, tiempo de manejo, tmo, duree de traitement, temps de
      traitement, dmt, afhandeltijd, tempo de atendimento, tma, tempo de tratamento
    `),
  },
  {
    name: 'duration',
    fields: { interactions: 'interaction.duration', workforce: 'shift.statusTime' },
    votes: { interactions: 0.5 },
    phrases: listed(`
      duration, call time, call duration, time, contact duration, interaction duration, conversation
      length, length, call length, total call time, dauer, anrufdauer, duracion, duracion de la llamada,
      duracion llamada, duree, duree de l appel, duur, duracao, duracao da chamada, time to resolution,
      resolution time
    `),
  },
  {
    name: 'transferred',
    fields: { interactions: 'interaction.transferred' },
    votes: { interactions: 2 },
    metricId: 'transfer_rate',
    phrases: listed(`
      transferred, is transfer, transfer, transfers, was transferred, is transferred, transfer out,
      transferred out, transfer flag, weitergeleitet, weiterleitung, verbunden, transferido, transferida,
      transferencia, transferencias, transfere, transferee, transfert, doorverbonden, transferencia
      realizada, transfer rate, weiterleitungsquote
    `),
  },
  {
    name: 'abandoned',
    fields: { interactions: 'interaction.abandoned' },
    votes: { interactions: 2 },
    phrases: listed(`
      abandoned, is abandoned, abandon, was abandoned, abandoned flag, abgebrochen, aufgelegt, abandonada,
      abandonado, abandonne, abandonnee, opgehangen
    `),
  },
  {
    name: 'answered',
    fields: { interactions: 'interaction.answered' },
    votes: { interactions: 2 },
    phrases: listed(`
      answered, is answered, was answered, accepted, handled, is handled, connected, angenommen,
      beantwortet, contestada, atendida, respondida, decroche, repondu, beantwoord
    `),
  },
  {
    name: 'resolved',
    fields: { interactions: 'interaction.resolved', surveys: 'survey.resolved' },
    votes: { interactions: 0.5, surveys: 0.5 },
    metricId: 'resolved_rate',
    phrases: listed(`
      resolved, is resolved, issue resolved, fcr, first call resolution, first contact resolution,
      resolved on first contact, was resolved, problem solved, solved, gelost, geloest, problem gelost,
      erledigt, resuelto, resolu, opgelost, resolvido
    `),
    anywhere: listed(`
      issue resolved, problem solved, problem resolved, query resolved, question resolved, resolve your,
      solve your, anliegen gelost, problem gelost, resolvio su, probleme resolu
    `),
  },
  {
    name: 'consent',
    fields: { interactions: 'contact.consent' },
    phrases: listed(`
      recording consent, consent, consent given, consent to record, consent to recording, call recording
      consent, consent recording, consent status, recording consent status, customer consent, has consent, has
      consented, gdpr consent, einwilligung, einwilligung erteilt, einwilligung aufzeichnung, aufzeichnungseinwilligung, zustimmung,
      einverstandnis, consentimiento, consentimiento grabacion, consentement, consentement enregistrement, toestemming, toestemming
      opname, consentimento, consenso, opt out, opted out, recording opt out, opt out recording, call recording opt out, recording opted
      out, do not record, consent refused, consent withdrawn, consent revoked, widerspruch, einwilligung widerrufen
    `),
  },
  {
    name: 'disposition',
    fields: { any: 'interaction.disposition', surveys: [], evaluations: [], workforce: [], roster: [] },
    votes: { interactions: 1.5 },
    phrases: listed(`
      disposition, disposition code, disposition name, wrap up code, wrap up, wrapup code, outcome, call
      outcome, call result, result, result code, resolution code, ticket status, call status, status,
      ergebnis, ergebniscode, resultado, tipificacion, resultat, resultaat, tabulacao
    `),
  },
  {
    name: 'subject',
    fields: { interactions: 'interaction.subject' },
    votes: { interactions: 1 },
    phrases: listed(`
      subject, ticket subject, case subject, title, email subject, betreff, asunto, sujet, objet,
      onderwerp, assunto
    `),
  },
  {
    name: 'description',
    fields: { interactions: 'interaction.description' },
    votes: { interactions: 1 },
    phrases: listed(`
      description, ticket description, case description, notes, call notes, agent notes, note, body,
      message, first message, beschreibung, notizen, descripcion, notas, omschrijving, descricao,
      comments, comment
    `),
  },
  {
    name: 'disconnected by',
    fields: { interactions: 'interaction.disconnectedBy' },
    votes: { interactions: 1 },
    phrases: listed(`
      disconnected by, disconnected by agent, agent disconnected, disconnect type, hangup, hung up by,
      hang up by, released by, aufgelegt von
    `),
  },
]
