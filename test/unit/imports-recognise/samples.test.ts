import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { RowFacts } from '../../../engine/imports/facts.ts'
import { recogniseDocument, recogniseTable } from '../../../engine/imports/recognise/index.ts'
import { compileRowReader } from '../../../engine/imports/rows/index.ts'
import { mappingLines } from './tables.ts'

const samples = path.resolve(import.meta.dirname, '../../../../shared/samples')
const isThere = existsSync(samples)

const readJson = (file: string): unknown => JSON.parse(readFileSync(path.join(samples, file), 'utf8'))
const readCsv = (file: string): string[][] =>
  Papa.parse<string[]>(readFileSync(path.join(samples, file), 'utf8'), { skipEmptyLines: true }).data

describe.skipIf(!isThere)(
  `the shared samples${isThere ? '' : ' (not beside this checkout: skipped)'}`,
  () => {
    it('tickets: 2,000 contacts, 655 of them with a survey, with the published figures', () => {
      const [columns = [], ...rows] = readCsv('tickets-csat/customer_support_tickets_first2000.csv')
      const recognition = recogniseTable(
        {
          fileName: 'customer_support_tickets_first2000.csv',
          sheetName: null,
          columns,
          headerRows: [columns],
          sample: rows.slice(0, 200),
        },
        { timeZone: 'UTC' },
      )
      expect(recognition.kind).toBe('interactions')
      expect(mappingLines(recognition.mapping)).toEqual([
        'Ticket ID > contact.id as id',
        'Customer Email > contact.customer as id',
        'Ticket Type > contact.reason as text',
        'Ticket Subject > interaction.subject as text',
        'Ticket Description > interaction.description as text',
        'Ticket Status > interaction.disposition as text',
        'Ticket Channel > contact.channel as word',
        'First Response Time > contact.startedAt as instant ymd',
        'Time to Resolution > contact.endedAt as instant ymd',
        'Customer Satisfaction Rating > survey.csat as 1..5',
      ])
      expect(recognition.warnings).toEqual([
        'No column names the agent: the rows are kept without one.',
        'In 38 of 74 rows looked at, "Time to Resolution" lies before "First Response Time": take times between them with care.',
        '"First Response Time" and "Time to Resolution" hold dates and not durations; they are read as moments.',
      ])
      const { read } = compileRowReader(recognition.mapping, columns)
      const facts = rows
        .map((row) => read(row))
        .flatMap((outcome): RowFacts[] => (outcome.outcome === 'facts' ? [outcome.facts] : []))
      const rated = facts.flatMap(({ survey, contact }) =>
        survey?.csat ? [{ rating: 1 + survey.csat.score0to1 * 4, channel: contact?.channel }] : [],
      )
      // 2.93125 was published as 2.9312: exact halves are rounded down.
      const meanOf = (channel: string | null): number => {
        const of = rated.filter((row) => channel === null || row.channel === channel)
        return (
          Math.round((of.reduce((sum, { rating }) => sum + rating, 0) / of.length) * 10_000 - 1e-6) / 10_000
        )
      }
      const backward = facts.filter(
        ({ contact }) =>
          (contact?.endedAtMs ?? Number.POSITIVE_INFINITY) <
          (contact?.startedAtMs ?? Number.NEGATIVE_INFINITY),
      )
      const expected = readJson('tickets-csat/expected.json')
      expect({
        rows: facts.length,
        csat_n: rated.length,
        csat_mean: meanOf(null),
        by_channel_mean_csat: {
          Chat: meanOf('chat'),
          Email: meanOf('email'),
          Phone: meanOf('voice'),
          'Social media': meanOf('social'),
        },
        resolution_before_first_response: backward.length,
      }).toEqual({
        rows: 2000,
        csat_n: 655,
        csat_mean: 3.0305,
        by_channel_mean_csat: { Chat: 3.0506, Email: 3.1032, Phone: 3.037, 'Social media': 2.9312 },
        resolution_before_first_response: 314,
      })
      expect(expected).toMatchObject({
        rows: 2000,
        csat_n: 655,
        csat_mean: 3.0305,
        resolution_before_first_response: 314,
      })
    })

    it('Qualtrics: one response under three header rows; no rating is guessed', () => {
      const [ids = [], texts = [], imports = [], ...rows] = readCsv(
        'formats-contact-center/qualtrics_export.csv',
      )
      const recognition = recogniseTable(
        {
          fileName: 'qualtrics_export.csv',
          sheetName: null,
          columns: ids,
          headerRows: [ids, texts, imports],
          sample: rows,
        },
        { timeZone: 'UTC' },
      )
      const { read } = compileRowReader(recognition.mapping, ids)
      expect([recognition.kind, recognition.vendor]).toEqual(['surveys', 'Qualtrics'])
      expect(recognition.warnings).toContain(
        'No column holds a rating Debrief is sure of: map the rating by hand if there is one.',
      )
      expect(rows.map((row) => read(row))).toMatchObject([
        {
          outcome: 'facts',
          facts: {
            contact: { languageCode: 'DE' },
            survey: {
              responseRef: 'R_2YPOQ602ER1jkf1',
              respondedAtMs: Date.UTC(2017, 6, 18, 8, 28, 48),
              csat: null,
              comment: 'Hello World!',
            },
          },
        },
      ])
    })

    it('Amazon Connect: the evaluation of the administrator guide', () => {
      const recognised = recogniseDocument(
        readJson('formats-contact-center/connect_evaluation_form_v3.1.json'),
      )
      expect(recognised).toMatchObject({ kind: 'evaluations', vendor: 'Amazon Connect' })
      expect(recognised?.facts).toMatchObject([
        {
          agent: { externalId: '286bcec0-e722-4166-865f-84db80252218' },
          contact: { contactRef: 'badd4896-75f7-43b3-bee6-c617ed3d04cb' },
          evaluation: {
            evaluationRef: 'fb90de35-4507-479a-8b57-970290fd5c2c',
            form: 'Compliance Evaluation Form',
            formVersion: '2',
            evaluator: 'jane',
            evaluatedAtMs: Date.UTC(2022, 10, 14, 17, 59, 29, 52),
            vendorScore0to1: 1,
            origin: 'human',
            isCalibration: false,
            answers: [
              {
                questionRef: 'q570b206a',
                section: 'The title of the subsection',
                value: null,
                score0to1: null,
                isNotApplicable: true,
              },
              { questionRef: 'q73bc5b9d', value: 'Yes', score0to1: 1, isNotApplicable: false },
              {
                questionRef: 'qc2effc9d',
                value: 'Example answer text',
                score0to1: null,
                isNotApplicable: false,
              },
            ],
          },
        },
      ])
    })

    it('a transcript is no document of facts', () => {
      expect(recogniseDocument(readJson('formats-contact-center/contact_lens_voice.json'))).toBeNull()
    })
  },
)
