import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { openFile, type ParsedTranscript } from '../../../engine/imports/readers/index.ts'
import { readAll } from './in-a-file.ts'

const samples = resolve(import.meta.dirname, '../../../../shared/samples')
const isHere = existsSync(samples)

function expected(folder: string): Record<string, Record<string, unknown>> {
  return JSON.parse(readFileSync(join(samples, folder, 'expected.json'), 'utf8')) as Record<
    string,
    Record<string, unknown>
  >
}

async function transcriptsOf(...path: string[]): Promise<ParsedTranscript[]> {
  const opened = await openFile(join(samples, ...path))
  if (opened.form !== 'transcripts') throw new Error(`opened as ${opened.form}`)
  return opened.transcripts
}

async function transcriptOf(...path: string[]): Promise<ParsedTranscript> {
  const [transcript] = await transcriptsOf(...path)
  if (transcript === undefined) throw new Error('no transcript')
  return transcript
}

const wordsOf = ({ segments }: ParsedTranscript): string[] =>
  segments.flatMap(({ words = [] }) => words.map(({ text }) => text))
const firstWords = (transcript: ParsedTranscript): string => wordsOf(transcript).slice(0, 8).join(' ')
const labels = ({ participants }: ParsedTranscript): string[] =>
  participants.map(({ label }) => label).toSorted()

if (!isHere) process.stderr.write('The sample files are not on this machine, so they are not checked.\n')

it.skipIf(!isHere)('the AssemblyAI sample has its words, utterance and end', async () => {
  const figures = expected('formats-transcripts')['assemblyai_utterances.json']
  const transcript = await transcriptOf('formats-transcripts', 'assemblyai_utterances.json')
  expect({
    vendor: transcript.vendor,
    time_unit: 'milliseconds',
    audio_duration_s: (transcript.durationMs ?? 0) / 1000,
    words: wordsOf(transcript).length,
    speakers: labels(transcript),
    utterances: transcript.segments.length,
    first_words: firstWords(transcript),
    last_word_end_ms: transcript.segments.at(-1)?.words?.at(-1)?.endMs,
  }).toEqual(figures)
})

it.skipIf(!isHere).each(['dg_speakers.json', 'dg_transcription.json'])(
  'the Deepgram sample %s has its words, speakers and end',
  async (file) => {
    const figures = expected('formats-transcripts')[file] ?? {}
    const transcript = await transcriptOf('formats-transcripts', file)
    expect({
      vendor: transcript.vendor,
      channels: transcript.vendorFacts['channels'],
      words: wordsOf(transcript).length,
      speakers: labels(transcript).map(Number),
      utterances: figures['utterances'] === null ? null : transcript.segments.length,
      first_words: firstWords(transcript),
      durationMs: transcript.durationMs,
      lastEndMs: transcript.segments.at(-1)?.words?.at(-1)?.endMs,
    }).toEqual({
      vendor: figures['vendor'],
      channels: figures['channels'],
      words: figures['words'],
      speakers: figures['speakers'],
      utterances: figures['utterances'],
      first_words: figures['first_words'],
      durationMs: Math.round(Number(figures['duration_s']) * 1000),
      lastEndMs: Math.round(Number(figures['last_word_end_s']) * 1000),
    })
  },
)

it.skipIf(!isHere)(
  'the podcast samples have their segments, captions, voices and speaker prefixes',
  async () => {
    const figures = expected('formats-transcripts')
    const json = await transcriptOf('formats-transcripts', 'podcast_example.json')
    const srt = await transcriptOf('formats-transcripts', 'podcast_example.srt')
    const vtt = await transcriptOf('formats-transcripts', 'podcast_example.vtt')
    expect({ vendor: json.vendor, segments: json.segments.length, speakers: labels(json) }).toEqual(
      figures['podcast_example.json'],
    )
    expect({ cues: srt.segments.length, speaker_prefixes: srt.vendorFacts['speakerPrefixes'] }).toEqual({
      cues: figures['podcast_example.srt']?.['cues'],
      speaker_prefixes: figures['podcast_example.srt']?.['speaker_prefixes'],
    })
    expect({ cues: vtt.segments.length, voices: labels(vtt) }).toEqual({
      cues: figures['podcast_example.vtt']?.['cues'],
      voices: figures['podcast_example.vtt']?.['voices'],
    })
    expect(vtt.segments[2]?.text).toContain('Podcasting Q&A')
  },
)

it.skipIf(!isHere).each(['contact_lens_voice.json', 'transcribe_call_analytics.json'])(
  "the figures of %s are the vendor's",
  async (file) => {
    const figures = expected('formats-contact-center')[file] ?? {}
    const { segments, vendorFacts, durationMs } = await transcriptOf('formats-contact-center', file)
    const sentiments = vendorFacts['segmentSentiments'] as string[]
    const countOf = (sentiment: string): number => sentiments.filter((one) => one === sentiment).length
    const talk = vendorFacts['talkTimeByRole'] as Record<string, { TotalTimeMillis: number }>
    expect({
      turns: segments.length,
      roles: [...new Set(segments.map(({ role }) => role.toUpperCase()))].toSorted(),
      talk_ms: { AGENT: talk['AGENT']?.TotalTimeMillis, CUSTOMER: talk['CUSTOMER']?.TotalTimeMillis },
      non_talk_ms: vendorFacts['nonTalkTimeMs'],
      interruptions: vendorFacts['interruptionCount'],
      overall_sentiment: vendorFacts['overallSentiment'],
      turn_sentiments: {
        POSITIVE: countOf('POSITIVE'),
        NEGATIVE: countOf('NEGATIVE'),
        NEUTRAL: countOf('NEUTRAL'),
        MIXED: countOf('MIXED'),
      },
      categories: vendorFacts['categories'],
      first_text: segments[0]?.text.slice(0, 60),
      last_end_ms: segments.reduce((last, { endMs }) => Math.max(last, endMs ?? 0), 0),
    }).toEqual(Object.fromEntries(Object.entries(figures).filter(([name]) => name !== 'vendor')))
    expect(durationMs).toBe(figures['last_end_ms'])
  },
)

