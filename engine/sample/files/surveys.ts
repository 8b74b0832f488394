import { asMonthFirstTime, asPlainTime } from '../days.ts'
import { createRandom } from '../random.ts'
import type { SurveyResponse } from '../surveys.ts'
import { csvRow, withRowsAt } from './table.ts'
import type { PlantedBadRow, SampleFile } from './table.ts'

/** Addresses of the block kept for documentation. */
const address = (index: number) => `203.0.113.${(index * 37) % 254}`

/** The satisfaction survey in the manner of SurveyMonkey: questions in the first row, choices in the second. */
export function writeSatisfaction(
  responses: readonly SurveyResponse[],
  seed: number,
): { files: SampleFile[]; badRows: PlantedBadRow[] } {
  const random = createRandom(seed, 'satisfaction file')
  const path = 'surveys/csat_after_contact.csv'
  const header = csvRow([
    'Respondent ID',
    'Collector ID',
    'Start Date',
    'End Date',
    'IP Address',
    'Email Address',
    'First Name',
    'Last Name',
    'Custom Data 1',
    'Overall, how satisfied were you with your contact with us?',
    'Was your question resolved?',
    'Is there anything you would like to tell us?',
  ])
  const choices = csvRow(['', '', '', '', '', '', '', '', '', 'Response', 'Response', 'Open-Ended Response'])
  const cellsOf = (response: SurveyResponse, index: number) => [
    String(118_602_400_000 + index * 311),
    '438210067',
    asMonthFirstTime(response.respondedAt),
    asMonthFirstTime(response.respondedAt + random.int(20, 190) * 1000),
    address(index),
    '',
    '',
    '',
    response.contact.id,
    String(response.score),
    response.saysResolved ? 'Yes' : 'No',
    response.comment,
  ]
  const rows = responses.map((response, index) => csvRow(cellsOf(response, index)))
  const damagedRow = (at: number, columns: readonly number[], value: string) => {
    const response = responses[at]
    const cells = response ? cellsOf(response, 900_000 + at) : []
    for (const column of columns) cells[column] = value
    return csvRow(cells)
  }
  const damaged = withRowsAt(
    rows,
    [
      { at: 150, row: damagedRow(150, [9], '55'), reason: 'The score is outside 1 to 5.' },
      { at: 400, row: damagedRow(400, [2, 3], '13/45/2026 10:00:00'), reason: 'The date does not exist.' },
    ],
    path,
    2,
  )
  return {
    files: [
      { path, kind: 'surveys', content: `\uFEFF${[header, choices, ...damaged.rows].join('\r\n')}\r\n` },
    ],
    badRows: damaged.badRows,
  }
}

/** The recommendation survey in the manner of Qualtrics: field, question and import id above the responses. */
export function writeRecommendation(responses: readonly SurveyResponse[], seed: number): SampleFile {
  const random = createRandom(seed, 'recommendation file')
  const fields: [string, string, string][] = [
    ['StartDate', 'Start Date', 'startDate'],
    ['EndDate', 'End Date', 'endDate'],
    ['Status', 'Response Type', 'status'],
    ['IPAddress', 'IP Address', 'ipAddress'],
    ['Progress', 'Progress', 'progress'],
    ['Duration (in seconds)', 'Duration (in seconds)', 'duration'],
    ['Finished', 'Finished', 'finished'],
    ['RecordedDate', 'Recorded Date', 'recordedDate'],
    ['ResponseId', 'Response ID', '_recordId'],
    ['RecipientLastName', 'Recipient Last Name', 'recipientLastName'],
    ['RecipientFirstName', 'Recipient First Name', 'recipientFirstName'],
    ['RecipientEmail', 'Recipient Email', 'recipientEmail'],
    ['ExternalReference', 'External Data Reference', 'externalDataReference'],
    ['DistributionChannel', 'Distribution Channel', 'distributionChannel'],
    ['UserLanguage', 'User Language', 'userLanguage'],
    [
      'Q1_NPS_GROUP',
      'How likely are you to recommend Wrenfield to a friend or colleague? - Group',
      'QID1_NPS_GROUP',
    ],
    ['Q1', 'How likely are you to recommend Wrenfield to a friend or colleague?', 'QID1'],
    ['Q2', 'What is the main reason for your score?', 'QID2_TEXT'],
    ['ContactId', 'ContactId', 'ContactId'],
  ]
  const group = (score: number) => (score >= 9 ? 'Promoter' : score >= 7 ? 'Passive' : 'Detractor')
  const rows = responses.map((response, index) => {
    const seconds = random.int(14, 240)
    const ended = response.respondedAt + seconds * 1000
    const id = `R_${Array.from({ length: 15 }, () => random.pick([...'23456789abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ'])).join('')}`
    return csvRow([
      asPlainTime(response.respondedAt),
      asPlainTime(ended),
      'IP Address',
      address(index + 11),
      100,
      seconds,
      'True',
      asPlainTime(ended),
      id,
      '',
      '',
      '',
      '',
      'email',
      'EN',
      group(response.score),
      response.score,
      response.comment,
      response.contact.id,
    ])
  })
  const header = [
    csvRow(fields.map(([name]) => name)),
    csvRow(fields.map(([, label]) => label)),
    csvRow(fields.map(([, , id]) => JSON.stringify({ ImportId: id }))),
  ]
  return {
    path: 'surveys/nps_recommendation.csv',
    kind: 'surveys',
    content: `${[...header, ...rows].join('\n')}\n`,
  }
}
