import { expect, it } from 'vitest'
import { openFile, type ParsedTranscript } from '../../../engine/imports/readers/index.ts'
import { aFile, openTranscripts } from './in-a-file.ts'

/** Who said what when, in one line each. */
function lines(transcript: ParsedTranscript | undefined): string[] {
  return (transcript?.segments ?? []).map(
    ({ speakerLabel, role, startMs, endMs, text }) => `${startMs}-${endMs} ${speakerLabel}/${role}: ${text}`,
  )
}

it('WebVTT voices, entities and tags are read; notes, styles and regions are not', async () => {
  const [transcript] = await openTranscripts(
    'call.vtt',
    `\ufeffWEBVTT - a call\nLanguage: en-GB\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:r1\n\nNOTE\n00:00 --> not a cue\n\n1\n00:01.500 --> 00:04.000 align:start\n<v.loud Agent Smith>Hello &amp; <i>welcome</i>,<00:00:03.000> <c.green>caller</c></v>\n\n01:00:04.000 --> 01:00:08.000\n<v Customer>Hi</v> <v Agent Smith>Yes?</v>\n`,
  )
  expect(transcript).toMatchObject({ vendor: 'WebVTT', languageCode: 'en-GB', channelKind: 'voice' })
  expect(lines(transcript)).toEqual([
    '1500-4000 Agent Smith/agent: Hello & welcome, caller',
    '3604000-3605333 Customer/customer: Hi',
    '3605333-3608000 Agent Smith/agent: Yes?',
  ])
})

it('captions that repeat the line before are read once', async () => {
  const [transcript] = await openTranscripts(
    'call.vtt',
    'WEBVTT\n\n00:01.000 --> 00:02.000\nthank you\n\n00:02.000 --> 00:03.000\nthank you\nfor calling\n\n00:03.000 --> 00:04.000\nfor calling\nhow can I help\n',
  )
  expect(transcript?.segments.map(({ text }) => text)).toEqual(['thank you', 'for calling', 'how can I help'])
})

it('SubRip names that repeat are speakers, a word before a colon is not', async () => {
  const cue = (index: number, text: string): string =>
    `${index}\n00:00:0${index},000 --> 00:00:0${index},900\n${text}\n`
  const [transcript] = await openTranscripts(
    'call.srt',
    [
      cue(1, 'Ann: Hello'),
      cue(2, 'Two things: first'),
      cue(3, 'Bob Lee: yes'),
      cue(4, 'Ann: good\nBob Lee: fine'),
      cue(5, 'and more'),
    ].join('\n'),
  )
  expect(lines(transcript)).toEqual([
    '1000-1900 Ann/unknown: Hello',
    '2000-2900 Ann/unknown: Two things: first',
    '3000-3900 Bob Lee/unknown: yes',
    '4000-4450 Ann/unknown: good',
    '4450-4900 Bob Lee/unknown: fine',
    '5000-5900 Bob Lee/unknown: and more',
  ])
  expect(transcript?.vendorFacts).toEqual({ captions: 5, speakerPrefixes: { Ann: 2, 'Bob Lee': 2 } })
})

it('SubRip without blank lines between captions, and a caption that ends before it begins, are read', async () => {
  const [transcript] = await openTranscripts(
    'call.srt',
    '1\r\n00:00:01,000 --> 00:00:02,000\r\none\r\n2\r\n00:00:05,000 --> 00:00:03,000\r\ntwo',
  )
  expect(lines(transcript)).toEqual(['1000-2000 null/unknown: one', '5000-5000 null/unknown: two'])
  expect(transcript?.warnings).toEqual(['1 captions ended before they began and are read as moments.'])
})

it.each(['<v ', '[', '(', '<c.', '&#'])(
  'a caption that repeats %j a hundred thousand times takes no time',
  async (piece) => {
    const text = piece.repeat(100_000)
    const started = performance.now()
    const [transcript] = await openTranscripts(
      'call.vtt',
      `WEBVTT\n\n00:01.000 --> 00:02.000\nhello ${text}\n`,
    )
    expect(transcript?.segments.length).toBeGreaterThan(0)
    expect(performance.now() - started).toBeLessThan(5000)
  },
)