it.skipIf(!isHere)('the evaluation of Amazon Connect is handed on as a tree', async () => {
  const opened = await openFile(join(samples, 'formats-contact-center', 'connect_evaluation_form_v3.1.json'))
  expect(opened).toMatchObject({
    form: 'document',
    document: { metadata: { evaluator: 'jane' }, questions: { length: 3 }, sections: { length: 2 } },
  })
})

it.skipIf(!isHere)('the Qualtrics export has three header rows and one response', async () => {
  const figures = expected('formats-contact-center')['qualtrics_export.csv']
  const opened = await openFile(join(samples, 'formats-contact-center', 'qualtrics_export.csv'))
  if (opened.form !== 'table') throw new Error('no table')
  const [table] = opened.tables
  const { rows, problems } = await readAll(table)
  expect({
    csv_rows_total: (table?.headerRows.length ?? 0) + rows.length,
    header_rows: table?.headerRows.length,
    responses: rows.length,
    columns: table?.columns.length,
    bom: opened.details.hasByteOrderMark,
  }).toEqual(figures)
  expect(table?.columns.slice(-4)).toEqual([
    'UserLanguage',
    'Q1: This is a multiple choice question.',
    'Q2: This is a free text question.',
    'Q2 - Topics',
  ])
  expect(problems).toEqual([])
})

it.skipIf(!isHere)('the ticket export has all of its rows and texts of several lines', async () => {
  const figures = expected('tickets-csat') as unknown as Record<string, number>
  const opened = await openFile(join(samples, 'tickets-csat', 'customer_support_tickets_first2000.csv'))
  if (opened.form !== 'table') throw new Error('no table')
  const [table] = opened.tables
  const { rows, problems } = await readAll(table)
  const column = (name: string): string[] =>
    rows.map(({ cells }) => cells[table?.columns.indexOf(name) ?? -1] ?? '')
  const ratings = column('Customer Satisfaction Rating')
    .filter((cell) => cell !== '')
    .map(Number)
  expect({
    rows: rows.length,
    csat_n: ratings.length,
    csat_mean: Number((ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length).toFixed(4)),
    descriptions_with_newline: column('Ticket Description').filter((text) => text.includes('\n')).length,
  }).toEqual({
    rows: figures['rows'],
    csat_n: figures['csat_n'],
    csat_mean: figures['csat_mean'],
    descriptions_with_newline: figures['descriptions_with_newline'],
  })
  expect(problems).toEqual([])
})

it.skipIf(!isHere).each(['0002f70f7386445b', '0b41e7d162844d45'])(
  'the bank call %s has its turns in order and its speech per role',
  async (id) => {
    const figures = expected('conv-harper-valley')['computed_from_files']?.[id] as Record<string, unknown>
    const { segments, contactRef, startedAtMs } = await transcriptOf(
      'conv-harper-valley',
      'transcript',
      `${id}.json`,
    )
    const speech = segments.filter(({ isSpeech }) => isSpeech)
    const speechMs = (role: string): number =>
      speech
        .filter((segment) => segment.role === role)
        .reduce((sum, { startMs, endMs }) => sum + (endMs ?? 0) - (startMs ?? 0), 0)
    expect({
      segments: segments.length,
      segments_with_speech: speech.length,
      speech_ms_by_role: { agent: speechMs('agent'), caller: speechMs('customer') },
    }).toEqual({
      segments: figures['segments'],
      segments_with_speech: figures['segments_with_speech'],
      speech_ms_by_role: figures['speech_ms_by_role'],
    })
    expect(contactRef).toBe(id)
    const metadata = JSON.parse(
      readFileSync(join(samples, 'conv-harper-valley', 'metadata', `${id}.json`), 'utf8'),
    ) as { start_time_ms: number }
    expect(Math.abs((startedAtMs ?? 0) - metadata.start_time_ms)).toBeLessThan(1000)
  },
)

it.skipIf(!isHere)('the chats of the ABCD corpus are three transcripts without times', async () => {
  const transcripts = await transcriptsOf('conv-abcd', 'abcd_sample.json')
  expect(
    transcripts.map(({ contactRef, channelKind, segments }) => ({
      contactRef,
      channelKind,
      turns: segments.length,
    })),
  ).toEqual([
    { contactRef: '3592', channelKind: 'chat', turns: 29 },
    { contactRef: '9489', channelKind: 'chat', turns: 21 },
    { contactRef: '3695', channelKind: 'chat', turns: 22 },
  ])
  expect(
    transcripts[0]?.segments.slice(0, 3).map(({ role, text, startMs }) => ({ role, text, startMs })),
  ).toEqual([
    { role: 'agent', text: 'Hi!', startMs: null },
    { role: 'agent', text: 'How can I help you?', startMs: null },
    { role: 'customer', text: 'Hi! I need to return an item, can you help me with that?', startMs: null },
  ])
})

it.skipIf(!isHere)('recordings are opened as such', async () => {
  expect(await openFile(join(samples, 'audio-mono', 'jfk.wav'))).toEqual({
    form: 'recording',
    format: 'wav',
    codec: 'pcm-s16',
    sampleRate: 16_000,
    channelCount: 1,
    durationMs: 11_000,
  })
})
