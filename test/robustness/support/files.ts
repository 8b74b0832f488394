import fc from 'fast-check'
import type { ImportField, ImportKind, Mapping, Transform } from '../../../shared/domain/import-kinds.ts'
import type { GivenFile } from './workspace.ts'

const transforms: Partial<Record<ImportField, Transform>> = {
  'agent.externalId': { as: 'id' },
  'agent.email': { as: 'id' },
  'contact.id': { as: 'id' },
  'contact.legId': { as: 'id' },
  'contact.startedAt': { as: 'instant', order: 'ymd' },
  'contact.channel': { as: 'word', words: { voice: 'voice', chat: 'chat' } },
  'interaction.talkTime': { as: 'duration', unit: 'seconds' },
  'interaction.holdTime': { as: 'duration', unit: 'seconds' },
  'interaction.handleTime': { as: 'duration', unit: 'seconds' },
  'interaction.transferred': { as: 'flag', yes: ['yes'], no: ['no'] },
  'interaction.resolved': { as: 'flag', yes: ['yes'], no: ['no'] },
  'survey.id': { as: 'id' },
  'survey.respondedAt': { as: 'instant', order: 'ymd' },
  'survey.csat': { as: 'scale', min: 1, max: 5 },
  'survey.nps': { as: 'scale', min: 0, max: 10 },
  'survey.pertainsToAgent': { as: 'flag', yes: ['yes'], no: ['no'] },
  'evaluation.id': { as: 'id' },
  'evaluation.evaluatedAt': { as: 'instant', order: 'ymd' },
  'evaluation.score': { as: 'scale', min: 0, max: 100 },
  'evaluation.isCalibration': { as: 'flag', yes: ['yes'], no: ['no'] },
  'answer.questionId': { as: 'id' },
  'answer.score': { as: 'scale', min: 0, max: 5 },
  'shift.day': { as: 'day', order: 'ymd' },
  'shift.startedAt': { as: 'instant', order: 'ymd' },
  'shift.scheduled': { as: 'duration', unit: 'minutes' },
  'shift.inAdherence': { as: 'duration', unit: 'minutes' },
  'shift.worked': { as: 'duration', unit: 'minutes' },
  'shift.statusTime': { as: 'duration', unit: 'minutes' },
  'summary.from': { as: 'day', order: 'ymd' },
  'summary.to': { as: 'day', order: 'ymd' },
  'summary.n': { as: 'number' },
  'roster.teamFrom': { as: 'day', order: 'ymd' },
  'roster.teamTo': { as: 'day', order: 'ymd' },
  'roster.hiredOn': { as: 'day', order: 'ymd' },
}

/** A mapping in which every column bears the name of its field. */
export function mappingOf(
  kind: ImportKind,
  fields: readonly ImportField[],
  more: Partial<Mapping> = {},
): Mapping {
  return {
    kind,
    shape: 'rows',
    timeZone: 'UTC',
    columns: fields.map((field) => ({
      column: field,
      field,
      transform: transforms[field] ?? { as: 'text' },
    })),
    questions: [],
    ...more,
  }
}

/** Rows as delimited text under the given column names. */
export function csv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return `${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`
}

const agents = [
  { id: 'a-1001', name: 'Ada Byron', email: 'ada.byron@example.org' },
  { id: 'a-1002', name: 'Grace Hopper', email: 'grace@example.org' },
  { id: 'a-1003', name: 'Ben Marsh', email: '' },
]
const oneOf = (...values: string[]) => fc.constantFrom(...values)
const maybe = (...values: string[]) => fc.constantFrom('', ...values)
const agentNo = fc.constantFrom(0, 1, 2, -1)
const agentCell = (number: number, part: 'id' | 'name' | 'email') => agents[number]?.[part] ?? ''
const starts = [
  '2026-03-02T09:00:00Z',
  '2026-03-02T09:00:01Z',
  '2026-03-02T23:30:00Z',
  '2026-03-03T10:00:00Z',
  '2026-03-05T11:00:00Z',
]
const contacts = ['K-1', 'K-2', 'K-3', 'K-4', 'K-5']

interface Field {
  field: ImportField
  cell: fc.Arbitrary<string>
  /** Part of every file of its kind. */
  isKept?: boolean
}

