import { aTable } from './tables.ts'

/** Tables nobody's layout describes: plain, translated, oddly spelled and misleading headings. */

const plainLog = aTable(
  'Call ID,Start Time,End Time,Agent,Team,Queue,Channel,Direction,Talk Time (s),Hold [sec],ACW (min),Transferred?',
  [
    '1001|2026-03-02 09:00|2026-03-02 09:06|Ada Moreno|Blue|Billing|Phone|Inbound|310|0|0.5|No',
    '1002|2026-03-02 09:10|2026-03-02 09:12|Ben Okafor|Blue|Billing|Phone|Inbound|95|12|1.25|Yes',
    '1003|2026-03-13 09:10|2026-03-13 09:12|Ada Moreno|Blue|Care|Chat|Inbound|95|12|1|No',
  ],
)

const camelCaseLog = aTable(
  'conversationId,startTime,agentEmail,queueName,talkTimeMs,holdTimeMs,acwTimeMs,waitTimeMs,isTransferred',
  [
    'c1|2026-03-02T09:00:00.123+01:00|ada@example.com|Billing|310500|0|42000|9000|false',
    'c2|2026-03-02T10:00:00.000+01:00|ben@example.com|Billing|95000|1000|30000|700|true',
  ],
)

const germanLog = aTable(
  'Anruf-ID;Datum;Uhrzeit;Mitarbeiter;Warteschlange;Richtung;Gesprächszeit;Wartezeit;Nachbearbeitungszeit;Weitergeleitet',
  [
    '1|02.03.2026|09:15|Jörg Weiß|Rechnung|eingehend|05:10|00:25|00:40|Nein',
    '2|14.03.2026|17:05:30|Zoë Kühn|Technik|ausgehend|1:05:10|00:05|00:00|Ja',
  ],
  { separator: ';' },
)

const spanishLog = aTable(
  'ID de llamada;Fecha y hora;Agente;Cola;Dirección;Tiempo de conversación;Tiempo de espera;Trabajo posterior a la llamada;Transferida',
  [
    '1|02/03/2026 09:15|Lucía Gómez|Facturas|Entrante|00:05:10|00:00:25|00:00:40|No',
    '2|14/03/2026 17:05|Iván Peña|Soporte|Saliente|00:01:10|00:00:05|00:00:00|Sí',
  ],
  { separator: ';' },
)

const frenchLog = aTable(
  "Id appel;Date et heure;Nom de l'agent;File d'attente;Temps de conversation;Temps d'attente;Temps de mise en attente;Post-appel;Transféré",
  [
    '1|02/03/2026 09:15:00|Chloé Martin|Facturation|00:05:10|00:00:25|00:00:10|00:00:40|Non',
    '2|14/03/2026 17:05:00|Noé Petit|Support|00:01:10|00:00:05|00:00:00|00:00:00|Oui',
  ],
  { separator: ';' },
)

const dutchLog = aTable(
  'Gespreks-ID;Begintijd;Medewerker;Wachtrij;Gesprekstijd;Wachttijd;Nawerktijd;Doorverbonden',
  [
    '1|02-03-2026 09:15|Sanne de Vries|Facturen|00:05:10|00:00:25|00:00:40|Nee',
    '2|14-03-2026 17:05|Daan Bakker|Support|00:01:10|00:00:05|00:00:00|Ja',
  ],
  { separator: ';' },
)

const portugueseLog = aTable(
  'ID da chamada;Data e hora;Atendente;Fila;Tempo de conversação;Tempo de espera;Pós-atendimento;Transferida',
  [
    '1|02/03/2026 09:15|Inês Rocha|Faturas|00:05:10|00:00:25|00:00:40|Não',
    '2|14/03/2026 17:05|Rui Lopes|Suporte|00:01:10|00:00:05|00:00:00|Sim',
  ],
  { separator: ';' },
)

const periodSummary = aTable('Agent,Week,Calls Handled,AHT,Avg Talk Time,Avg Hold Time,Avg ACW,Occupancy %', [
  'Ada Moreno|2026-03-02|120|0:05:02|0:04:00|0:00:12|0:00:50|81%',
  'Ben Okafor|2026-03-02|98|0:05:55|0:04:40|0:00:25|0:00:50|77%',
  'All agents|2026-03-02|218|0:05:28|0:04:20|0:00:18|0:00:50|79%',
])

