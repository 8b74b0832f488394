import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportReport } from '../../shared/contract/imports.ts'
import { expandOrders, importFiles } from '../../engine/imports/index.ts'
import { openWorkspace, type TestWorkspace } from '../support/workspace.ts'

const samples = resolve(import.meta.dirname, '../../../shared/samples')
const isThere = existsSync(samples)

type Figures = Record<string, unknown>

/** The real files, imported as a person would: all at once, without a word about any of them. */
const paths = [
  'formats-contact-center/connect_evaluation_form_v3.1.json',
  'formats-contact-center/contact_lens_voice.json',
  'formats-contact-center/transcribe_call_analytics.json',
  'formats-contact-center/qualtrics_export.csv',
  'formats-transcripts/assemblyai_utterances.json',
  'formats-transcripts/dg_speakers.json',
  'formats-transcripts/dg_transcription.json',
  'formats-transcripts/podcast_example.json',
  'formats-transcripts/podcast_example.srt',
  'formats-transcripts/podcast_example.vtt',
  'conv-harper-valley/transcript/0002f70f7386445b.json',
  'conv-harper-valley/transcript/0b41e7d162844d45.json',
  'tickets-csat/customer_support_tickets_first2000.csv',
]

interface Transcript {
  importId: number
  vendor: string
  facts: Figures
  durationMs: number | null
}

interface Segment {
  speaker: string
  role: string
  start: number
  end: number
  text: string
  confidence: number | null
}