/** A file with some of the fields, rows drawn from so few values that files overlap, repeat and contradict each other. */
function tableFile(
  kind: ImportKind,
  sources: readonly string[],
  fields: readonly Field[],
  more: Partial<Mapping> = {},
  mostRows = 6,
): fc.Arbitrary<Omit<GivenFile, 'name'>> {
  return fc
    .tuple(
      fc.constantFrom(...sources),
      fc.subarray([...fields.keys()]),
      fc.array(fc.tuple(agentNo, fc.tuple(...fields.map((field) => field.cell))), {
        minLength: 1,
        maxLength: mostRows,
      }),
    )
    .map(([source, picked, rows]) => {
      const chosen = fields
        .map((field, index) => ({ ...field, index }))
        .filter((field) => field.isKept || picked.includes(field.index))
      const columns = chosen.map((field) => field.field)
      const statistic = chosen.filter((field) => field.field === 'summary.statistic')
      const mapping = mappingOf(kind, columns, more)
      if (statistic.length > 0)
        mapping.columns = mapping.columns.map((column) =>
          column.field === 'summary.statistic'
            ? { ...column, transform: { as: 'number' }, statistic: { metricId: 'csat_mean', of: 'mean' } }
            : column,
        )
      return {
        kind,
        source,
        mapping,
        content: csv(
          [
            ...columns,
            ...(more.questions ?? []).flatMap((question) => [
              question.answerColumn!,
              question.commentColumn!,
            ]),
          ],
          rows.map(([number, cells], row) => [
            ...chosen.map(({ field, index }) =>
              field === 'agent.externalId'
                ? agentCell(number, 'id')
                : field === 'agent.name'
                  ? agentCell(number, 'name')
                  : field === 'agent.email'
                    ? agentCell(number, 'email')
                    : cells[index]!,
            ),
            ...(more.questions ?? []).flatMap((_, question) => [
              ['Yes', 'No', 'N/A', ''][(row + question) % 4]!,
              ['', 'well done', 'too long'][(row * 2 + question) % 3]!,
            ]),
          ]),
        ),
      }
    })
}

const agentFields: Field[] = [
  { field: 'agent.externalId', cell: fc.constant('') },
  { field: 'agent.name', cell: fc.constant(''), isKept: true },
  { field: 'agent.team', cell: maybe('Alpha', 'Beta') },
  { field: 'agent.site', cell: maybe('Leeds', 'Cork') },
]

export const interactionLog = tableFile(
  'interactions',
  ['acd', 'dialler'],
  [
    { field: 'contact.id', cell: maybe('K-1', 'K-1', 'K-2', 'K-3', 'K-4', 'K-5') },
    { field: 'contact.legId', cell: maybe('1', '2') },
    { field: 'contact.startedAt', cell: maybe(...starts) },
    ...agentFields,
    { field: 'contact.queue', cell: maybe('Billing', 'Sales') },
    { field: 'interaction.talkTime', cell: oneOf('60', '61', '300'), isKept: true },
    { field: 'interaction.holdTime', cell: maybe('0', '10') },
    { field: 'interaction.transferred', cell: maybe('yes', 'no') },
    { field: 'interaction.resolved', cell: maybe('yes', 'no') },
    { field: 'interaction.description', cell: maybe('wants a refund', 'called twice') },
    { field: 'survey.csat', cell: maybe('1', '5') },
  ],
)

export const surveyFile = tableFile(
  'surveys',
  ['voc'],
  [
    { field: 'survey.id', cell: maybe('R-1', 'R-2', 'R-3') },
    { field: 'contact.id', cell: maybe(...contacts) },
    { field: 'survey.respondedAt', cell: maybe(...starts) },
    { field: 'agent.email', cell: fc.constant('') },
    ...agentFields,
    { field: 'survey.csat', cell: oneOf('1', '3', '5'), isKept: true },
    { field: 'survey.nps', cell: maybe('0', '9') },
    { field: 'survey.pertainsToAgent', cell: maybe('yes', 'no') },
    { field: 'survey.comment', cell: maybe('never again', 'lovely people') },
  ],
)

const questions: Mapping['questions'] = ['Greeting', 'Closing'].map((label) => ({
  label,
  section: null,
  answerColumn: label,
  scoreColumn: null,
  commentColumn: `${label} comment`,
  weightColumn: null,
  scale: { as: 'scale', min: 0, max: 1, words: { yes: 1, no: 0 } },
  notApplicable: ['n/a'],
}))

const evaluationFields: Field[] = [
  { field: 'evaluation.id', cell: maybe('E-1', 'E-2', 'E-3') },
  { field: 'contact.id', cell: maybe(...contacts) },
  { field: 'evaluation.evaluatedAt', cell: maybe(...starts) },
  ...agentFields,
  { field: 'evaluation.evaluator', cell: maybe('Quinn Reyes', 'Sam Ito') },
  { field: 'evaluation.score', cell: maybe('40', '90') },
  { field: 'evaluation.isCalibration', cell: maybe('yes', 'no') },
  { field: 'evaluation.comment', cell: maybe('calm', 'hasty') },
]