const csatExport = aTable('Date,Agent,Ticket ID,CSAT,Comment', [
  '2026-03-02|Ada Moreno|T-1|5|Very helpful person',
  '2026-03-13|Ben Okafor|T-2|2|I had to repeat everything',
  '2026-03-14|Ben Okafor|T-3|4|',
])

const starSurvey = aTable('Survey date,Agent name,Case number,Rating,Was your problem solved?', [
  '2026-03-02|Ada Moreno|77|★★★★★|Yes',
  '2026-03-13|Ben Okafor|78|★★|No',
])

const wideEvaluations = aTable(
  'Evaluation ID,Agent,Evaluator,Evaluation Date,Call ID,QA Score,Greeting,Verification,Greeting – Comment,Empathy (Score),Empathy (Comment),Closing - Score,Closing - Max,Overall comments',
  [
    'e1|Ada Moreno|Quinn Reyes|2026-03-02|c1|87.5%|Yes|Pass|Warm|4|Kind words|8|10|Good call',
    'e2|Ben Okafor|Quinn Reyes|2026-03-13|c2|55%|No|N/A||5||2|5|Rushed',
    'e3|Ben Okafor|Quinn Reyes|2026-03-14|c3|60%|Yes|Fail||3||12|20|',
  ],
)

const evaluationsOfPoints = aTable(
  'Agent Name,Reviewer,Review Date,Interaction ID,Opening,Discovery,Resolution quality,Tone,Wrap-up statement,Total Score',
  [
    'Ada Moreno|Quinn Reyes|2026-03-02|c1|5|4|5|3|5|22',
    'Ben Okafor|Quinn Reyes|2026-03-13|c2|3|4|2|5|1|15',
    'Ben Okafor|Quinn Reyes|2026-03-14|c3|3|3|2|4|1|13',
  ],
)

const sectionedEvaluations = {
  fileName: 'qa.xlsx',
  columns: [
    'Agent',
    'Evaluator',
    'Evaluation Date',
    'Opening - Greeting',
    'Opening - Verification',
    'Handling - Ownership',
    'Handling - Accuracy',
    'Score',
  ],
  headerRows: [
    ['', '', '', 'Opening', '', 'Handling', '', ''],
    ['Agent', 'Evaluator', 'Evaluation Date', 'Greeting', 'Verification', 'Ownership', 'Accuracy', 'Score'],
  ],
  rows: [
    ['Ada Moreno', 'Quinn Reyes', '2026-03-02', 'Yes', 'Yes', 'Partially', 'Met', '90'],
    ['Ben Okafor', 'Quinn Reyes', '2026-03-13', 'No', 'N/A', 'No', 'Not met', '20'],
  ],
}

const longEvaluations = aTable(
  'Evaluation ID,Date,Agent,Evaluator,Scorecard,Section,Question,Answer,Points,Max Points,Score',
  [
    'e1|2026-03-02|Ada Moreno|Quinn Reyes|Voice QA|Opening|Greeted the customer|Yes|5|5|80',
    'e1|2026-03-02|Ada Moreno|Quinn Reyes|Voice QA|Security|Verified identity|No|0|10|80',
    'e2|2026-03-13|Ben Okafor|Quinn Reyes|Voice QA|Opening|Greeted the customer|N/A|||60',
    'e2|2026-03-13|Ben Okafor|Quinn Reyes|Voice QA|Security|Verified identity|Yes|10|10|60',
  ],
)

const adherenceByDay = aTable(
  'Employee ID;Name;Datum;Sollzeit;Istzeit;Adhärenz;Abwesenheit',
  [
    '101|Ada Moreno|02.03.2026|8,00|7,75|93,5 %|',
    '102|Ben Okafor|02.03.2026|8,00|0,00||Krank',
    '103|Chloe Martin|02.03.2026|8,00|0,00||Urlaub',
  ],
  { separator: ';' },
)