describe.skipIf(!isThere)(
  `the files of ../shared/samples, imported by the engine${isThere ? '' : ' (SKIPPED: there is no ../shared beside this checkout)'}`,
  () => {
    let own: TestWorkspace
    let reports: Map<string, ImportReport>

    beforeAll(async () => {
      own = await openWorkspace()
      const { context } = own.engine
      const orders = await expandOrders(
        context.uploads,
        paths.map((path) => ({ reference: { path: join(samples, path) }, timeZone: 'UTC' })),
      )
      const all = await importFiles(context, orders, {})
      reports = new Map(paths.map((path, index) => [path, all[index]!]))
    }, 60_000)
    afterAll(() => own?.close())

    const rows = <Row>(sql: string, ...parameters: unknown[]): Row[] =>
      own.engine.context.read.raw.prepare(sql).all(...parameters) as Row[]
    const figuresOf = (path: string): Figures => {
      const [folder = '', file = ''] = path.split('/')
      const expected = JSON.parse(readFileSync(join(samples, folder, 'expected.json'), 'utf8')) as Figures
      return (expected[file] ?? expected) as Figures
    }
    const transcriptOf = (path: string): Transcript & { segments: Segment[] } => {
      const [found] = rows<{ id: number; vendor: string; vendor_facts: string; duration_ms: number | null }>(
        'SELECT id, vendor, vendor_facts, duration_ms FROM transcripts WHERE import_id = ?',
        reports.get(path)!.importId,
      )
      return {
        importId: reports.get(path)!.importId!,
        vendor: found!.vendor,
        facts: JSON.parse(found!.vendor_facts) as Figures,
        durationMs: found!.duration_ms,
        segments: rows<Segment>(
          'SELECT speaker, role, start_ms AS start, end_ms AS "end", text, confidence FROM segments WHERE transcript_id = ? ORDER BY position',
          found!.id,
        ),
      }
    }
    const wordsOf = (segments: readonly Segment[]): string[] =>
      segments.flatMap(({ text }) => text.split(/\s+/)).filter((word) => word !== '')
    const speakersOf = (segments: readonly Segment[]): string[] =>
      [...new Set(segments.map(({ speaker }) => speaker))].filter((speaker) => speaker !== '').toSorted()
    const lastEnd = (segments: readonly Segment[]): number =>
      segments.reduce((last, { end }) => Math.max(last, end), 0)

    test('every file is read, no row of any is refused, and what they are is seen without a click', () => {
      expect(
        [...reports].map(
          ([
            path,
            {
              kind,
              source,
              error,
              rows: { read, added, quarantined },
            },
          ]) => [path.slice(path.lastIndexOf('/') + 1), { kind, source, error, read, added, quarantined }],
        ),
      ).toEqual([
        ['connect_evaluation_form_v3.1.json', one('evaluations', 'Amazon Connect')],
        ['contact_lens_voice.json', one('transcripts', 'Amazon Connect Contact Lens')],
        ['transcribe_call_analytics.json', one('transcripts', 'AWS Transcribe Call Analytics')],
        ['qualtrics_export.csv', one('surveys', 'Qualtrics')],
        ['assemblyai_utterances.json', one('transcripts', 'AssemblyAI')],
        ['dg_speakers.json', one('transcripts', 'Deepgram')],
        ['dg_transcription.json', one('transcripts', 'Deepgram')],
        ['podcast_example.json', one('transcripts', 'Podcast namespace JSON')],
        ['podcast_example.srt', one('transcripts', 'SubRip')],
        ['podcast_example.vtt', one('transcripts', 'WebVTT')],
        ['0002f70f7386445b.json', one('transcripts', 'HarperValleyBank')],
        ['0b41e7d162844d45.json', one('transcripts', 'HarperValleyBank')],
        [
          'customer_support_tickets_first2000.csv',
          { ...one('interactions', 'customer support tickets first'), read: 2000, added: 2000 },
        ],
      ])
    })

    function one(kind: string, source: string) {
      return { kind, source, error: null, read: 1, added: 1, quarantined: 0 }
    }

    test('the tickets have the published counts and ratings, over all and by channel', async () => {
      const figures = figuresOf(paths.at(-1)!)
      const { importId } = reports.get(paths.at(-1)!)!
      const status = rows<{ name: string; n: number }>(
        'SELECT name, COUNT(*) AS n FROM interactions JOIN labels ON labels.id = disposition_id WHERE import_id = ? GROUP BY name',
        importId,
      )
      const ratings = rows<{ name: string; rating: number; status: string }>(
        `SELECT channels.name, 1 + csat * 4 AS rating, dispositions.name AS status
         FROM surveys JOIN strata ON strata.id = surveys.stratum_id JOIN labels AS channels ON channels.id = channel_id
           JOIN interactions ON interactions.id = interaction_id JOIN labels AS dispositions ON dispositions.id = disposition_id
         WHERE surveys.import_id = ?`,
        importId,
      )
      const [backward] = rows<{ backward: number; both: number; texts: number }>(
        `SELECT SUM(ended_at < started_at) AS backward, SUM(ended_at IS NOT NULL AND started_at IS NOT NULL) AS both,
           (SELECT COUNT(*) FROM interaction_texts WHERE description LIKE '%' || char(10) || '%') AS texts
         FROM interactions WHERE import_id = ?`,
        importId,
      )
      // exact halves of the published means were rounded down
      const meanOf = (of: typeof ratings) =>
        Math.round((of.reduce((sum, { rating }) => sum + rating, 0) / of.length) * 10_000 - 1e-6) / 10_000
      const channels = { chat: 'Chat', email: 'Email', voice: 'Phone', social: 'Social media' }
      expect({
        rows: reports.get(paths.at(-1)!)!.rows.added,
        status: Object.fromEntries(status.map(({ name, n }) => [name, n])),
        csat_n: ratings.length,
        csat_mean: meanOf(ratings),
        csat_top2_pct: Number(
          ((ratings.filter(({ rating }) => rating >= 4).length / ratings.length) * 100).toFixed(3),
        ),
        csat_only_on: [...new Set(ratings.map((rating) => rating.status))],
        by_channel_mean_csat: Object.fromEntries(
          Object.entries(channels).map(([name, as]) => [
            as,
            meanOf(ratings.filter((row) => row.name === name)),
          ]),
        ),
        resolution_before_first_response: backward?.backward,
        resolution_pairs: backward?.both,
        descriptions_with_newline: backward?.texts,
      }).toEqual(
        Object.fromEntries(
          Object.entries(figures).filter(([name]) => !name.startsWith('unfilled_placeholder')),
        ),
      )
      const { rows: asked } = await own.client.metrics.query({ metricId: 'csat_mean', by: 'none' })
      expect(asked.map(({ n }) => n)).toEqual([figures['csat_n']])
      expect(Number((1 + asked[0]!.value! * 4).toFixed(4))).toBe(figures['csat_mean'])
    })

    test('the Connect evaluation has its questions, its score and its evaluator', () => {
      const [path = ''] = paths
      const figures = figuresOf(path)
      const [evaluation] = rows<{ id: number; evaluator: string; score: number }>(
        'SELECT id, evaluator, vendor_score AS score FROM evaluations WHERE import_id = ?',
        reports.get(path)!.importId,
      )
      const answers = rows<{ score: number | null; isNotApplicable: number; value: string | null }>(
        `SELECT score, is_not_applicable AS isNotApplicable, value FROM answers JOIN questions ON questions.id = question_id
         WHERE evaluation_id = ? ORDER BY questions.id`,
        evaluation!.id,
      )
      expect({
        evaluator: evaluation!.evaluator,
        total: evaluation!.score * 100,
        single: answers[1],
        numeric: answers[0],
        questions: answers.length,
      }).toEqual({
        evaluator: figures['evaluator'],
        total: (figures['total_score'] as { percentage: number }).percentage,
        single: { score: 1, isNotApplicable: 0, value: 'Yes' },
        numeric: { score: null, isNotApplicable: 1, value: null },
        questions: (figures['questions'] as unknown[]).length,
      })
    })

    test('the Qualtrics export is one response under three header rows', async () => {
      const path = 'formats-contact-center/qualtrics_export.csv'
      const { importId } = reports.get(path)!
      expect(rows('SELECT id FROM surveys WHERE import_id = ?', importId)).toHaveLength(
        figuresOf(path)['responses'] as number,
      )
    })

    test.each(paths.slice(1, 3))('%s has the turns, roles, talk times and findings of its vendor', (path) => {
      const figures = Object.fromEntries(
        Object.entries(figuresOf(path)).filter(([name]) => name !== 'vendor'),
      )
      const { segments, facts } = transcriptOf(path)
      const sentiments = facts['segmentSentiments'] as string[]
      const talk = facts['talkTimeByRole'] as Record<string, { TotalTimeMillis: number }>
      const countOf = (sentiment: string) => sentiments.filter((name) => name === sentiment).length
      expect({
        turns: segments.length,
        roles: [...new Set(segments.map(({ role }) => role.toUpperCase()))].toSorted(),
        talk_ms: { AGENT: talk['AGENT']?.TotalTimeMillis, CUSTOMER: talk['CUSTOMER']?.TotalTimeMillis },
        non_talk_ms: facts['nonTalkTimeMs'],
        interruptions: facts['interruptionCount'],
        overall_sentiment: facts['overallSentiment'],
        turn_sentiments: Object.fromEntries(
          ['POSITIVE', 'NEGATIVE', 'NEUTRAL', 'MIXED'].map((name) => [name, countOf(name)]),
        ),
        categories: facts['categories'],
        first_text: segments[0]!.text.slice(0, 60),
        last_end_ms: lastEnd(segments),
      }).toEqual(figures)
    })

    test('the spoken files have their words, speakers, turns and ends', () => {
      const [assembly = '', speakers = '', plain = '', json = '', srt = '', vtt = ''] = paths.slice(4, 10)
      for (const path of [assembly, speakers, plain]) {
        const figures = figuresOf(path)
        const { segments, durationMs } = transcriptOf(path)
        const words = wordsOf(segments)
        const seconds = figures['last_word_end_s'] as number | undefined
        expect({
          path,
          words: words.length,
          first: words.slice(0, 8).join(' '),
          speakers: speakersOf(segments).filter((name) => !name.startsWith('channel')),
          turns: typeof figures['utterances'] === 'number' ? segments.length : null,
          durationS: Math.round((durationMs ?? 0) / 1000),
          isLastEnd:
            Math.abs(
              lastEnd(segments) -
                (seconds === undefined ? Number(figures['last_word_end_ms']) : seconds * 1000),
            ) < 1,
        }).toEqual({
          path,
          words: figures['words'],
          first: figures['first_words'],
          speakers: (figures['speakers'] as unknown[]).map(String),
          turns: figures['utterances'],
          durationS: Math.round(Number(figures['audio_duration_s'] ?? figures['duration_s'])),
          isLastEnd: true,
        })
      }
      const inJson = transcriptOf(json)
      expect([inJson.segments.length, speakersOf(inJson.segments)]).toEqual([
        figuresOf(json)['segments'],
        figuresOf(json)['speakers'],
      ])
      const inSrt = transcriptOf(srt)
      expect([inSrt.segments.length, inSrt.facts['speakerPrefixes']]).toEqual([
        figuresOf(srt)['cues'],
        figuresOf(srt)['speaker_prefixes'],
      ])
      const inVtt = transcriptOf(vtt)
      expect([inVtt.segments.length, speakersOf(inVtt.segments)]).toEqual([
        figuresOf(vtt)['cues'],
        figuresOf(vtt)['voices'],
      ])
    })

    test.each(paths.slice(10, 12))('%s has its turns and its speech per role', (path) => {
      const id = path.slice(path.lastIndexOf('/') + 1, -'.json'.length)
      const expected = figuresOf(path)['computed_from_files'] as Record<string, Figures>
      const { segments } = transcriptOf(path)
      // a noise in brackets is kept with a confidence of 0
      const spoken = segments.filter(({ confidence }) => confidence !== 0)
      const speechOf = (role: string) =>
        spoken.filter((turn) => turn.role === role).reduce((sum, { start, end }) => sum + end - start, 0)
      expect({
        segments: segments.length,
        segments_with_speech: spoken.length,
        speech_ms_by_role: { agent: speechOf('agent'), caller: speechOf('customer') },
      }).toEqual(
        Object.fromEntries(
          ['segments', 'segments_with_speech', 'speech_ms_by_role'].map((name) => [
            name,
            expected[id]![name],
          ]),
        ),
      )
    })

    test('the summary counts them, the same files again add nothing, and undone they leave nothing', async () => {
      const summary = await own.client.workspace.summary()
      expect(summary).toMatchObject({
        evaluations: 1,
        answers: 3,
        surveys: 656,
        transcripts: 10,
        quarantined: 0,
      })
      const { context } = own.engine
      const orders = paths.map((path) => {
        const place = join(samples, path)
        return { path: place, name: place, keptPath: place, timeZone: 'UTC' }
      })
      const again = await importFiles(context, orders, {})
      expect(again.map(({ rows: { added, updated } }) => added + updated)).toEqual(paths.map(() => 0))
      expect(await own.client.workspace.summary()).toEqual(summary)
      for (const { importId } of [...again, ...reports.values()])
        await own.client.imports.undo({ importId: importId! })
      expect(await own.client.workspace.summary()).toMatchObject({
        interactions: 0,
        evaluations: 0,
        answers: 0,
        surveys: 0,
        transcripts: 0,
        segments: 0,
      })
      expect(await own.client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
    })
  },
)