it('Contact Lens chats are timed from their first message and looked up by participant', async () => {
  const [transcript] = await openTranscripts(
    '6f9a3a52-1f3c-4b5e-9c1d-0a1b2c3d4e5f_analysis_2024-03-01T09:15:00Z.json',
    {
      Version: '1.1.0',
      Channel: 'CHAT',
      CustomerMetadata: { ContactId: 'contact-1' },
      Participants: [
        { ParticipantId: 'p-1', ParticipantRole: 'AGENT' },
        { ParticipantId: 'p-2', ParticipantRole: 'CUSTOMER' },
      ],
      Transcript: [
        {
          ParticipantId: 'p-2',
          Content: 'Hello',
          AbsoluteTime: '2024-03-01T09:00:00.000Z',
          Sentiment: 'NEUTRAL',
          DisplayName: 'Kim',
        },
        {
          ParticipantId: 'p-1',
          ContentType: 'application/vnd.amazonaws.connect.event.typing',
          AbsoluteTime: '2024-03-01T09:00:02.000Z',
        },
        {
          ParticipantId: 'p-1',
          Content: 'Hi there',
          AbsoluteTime: '2024-03-01T09:00:05.500Z',
          Sentiment: 'POSITIVE',
        },
      ],
    },
  )
  expect(transcript).toMatchObject({
    vendor: 'Amazon Connect Contact Lens',
    contactRef: 'contact-1',
    startedAtMs: Date.UTC(2024, 2, 1, 9),
    channelKind: 'chat',
    participants: [
      { label: 'p-1', role: 'agent', externalId: 'p-1' },
      { label: 'p-2', role: 'customer', externalId: 'p-2', name: 'Kim' },
    ],
    vendorFacts: { segmentSentiments: ['NEUTRAL', 'POSITIVE'] },
  })
  expect(lines(transcript)).toEqual(['0-null p-2/customer: Hello', '5500-null p-1/agent: Hi there'])
})

it("the contact and the start come from the file's name where the file says nothing", async () => {
  const [transcript] = await openTranscripts(
    '6f9a3a52-1f3c-4b5e-9c1d-0a1b2c3d4e5f_analysis_2024-03-01T09:15:00Z.json',
    {
      Transcript: [{ ParticipantId: 'AGENT', Content: 'Hello', BeginOffsetMillis: 10, EndOffsetMillis: 900 }],
      Participants: [{ ParticipantId: 'AGENT', ParticipantRole: 'AGENT' }],
    },
  )
  expect(transcript).toMatchObject({
    contactRef: '6f9a3a52-1f3c-4b5e-9c1d-0a1b2c3d4e5f',
    startedAtMs: Date.UTC(2024, 2, 1, 9, 15),
    warnings: ['The start is taken from the name of the file.'],
  })
})

it('Genesys phrases lose their epoch and keep their sentiment', async () => {
  const start = Date.UTC(2025, 0, 2, 10)
  const [transcript] = await openTranscripts('genesys.json', {
    conversationId: 'conv-1',
    conversationStartTime: start,
    participants: [{ participantPurpose: 'internal', startTimeMs: start }],
    transcripts: [
      {
        phrases: [
          {
            phraseIndex: 0,
            participantPurpose: 'internal',
            startTimeMs: start + 1000,
            duration: { milliseconds: 800 },
            text: 'hello there',
          },
          {
            phraseIndex: 1,
            participantPurpose: 'external',
            startTimeMs: start + 2500,
            duration: { milliseconds: 400 },
            text: 'hi',
          },
        ],
        analytics: { sentiment: [{ phraseIndex: 1, sentiment: 0.4 }] },
      },
    ],
  })
  expect(lines(transcript)).toEqual([
    '1000-1800 internal/agent: hello there',
    '2500-2900 external/customer: hi',
  ])
  expect(transcript).toMatchObject({
    vendor: 'Genesys Cloud',
    contactRef: 'conv-1',
    startedAtMs: start,
    vendorFacts: { segmentSentiments: [null, 0.4] },
  })
})

const spoken = (words: string[], seconds: (index: number) => number): object[] =>
  words.map((word, index) => ({ word, start: seconds(index), end: seconds(index) + 0.4, score: 0.9 }))

it('WhisperX words are counted once though they stand in the file twice', async () => {
  const one = spoken(['good', 'morning'], (index) => 0.5 + index / 2)
  const two = spoken(['hi'], () => 3.2)
  const [transcript] = await openTranscripts('call.json', {
    segments: [
      { start: 0.5, end: 1.4, text: ' good morning', speaker: 'SPEAKER_00', words: one },
      { start: 3.2, end: 3.6, text: ' hi', speaker: 'SPEAKER_01', words: two },
    ],
    word_segments: [...one, ...two],
    language: 'en',
  })
  expect(transcript).toMatchObject({ vendor: 'WhisperX', languageCode: 'en', durationMs: 3600 })
  expect(lines(transcript)).toEqual([
    '500-1400 SPEAKER_00/unknown: good morning',
    '3200-3600 SPEAKER_01/unknown: hi',
  ])
  expect(transcript?.segments.flatMap(({ words = [] }) => words)).toHaveLength(3)
})