const roster = aTable('Employee ID,First Name,Last Name,Email,Team,Supervisor,Hire Date,Role', [
  '101|Ada|Moreno|ada@example.com|Blue|Sam Diaz|2024-01-15|Agent',
  '102|Ben|Okafor|ben@example.com|Green|Sam Diaz|2025-11-03|Agent',
])

const ticketsWithSurvey = aTable(
  'Ticket ID,Created at,Assignee,Group,Channel,Subject,Status,First reply time (minutes),Satisfaction rating,Satisfaction comment',
  [
    '1|2026-03-02 09:00|Ada Moreno|Blue|Email|Refund please|Solved|12|Good|Thanks a lot',
    '2|2026-03-02 09:05|Ben Okafor|Blue|Email|Wrong item|Open|31|Offered|',
    '3|2026-03-02 09:15|Ben Okafor|Blue|Email|Late again|Solved|31|Bad|Never again',
  ],
)

const cloudPhoneLog = aTable(
  'line;date (TZ offset incl.);number timezone;datetime (UTC);country_code;direction;from;to;answered;missed_call_reason;user;duration (total);duration (in call);via;voicemail;tags;teams',
  [
    'Support|2026-03-02|Europe/Paris|2026-03-02 09:00:00|FR|inbound|+331|+332|Yes||Ada Moreno|310|290|||billing|Blue',
    'Support|2026-03-02|Europe/Paris|2026-03-02 09:10:00|FR|inbound|+331|+332|No|abandoned_in_ivr||30|0||||',
  ],
  { separator: ';' },
)

const helpdeskTickets = aTable(
  'Ticket ID,Subject,Status,Priority,Source,Type,Agent,Group,Created time,Due by Time,Resolved time,Closed time,First response time (in hrs),Resolution time (in hrs),Agent interactions,Customer interactions,Survey results,Full name,Email',
  [
    '1|Refund|Closed|Low|Email|Question|Ada Moreno|Blue|2026-03-02 09:00:00|2026-03-03 09:00:00|2026-03-02 12:00:00|2026-03-02 13:00:00|00:12:00|03:00:00|2|1|Extremely Happy|Kim Lee|kim@example.com',
    '2|Broken|Open|Low|Phone|Problem|Ben Okafor|Blue|2026-03-13 09:00:00|2026-03-14 09:00:00|||00:42:00||2|1||Lou Day|lou@example.com',
  ],
)

const contactSearch = aTable(
  'Contact ID,Channel,Initiation timestamp,System phone number,Queue,Agent,Customer phone number,Disconnect timestamp,Contact duration',
  [
    'aa-1|Voice|2026-03-02T09:00:00Z|+1800|Billing|amoreno|+1555|2026-03-02T09:05:10Z|00:05:10',
    'aa-2|Chat|2026-03-02T09:10:00Z|+1800|Billing|bokafor|+1556|2026-03-02T09:15:10Z|00:05:10',
  ],
)

const switchSummary = aTable(
  'Agent Name,Login ID,ACD Calls,Avg ACD Time,Avg ACW Time,ACD Time,ACW Time,Agent Ring Time,Staffed Time,AUX Time',
  [
    'Ada Moreno|4001|52|4:05|0:45|3:32:20|0:39:00|0:03:00|8:00:00|0:50:00',
    'Ben Okafor|4002|44|5:05|0:35|3:42:20|0:25:40|0:03:00|8:00:00|1:10:00',
    'Totals||96|||7:14:40|1:04:40|0:06:00|16:00:00|2:00:00',
  ],
)

const stateLog = aTable('Agent,State,Start Time,End Time,Duration', [
  'Ada Moreno|Available|2026-03-02 09:00:00|2026-03-02 09:30:00|00:30:00',
  'Ada Moreno|Break|2026-03-02 09:30:00|2026-03-02 09:45:00|00:15:00',
])

const agentDays = aTable('Date,Agent,Calls,AHT,Transfers,CSAT', [
  '2026-03-02|Ada Moreno|22|305|2|4.5',
  '2026-03-02|Ben Okafor|18|355|4|4.1',
  '2026-03-03|Ada Moreno|21|300|1|4.6',
])