export const wideEvaluations = tableFile('evaluations', ['qa'], evaluationFields, {
  shape: 'wide',
  questions,
})

export const longEvaluations = tableFile(
  'evaluations',
  ['qa', 'qa2'],
  [
    ...evaluationFields,
    { field: 'answer.question', cell: oneOf('Greeting', 'Closing', 'Recap'), isKept: true },
    { field: 'answer.score', cell: oneOf('0', '5', '3'), isKept: true },
    { field: 'answer.comment', cell: maybe('ok') },
  ],
  { shape: 'long' },
)

export const shiftFile = tableFile(
  'workforce',
  ['wfm'],
  [
    { field: 'agent.externalId', cell: fc.constant('') },
    { field: 'agent.name', cell: fc.constant(''), isKept: true },
    { field: 'shift.day', cell: oneOf('2026-03-02', '2026-03-03'), isKept: true },
    { field: 'shift.startedAt', cell: maybe('2026-03-02T08:00:00Z', '2026-03-02T14:00:00Z') },
    { field: 'shift.scheduled', cell: maybe('240', '480'), isKept: true },
    { field: 'shift.inAdherence', cell: maybe('200', '230') },
    { field: 'shift.worked', cell: maybe('210', '235') },
  ],
)

export const statusFile = tableFile(
  'workforce',
  ['wfm'],
  [
    { field: 'agent.name', cell: fc.constant(''), isKept: true },
    { field: 'shift.day', cell: oneOf('2026-03-02', '2026-03-03'), isKept: true },
    { field: 'shift.status', cell: oneOf('Available', 'Break'), isKept: true },
    { field: 'shift.statusTime', cell: oneOf('30', '60'), isKept: true },
  ],
)

export const summaryFile = tableFile(
  'workforce',
  ['board'],
  [
    { field: 'agent.name', cell: fc.constant(''), isKept: true },
    { field: 'summary.from', cell: oneOf('2026-03-01', '2026-03-08') },
    { field: 'summary.to', cell: oneOf('2026-03-07', '2026-03-14') },
    { field: 'summary.n', cell: oneOf('10', '20'), isKept: true },
    { field: 'summary.statistic', cell: oneOf('3.5', '4.5') },
  ],
)

export const rosterFile = tableFile(
  'roster',
  ['hr'],
  [
    { field: 'agent.email', cell: fc.constant('') },
    ...agentFields,
    { field: 'roster.role', cell: maybe('Agent', 'Senior agent'), isKept: true },
    { field: 'roster.managerName', cell: maybe('Quinn Reyes') },
    { field: 'roster.teamFrom', cell: maybe('2026-01-01', '2026-03-03') },
    { field: 'roster.hiredOn', cell: maybe('2020-05-04', '2021-06-07') },
    { field: 'roster.status', cell: maybe('active', 'on leave') },
  ],
)

/** A conversation as Contact Lens exports it: its contact's id, turns with times. */
export const transcriptFile: fc.Arbitrary<Omit<GivenFile, 'name'>> = fc
  .tuple(
    fc.constantFrom(...contacts, 'K-9'),
    fc.array(
      fc.tuple(
        fc.boolean(),
        oneOf('hello there how can I help', 'my bill is wrong and I am angry', 'thank you'),
      ),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([contactId, turns]) => ({
    source: 'lens',
    content: JSON.stringify({
      Version: '1.1.0',
      Channel: 'VOICE',
      LanguageCode: 'en-US',
      JobStatus: 'COMPLETED',
      CustomerMetadata: { ContactId: contactId },
      Participants: [
        { ParticipantId: 'AGENT', ParticipantRole: 'AGENT' },
        { ParticipantId: 'CUSTOMER', ParticipantRole: 'CUSTOMER' },
      ],
      Transcript: turns.map(([isAgent, text], index) => ({
        Id: `t${index}`,
        ParticipantId: isAgent ? 'AGENT' : 'CUSTOMER',
        Content: text,
        BeginOffsetMillis: index * 3000,
        EndOffsetMillis: index * 3000 + 2500,
        Sentiment: 'NEUTRAL',
      })),
    }),
  }))

/** Any small file of any kind. */
export const anyFile: fc.Arbitrary<Omit<GivenFile, 'name'>> = fc.oneof(
  { weight: 4, arbitrary: interactionLog },
  { weight: 3, arbitrary: surveyFile },
  { weight: 2, arbitrary: wideEvaluations },
  { weight: 2, arbitrary: longEvaluations },
  { weight: 2, arbitrary: shiftFile },
  { weight: 1, arbitrary: statusFile },
  { weight: 1, arbitrary: summaryFile },
  { weight: 2, arbitrary: rosterFile },
  { weight: 2, arbitrary: transcriptFile },
)