it('whisper.cpp offsets are milliseconds, and sounds are no speech', async () => {
  const piece = (from: number, to: number, text: string): object => ({
    timestamps: { from: '00:00:00,000', to: '00:00:01,000' },
    offsets: { from, to },
    text,
    tokens: text.split(' ').map((token) => ({ text: ` ${token}`, offsets: { from, to }, p: 0.8 })),
  })
  const [transcript] = await openTranscripts('call.json', {
    systeminfo: 'x',
    model: { type: 'base' },
    params: {},
    result: { language: 'en' },
    transcription: [piece(0, 2400, ' Thank you for calling.'), piece(2400, 5000, ' [BLANK_AUDIO]')],
  })
  expect(transcript).toMatchObject({ vendor: 'whisper.cpp', languageCode: 'en', durationMs: 5000 })
  expect(transcript?.segments.map(({ text, startMs, isSpeech }) => ({ text, startMs, isSpeech }))).toEqual([
    { text: 'Thank you for calling.', startMs: 0, isSpeech: true },
    { text: '[BLANK_AUDIO]', startMs: 2400, isSpeech: false },
  ])
})

it('Deepgram channels without utterances are two people whose words are grouped and merged on time', async () => {
  const channel = (words: object[], transcript: string): object => ({
    alternatives: [
      { transcript, confidence: 0.9, words },
      { transcript, words },
    ],
  })
  const [transcript] = await openTranscripts('call.json', {
    metadata: { request_id: 'r-1', duration: 12.5, channels: 2 },
    results: {
      channels: [
        channel(
          spoken(['hello', 'how', 'are', 'you'], (index) => 0.5 + index / 2),
          'hello how are you',
        ),
        channel([...spoken(['fine'], () => 3), ...spoken(['thanks'], () => 8)], 'fine thanks'),
      ],
    },
  })
  expect(lines(transcript)).toEqual([
    '500-2400 channel 0/unknown: hello how are you',
    '3000-3400 channel 1/unknown: fine',
    '8000-8400 channel 1/unknown: thanks',
  ])
  expect(transcript).toMatchObject({ externalId: 'r-1', durationMs: 12_500 })
})

it('AWS Transcribe words carry their punctuation and speakers', async () => {
  const item = (start: string | undefined, content: string, speaker_label: string): object => ({
    ...(start === undefined
      ? { type: 'punctuation' }
      : { type: 'pronunciation', start_time: start, end_time: String(Number(start) + 0.3) }),
    alternatives: [{ content, confidence: '0.99' }],
    speaker_label,
  })
  const [transcript] = await openTranscripts('call.json', {
    jobName: 'job-1',
    results: {
      transcripts: [{ transcript: 'Hello, there. Hi.' }],
      items: [
        item('0.5', 'Hello', 'spk_0'),
        item(undefined, ',', 'spk_0'),
        item('1.0', 'there', 'spk_0'),
        item(undefined, '.', 'spk_0'),
        item('2.0', 'Hi', 'spk_1'),
      ],
    },
  })
  expect(lines(transcript)).toEqual(['500-1300 spk_0/unknown: Hello, there.', '2000-2300 spk_1/unknown: Hi'])
})

it.each<[string, (seconds: number) => object]>([
  ['seconds', (seconds) => ({ start: seconds, end: seconds + 2 })],
  ['milliseconds', (seconds) => ({ start: seconds * 1000, end: seconds * 1000 + 2000 })],
  ['milliseconds named so, with a duration', (seconds) => ({ offset_ms: seconds * 1000, duration_ms: 2000 })],
  [
    'clock times',
    (seconds) => ({
      from: `00:00:${String(seconds).padStart(2, '0')}.000`,
      to: `00:00:${String(seconds + 2).padStart(2, '0')}.000`,
    }),
  ],
  ['seconds with an s', (seconds) => ({ startTime: `${seconds}.000s`, endTime: `${seconds + 2}s` })],
  ['ISO durations', (seconds) => ({ offset: `PT${seconds}S`, duration: 'PT2S' })],
  ['ticks', (seconds) => ({ offsetInTicks: seconds * 10_000_000, durationInTicks: 20_000_000 })],
  ['pairs', (seconds) => ({ timestamp: [seconds, seconds + 2] })],
  [
    'seconds and nanoseconds',
    (seconds) => ({ start_offset: { seconds }, end_offset: { seconds: seconds + 2, nanos: 0 } }),
  ],
])('an unknown file that writes its times as %s is understood', async (_, time) => {
  const [transcript] = await openTranscripts('call.json', {
    id: 'x',
    call: {
      turns: [
        { ...time(1), role: 'Agent', text: 'good morning how may I help' },
        { ...time(4), role: 'Caller', text: 'my card is lost I think' },
        { ...time(9), role: 'Agent', text: 'I am sorry to hear that' },
      ],
    },
  })
  expect(lines(transcript)).toEqual([
    '1000-3000 Agent/agent: good morning how may I help',
    '4000-6000 Caller/customer: my card is lost I think',
    '9000-11000 Agent/agent: I am sorry to hear that',
  ])
})