const scoresOnly = aTable('Date,Agent,QA Score', ['2026-03-02|Ada Moreno|88%', '2026-03-13|Ben Okafor|75%'])

const dayAndTime = aTable('Contact ID,Start Date,Start Time,Agent Name,Talk Time,ACW', [
  '1|2026-03-02 00:00:00|9:15:00|Ada Moreno|0:04:05|0:00:31',
  '2|2026-03-02 00:00:00|14:15:00|Ada Moreno|0:04:05|0:00:31',
])

const cutIds = aTable('Call ID,Start,Agent,Talk Time', [
  '1.23457E+15|2026-03-02 09:00|Ada Moreno|310',
  '1.23457E+15|2026-03-02 09:10|Ada Moreno|95',
])

const agentsByNumber = aTable('Call ID,Start,Agent,Talk Time', [
  '1|2026-03-02 09:00|4001|310',
  '2|2026-03-02 09:10|4002|95',
])

const agentsByEmail = aTable('Call ID,Start,Agent,Talk Time', [
  '1|2026-03-02 09:00|ada@example.com|310',
  '2|2026-03-02 09:10|ben@example.com|95',
])

const ambiguousDates = aTable('Call ID,Start,Agent,Talk Time', [
  '1|03/04/2026 09:00|Ada Moreno|310',
  '2|05/06/2026 09:10|Ada Moreno|95',
])

const oneWeek = aTable('Call ID,Start,Agent,Talk Time', [
  '1|01/06/2026 09:00|Ada Moreno|310',
  '2|02/06/2026 09:10|Ada Moreno|95',
  '3|03/06/2026 09:10|Ada Moreno|95',
  '4|04/06/2026 09:10|Ada Moreno|95',
])

const headingsOnly = aTable('Call ID,Start Time,Agent,Talk Time,Queue', [])

const absences = aTable('Agent,Date,Absence Type,Hours', [
  'Ada Moreno|2026-03-02|Sick|8',
  'Ben Okafor|2026-03-02|Vacation|8',
])

const germanSurvey = aTable(
  'Datum;Mitarbeiter;Vorgangsnummer;Zufriedenheit (1-5);Weiterempfehlung (0-10);Kommentar',
  ['02.03.2026|Ada Moreno|1|5|9|Danke', '14.03.2026|Ben Okafor|2|2|3|'],
  { separator: ';' },
)

const scoresOutOfFive = aTable(
  'Reviewed on,Reviewer,Agent,Ticket,Empathy,Empathy notes,Grammar,Grammar notes,Solution,Solution notes,Overall',
  [
    '2026-03-02|Quinn Reyes|Ada Moreno|T1|4/5|nice|5/5||3/5||80%',
    '2026-03-03|Quinn Reyes|Ben Okafor|T2|2/5||5/5||3/5|wrong link|66%',
  ],
)

const peopleOnly = aTable('Name,Team,Email', [
  'Ada Moreno|Blue|ada@example.com',
  'Ben Okafor|Green|ben@example.com',
])

const rosterOfSystems = aTable('Employee ID,Name,Email,ACD Login,WFM ID,Team,Hire Date', [
  'E-17|Ada Moreno|ada@example.com|amoreno|70411|Blue|2024-01-15',
  'E-18|Ben Okafor|ben@example.com|bokafor||Green|2025-11-03',
])

/** All of them by name. */
export const PLAIN_TABLES = {
  rosterOfSystems,
  plainLog,
  camelCaseLog,
  germanLog,
  spanishLog,
  frenchLog,
  dutchLog,
  portugueseLog,
  periodSummary,
  csatExport,
  starSurvey,
  wideEvaluations,
  evaluationsOfPoints,
  sectionedEvaluations,
  longEvaluations,
  adherenceByDay,
  roster,
  ticketsWithSurvey,
  cloudPhoneLog,
  helpdeskTickets,
  contactSearch,
  switchSummary,
  stateLog,
  agentDays,
  scoresOnly,
  dayAndTime,
  cutIds,
  agentsByNumber,
  agentsByEmail,
  ambiguousDates,
  oneWeek,
  headingsOnly,
  absences,
  germanSurvey,
  scoresOutOfFive,
  peopleOnly,
}