it('an unknown file with words, sentences, turns and highlights is read once, as turns', async () => {
  const words = (text: string, start: number): object[] =>
    text
      .split(' ')
      .map((word, index) => ({ text: word, start: start + index * 0.3, end: start + index * 0.3 + 0.2 }))
  const turns = [
    { speaker: 1, text: 'hello and welcome', start: 0.5, end: 2 },
    { speaker: 2, text: 'I lost my card', start: 3, end: 5 },
  ]
  const [transcript] = await openTranscripts('call.json', {
    words: [...words('hello and welcome', 0.5), ...words('I lost my card', 3)],
    sentences: turns.map(({ text, start, end }) => ({ text, start, end })),
    highlights: [{ text: 'lost my card', start: 3.3, end: 5 }],
    output: { monologues: turns },
  })
  expect(lines(transcript)).toEqual([
    '500-2000 1/unknown: hello and welcome',
    '3000-5000 2/unknown: I lost my card',
  ])
})

it.each([
  ['seconds', (seconds: number) => seconds],
  ['milliseconds', (seconds: number) => seconds * 1000],
  ['strings', (seconds: number) => `00:00:0${seconds.toFixed(3)}`],
])('a file with field names nobody knows is read by what its fields hold, in %s', async (_, time) => {
  const turn = (line: number, p: string, a: number, b: number, q: string) => ({
    line,
    p,
    a: time(a),
    b: time(b),
    q,
  })
  const [transcript] = await openTranscripts('call.json', {
    call: {
      rows: [
        turn(1, 'agent', 0.5, 2.5, 'hello there how can I help'),
        turn(2, 'caller', 3, 5.25, 'my bill is wrong again'),
        turn(3, 'agent', 5.5, 7, 'let me look at it'),
      ],
    },
  })
  expect(lines(transcript)).toEqual([
    '500-2500 agent/agent: hello there how can I help',
    '3000-5250 caller/customer: my bill is wrong again',
    '5500-7000 agent/agent: let me look at it',
  ])
})

it('a list of contacts with two rising figures is no conversation', async () => {
  const contacts = [
    { ref: 'K-1', reason: 'My bill', talked: 60, handled: 80 },
    { ref: 'K-2', reason: 'New contract', talked: 90, handled: 120 },
    { ref: 'K-3', reason: 'Moving house', talked: 130, handled: 150 },
  ]
  const opened = await openFile(aFile('contacts.json', JSON.stringify(contacts)))
  expect(opened.form).toBe('table')
})

it('messages of several chats in one list are told apart by their conversation', async () => {
  const message = (conversation_id: string, minute: number, sender: string, text: string): object => ({
    conversation_id,
    sender,
    text,
    created_at: `2025-01-01T10:0${minute}:00Z`,
  })
  const transcripts = await openTranscripts('chats.json', [
    message('a', 0, 'customer', 'hello'),
    message('b', 1, 'customer', 'help'),
    message('a', 2, 'agent', 'hi there'),
    message('b', 3, 'agent', 'of course'),
  ])
  expect(
    transcripts.map((transcript) => ({
      contactRef: transcript.contactRef,
      kind: transcript.channelKind,
      lines: lines(transcript),
    })),
  ).toEqual([
    {
      contactRef: 'a',
      kind: 'chat',
      lines: ['0-null customer/customer: hello', '120000-null agent/agent: hi there'],
    },
    {
      contactRef: 'b',
      kind: 'chat',
      lines: ['0-null customer/customer: help', '120000-null agent/agent: of course'],
    },
  ])
})

it('transcripts by line are each one transcript', async () => {
  const line = (id: string): string =>
    JSON.stringify({ call_id: id, segments: [{ start: 0, end: 2, text: 'hello there', speaker: 'agent' }] })
  const transcripts = await openTranscripts('calls.jsonl', `${line('C1')}\n${line('C2')}\n`)
  expect(transcripts.map(({ contactRef }) => contactRef)).toEqual(['C1', 'C2'])
})

it.each([
  [
    'interactions with start and end',
    [
      {
        interaction_id: '1',
        start_time: '2025-01-01T10:00:00Z',
        end_time: '2025-01-01T10:05:00Z',
        agent_name: 'Ann',
        description: 'billing',
      },
    ],
  ],
  ['calls with durations', { data: [{ id: '1', start: 100, duration: 61, notes: 'angry' }] }],
  ['survey comments', [{ id: 1, score: 5, text: 'great', created_at: '2025-01-01T10:00:00Z', agent: 'Ann' }]],
])('%s are records, not a transcript', async (_, value) => {
  expect(await openFile(aFile('records.json', JSON.stringify(value)))).toMatchObject({ form: 'table' })
})
