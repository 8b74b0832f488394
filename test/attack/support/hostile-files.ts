import { aWorkbook, rowsXml } from '../../unit/readers/a-workbook.ts'
import { contactLens, csv as plainCsv } from '../../support/workspace.ts'
import { aWav } from '../../unit/recordings/decoding/a-wav.ts'
import { hostile, hostileOnce, WAYS } from './hostile-text.ts'

/** A file as a person brings it in. */
export interface HostileFile {
  name: string
  content: string | Uint8Array
}

/** A table with a NUL near its beginning is refused as no text; farther down one is read. */
const NUL_AFTER = 100_000
function csv(rows: Parameters<typeof plainCsv>[0]): string {
  const text = plainCsv(rows)
  return text.slice(0, NUL_AFTER).replaceAll('\u0000', '') + text.slice(NUL_AFTER)
}

const DAYS = 42
const PER_DAY = 2
const rows = (n: number) => Array.from({ length: n }, (_, at) => at)
const day = (ago: number) => new Date(Date.UTC(2026, 2, 29) - ago * 86_400_000).toISOString().slice(0, 10)
const agentName = (agent: number) => hostile('agent name', agent).replaceAll('\u0000', '')
const email = (agent: number) => `${hostile('agent email', agent).replaceAll(/[\s@]/g, '')}@example.com`
const team = (agent: number) => hostile('team', agent % 3)
/** The contact of an agent's first conversation of a day. */
const contactId = (agent: number, ago: number, index: number) =>
  `${agent}-${ago}-${index}-${hostile('contact id', agent).replaceAll('\u0000', '')}`

function contactLog(): HostileFile {
  const log = rows(WAYS).flatMap((agent) =>
    rows(DAYS).flatMap((ago) =>
      rows(PER_DAY).map((index) => ({
        'Contact ID': contactId(agent, ago, index),
        'Agent Name': agentName(agent),
        'Agent Email': email(agent),
        Team: team(agent),
        Site: hostile('site', agent % 2),
        Queue: ago % 9 === 8 ? ['__proto__', 'constructor'][agent % 2]! : hostile('queue', ago % 5),
        Channel: agent % 4 === 3 ? hostile('channel', agent) : 'voice',
        Direction: 'inbound',
        'Contact Reason': hostile('reason', agent + ago),
        'Start Time': `${day(ago)}T${String(9 + index)}:00:00Z`,
        'Talk Time (s)': 200 + ((agent * 37 + ago * 11 + index * 53) % 200) + (agent === 0 ? 260 : 0),
        'Hold Time (s)': (agent * 13 + ago * 7) % 60,
        'After Call Work (s)': 30 + ((agent + ago) % 40),
        Transferred: (agent + ago + index) % 7 === 0 ? 'Yes' : 'No',
        Resolved: (agent + ago) % 4 === 0 ? 'No' : 'Yes',
        Disposition: hostile('disposition', agent + ago),
        Subject: hostile('subject', agent + ago),
        Description: hostile('description', agent + ago),
        'Customer Number': hostile('customer', agent),
        Language: agent % 5 === 0 ? hostile('language', agent) : 'en-GB',
        CSAT: 1 + ((agent * 3 + ago + index) % 5),
        'Customer Comment': hostile('log comment', agent + ago),
        // headings nobody knows, as custom fields are
        [hostile('custom heading', 0)]: hostile('custom cell', agent),
        [hostile('custom heading', 1)]: hostile('custom cell', agent + 1),
      })),
    ),
  )
  return { name: `${safeName('log file name', 0)}.csv`, content: csv(log) }
}

/** Names of files may hold all but a slash and NUL. */
export const safeName = (field: string, at: number): string =>
  hostile(field, at)
    .replaceAll(/[/\\\u0000-\u001f]/g, '⁄')
    .slice(0, 180)

function qaExports(): HostileFile[] {
  const long = rows(WAYS).flatMap((agent) =>
    rows(2).map((question) => ({
      'Evaluation ID': `E-${agent}-${hostile('evaluation id', agent)}`,
      'Contact ID': contactId(agent, 1, 0),
      'Agent Name': agentName(agent),
      'Agent Email': email(agent),
      Form: hostile('qa form', 0),
      'Form Version': hostile('qa form version', 0),
      Evaluator: hostile('evaluator', agent % 4),
      'Evaluated At': `${day(1)}T18:00:00Z`,
      'Total Score': 40 + agent,
      'Evaluation Comment': hostile('evaluation comment', agent),
      Section: hostile('qa section', question),
      Question: hostile('qa question', question),
      Answer: (agent + question) % 3 === 0 ? 'No' : 'Yes',
      'Question Score': (agent + question) % 3 === 0 ? 0 : 1,
      'Max Score': 1,
      'Answer Comment': hostile('answer comment', agent + question),
    })),
  )
  const wide = rows(WAYS).map((agent) => ({
    'Evaluation ID': `W-${agent}`,
    'Contact ID': contactId(agent, 2, 0),
    'Agent Name': agentName(agent),
    'Agent Email': email(agent),
    'Form Name': hostile('wide form', 0),
    'Evaluator Name': hostile('evaluator', agent % 4),
    'Evaluation Date': day(2),
    'Total Score': `${50 + agent}%`,
    ...Object.fromEntries(
      rows(4).flatMap((question) => {
        const title = hostile('wide question', question)
        return [
          [title, (agent + question) % 2 ? 'Yes' : 'No'],
          [`${title} - Comment`, hostile('wide comment', agent + question)],
        ]
      }),
    ),
  }))
  const connect = {
    evaluationId: `C-${hostile('connect evaluation', 0)}`,
    metadata: {
      // conversations with words, so that there is a page that shows what was answered
      contactId: contactId(3, 0, 0),
      agentId: hostile('connect agent', 0),
      evaluationDefinitionTitle: hostile('connect form', 0),
      evaluationDefinitionId: hostile('connect form id', 0),
      evaluationDefinitionVersion: 1,
      evaluator: hostile('connect evaluator', 0),
      evaluationSubmitTimestamp: `${day(0)}T20:00:00Z`,
      score: { percentage: 70 },
    },
    sections: [
      { sectionRefId: 's', sectionTitle: hostile('connect section', 0), notes: hostile('connect notes', 0) },
      { sectionRefId: 't', sectionTitle: hostile('connect section', 1), notes: '' },
    ],
    questions: rows(4).map((at) => ({
      questionRefId: `q${at}`,
      // of one section alone no title is shown
      sectionRefId: at < 3 ? 's' : 't',
      questionType: 'SINGLESELECT',
      questionText: hostile('connect question', at),
      answer: { value: hostile('connect answer', at), notes: hostile('connect answer notes', at) },
      score: { percentage: 50 },
    })),
  }
  const genesys = {
    id: hostile('genesys evaluation', 0),
    status: 'FINISHED',
    conversation: { id: contactId(7, 0, 0) },
    agent: { id: hostile('genesys agent id', 0), name: agentName(7) },
    evaluator: { name: hostile('genesys evaluator', 0) },
    queue: { name: hostile('genesys queue', 0) },
    submittedDate: `${day(0)}T21:00:00Z`,
    evaluationForm: {
      id: 'f',
      name: hostile('genesys form', 0),
      questionGroups: [
        {
          id: 'g',
          name: hostile('genesys group', 0),
          questions: [
            {
              id: 'q',
              text: hostile('genesys question', 0),
              answerOptions: [{ id: 'a', text: hostile('genesys option', 0), value: 5 }],
            },
          ],
        },
        {
          id: 'h',
          name: hostile('genesys group', 1),
          questions: [
            {
              id: 'r',
              text: hostile('genesys question', 1),
              answerOptions: [{ id: 'b', text: hostile('genesys option', 1), value: 5 }],
            },
          ],
        },
      ],
    },
    answers: {
      totalScore: 80,
      comments: hostile('genesys comments', 0),
      questionGroupScores: [
        {
          questionGroupId: 'g',
          questionScores: [
            { questionId: 'q', answerId: 'a', score: 5, comments: hostile('genesys comment', 0) },
          ],
        },
        { questionGroupId: 'h', questionScores: [{ questionId: 'r', answerId: 'b', score: 5 }] },
      ],
    },
  }
  return [
    { name: 'qa-long.csv', content: csv(long) },
    { name: 'qa-wide.csv', content: csv(wide) },
    { name: 'connect-evaluation.json', content: JSON.stringify(connect) },
    { name: 'genesys-evaluation.json', content: JSON.stringify(genesys) },
  ]
}

function otherTables(): HostileFile[] {
  const surveys = rows(WAYS * 2).map((at) => ({
    'Response ID': `R-${at}-${hostile('response id', at)}`,
    'Contact ID': contactId(at % WAYS, 4, 0),
    'Agent Name': agentName(at % WAYS),
    'Responded At': `${day(4)}T20:00:00Z`,
    CSAT: 1 + (at % 5),
    NPS: at % 11,
    Comment: hostile('survey comment', at),
  }))
  const shifts = rows(WAYS).flatMap((agent) =>
    rows(10).map((ago) => ({
      'Agent Name': agentName(agent),
      'Agent Email': email(agent),
      Date: day(ago),
      'Scheduled Minutes': 480,
      'Adherence %': 80 + ((agent + ago) % 20),
      'Absence Reason': ago % 3 === 0 ? hostile('absence', agent) : '',
    })),
  )
  const roster = rows(WAYS).map((agent) => ({
    'Employee ID': hostile('employee id', agent),
    'Agent Name': agentName(agent),
    Email: email(agent),
    Team: team(agent),
    Site: hostile('site', agent % 2),
    Manager: hostile('manager', agent % 3),
    Role: hostile('role', agent % 3),
  }))
  // people nobody heard of otherwise, each in a team of their own
  const others = rows(WAYS).map((at) => ({
    'Employee ID': `other-${at}`,
    'First Name': hostile('first name', at),
    'Last Name': hostile('last name', at),
    Team: hostile('other team', at),
    Manager: hostile('other manager', at),
  }))
  const broken = rows(WAYS).map((at) => ({
    'Contact ID': hostile('quarantined contact', at),
    'Start Time': at % 2 ? hostile('quarantined time', at) : '2026-02-31 09:00',
    Agent: hostile('quarantined agent', at),
    Queue: hostile('quarantined queue', at),
    'Handle Time': '00:05:00',
  }))
  const good = rows(WAYS * 5).map((at) => ({
    'Contact ID': `good-${at}`,
    'Start Time': '2026-03-02 09:00',
    Agent: agentName(at % WAYS),
    Queue: 'Orders',
    'Handle Time': '00:05:00',
  }))
  const cells = [
    ['Contact ID', 'Start Time', 'Agent', 'Queue', 'Handle Time', hostile('sheet heading', 0)],
    ...rows(WAYS).map((at) => [
      `sheet-${at}`,
      '2026-03-03 09:00:00',
      agentName(at),
      hostile('sheet queue', at),
      '00:04:00',
      hostile('sheet cell', at),
    ]),
  ]
  const page = `<html><body><table><caption>${escaped(hostile('caption', 0))}</caption>${cells
    .map(
      (row, line) =>
        `<tr>${row.map((cell) => `<td>${escaped(line === 0 ? cell : cell.replace('sheet-', 'page-'))}</td>`).join('')}</tr>`,
    )
    .join('')}</table></body></html>`
  return [
    { name: 'surveys.csv', content: csv(surveys) },
    { name: 'workforce.csv', content: csv(shifts) },
    { name: 'roster.csv', content: csv(roster) },
    { name: 'others.csv', content: csv(others) },
    { name: 'broken.csv', content: csv([...good, ...broken]) },
    {
      name: 'workbook.xlsx',
      content: aWorkbook({
        sheets: [
          {
            name: hostile('sheet name', 0).slice(0, 120).replaceAll('\u0000', ''),
            rowsXml: rowsXml(cells.map((row) => row.map(inXml))),
          },
        ],
      }),
    },
    { name: 'page.xls', content: page },
    { name: `${safeName('unreadable file name', 1)}.csv`, content: 'nothing' },
  ]
}

/** XML has no place for most control characters. */
const inXml = (text: string) => text.replaceAll(/[\u0000-\u0008\u000b-\u001f]/g, '')
const escaped = (text: string) =>
  inXml(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The transcript of each maker, every text of it hostile. */
function transcripts(): HostileFile[] {
  const said = (maker: string, at: number) =>
    `${at === 1 ? 'My bill is wrong and I am frustrated. ' : 'Thank you for calling. '}${hostile(`said, ${maker}`, at)}`
  const seconds = (at: number) => at * 6
  const clock = (at: number) => `00:00:${String(at * 6).padStart(2, '0')}`
  const many = rows(8)
  const lens = rows(WAYS).map((agent) => ({
    name: `lens-${agent}.json`,
    content: contactLens(
      contactId(agent, 0, 0),
      many.map((at) => [
        at % 2 ? 'CUSTOMER' : 'AGENT',
        seconds(at) * 1000,
        seconds(at) * 1000 + 5000,
        said('Contact Lens', agent + at),
      ]),
    ),
  }))
  const start = Date.UTC(2026, 2, 20, 9)
  const files: [string, unknown][] = [
    [
      'genesys.json',
      {
        conversationId: contactId(1, 5, 0),
        conversationStartTime: start,
        participants: [{ participantPurpose: hostile('purpose, Genesys', 0) }],
        transcripts: [
          {
            transcriptId: hostile('transcript id, Genesys', 0),
            language: hostile('language, Genesys', 0),
            phrases: many.map((at) => ({
              phraseIndex: at,
              participantPurpose: at % 2 ? 'external' : 'internal',
              startTimeMs: start + seconds(at) * 1000,
              duration: { milliseconds: 5000 },
              text: said('Genesys', at),
            })),
          },
        ],
      },
    ],
    [
      'whisperx.json',
      {
        language: hostile('language, WhisperX', 0),
        segments: many.map((at) => ({
          start: seconds(at),
          end: seconds(at) + 5,
          text: said('WhisperX', at),
          speaker: hostile('speaker, WhisperX', at % 2),
          words: [],
        })),
        word_segments: [],
      },
    ],
    [
      'deepgram.json',
      {
        metadata: { request_id: hostile('request, Deepgram', 0), duration: 60, channels: 1 },
        results: {
          channels: [],
          utterances: many.map((at) => ({
            start: seconds(at),
            end: seconds(at) + 5,
            transcript: said('Deepgram', at),
            speaker: at % 2,
            channel: 0,
            words: [],
          })),
        },
      },
    ],
    [
      'assemblyai.json',
      {
        id: hostile('id, AssemblyAI', 0),
        language_code: 'en',
        text: 'x',
        utterances: many.map((at) => ({
          speaker: hostile('speaker, AssemblyAI', at % 2),
          start: seconds(at) * 1000,
          end: seconds(at) * 1000 + 5000,
          text: said('AssemblyAI', at),
          words: [],
        })),
      },
    ],
    [
      'whisper-cpp.json',
      {
        systeminfo: hostile('system, whisper.cpp', 0),
        model: { type: 'base' },
        params: {},
        result: { language: 'en' },
        transcription: many.map((at) => ({
          timestamps: { from: clock(at), to: clock(at) },
          offsets: { from: seconds(at) * 1000, to: seconds(at) * 1000 + 5000 },
          text: said('whisper.cpp', at),
        })),
      },
    ],
    [
      'any.json',
      many.map((at) => ({
        // a longer one is taken for no name
        who: hostile('speaker, any', at % 2).slice(0, 60),
        from: seconds(at),
        to: seconds(at) + 5,
        words: said('any', at),
      })),
    ],
  ]
  const cues = (one: (at: number) => string) => many.map(one).join('\n')
  return [
    ...lens,
    ...files.map(([name, value]) => ({ name, content: JSON.stringify(value) })),
    {
      name: `${safeName('caption file name', 2)}.vtt`,
      content: `WEBVTT\n\n${cues((at) => `${clock(at)}.000 --> 00:00:${String(at * 6 + 5).padStart(2, '0')}.000\n<v ${at % 2 ? 'Customer' : escaped(hostile('voice, WebVTT', 0))}>${escaped(said('WebVTT', at))}</v>\n`)}`,
    },
    {
      name: 'captions.srt',
      content: cues(
        (at) =>
          `${at + 1}\n${clock(at)},000 --> 00:00:${String(at * 6 + 5).padStart(2, '0')},000\n${at % 2 ? 'Customer' : 'Agent'}: ${said('SubRip', at)}\n`,
      ),
    },
    {
      name: 'written.txt',
      content: cues((at) => `[${clock(at)}] ${at % 2 ? 'Customer' : 'Agent'}: ${said('text', at)}`),
    },
  ]
}

/** Recordings whose names are hostile, one with a sidecar. */
function recordings(): HostileFile[] {
  const sound = (at: number) => aWav({ data: Buffer.alloc(2 * 8000 * 3, at + 1) })
  return [
    // each is listened to by a process of its own: some will do
    ...rows(6).map((at) => ({ name: `${safeName('recording name', 4 * at)}.wav`, content: sound(at) })),
    {
      name: `sided.wav`,
      content: sound(WAYS),
    },
    {
      name: 'sided.json',
      content: JSON.stringify({
        agentName: agentName(5),
        startTime: '2026-03-21T09:00:00Z',
        contactId: hostile('sidecar contact', 0),
        queue: hostile('sidecar queue', 0),
        disposition: hostile('sidecar disposition', 0),
      }),
    },
  ]
}

/** The forms of three makers and ours, as files. */
export function hostileForms(): { name: string; text: string }[] {
  const questions = rows(6).map((at) => ({
    id: `q${at}`,
    sectionId: 's',
    title: hostile('form question', at),
    guidance: hostile('form guidance', at),
    type: at === 5 ? 'text' : at === 4 ? 'single' : 'yes-no',
    weight: 1,
    rootCauses: [hostile('root cause', at).slice(0, 190)],
    ...(at === 4 && {
      options: rows(3).map((option) => ({
        id: `o${option}`,
        label: hostile('option', option),
        points: option,
        guidance: hostile('option guidance', option),
      })),
    }),
  }))
  const form = {
    title: hostile('form title', 0),
    description: hostileOnce('form description'),
    strategy: 'question-weighted',
    sections: [
      {
        id: 's',
        title: hostile('form section', 0),
        instructions: hostile('form instructions', 0),
        weight: null,
        parentId: null,
      },
    ],
    questions,
  }
  const connect = {
    Title: hostile('connect form title', 0),
    Description: hostile('connect description', 0),
    Items: [
      {
        Section: {
          RefId: 's1',
          Title: hostile('connect form section', 0),
          Instructions: hostile('connect instructions', 0),
          Items: [
            {
              Question: {
                RefId: 'q1',
                Title: hostile('connect form question', 0),
                Instructions: hostile('connect question instructions', 0),
                QuestionType: 'SINGLESELECT',
                QuestionTypeProperties: {
                  SingleSelect: {
                    Options: [
                      { RefId: 'a', Text: hostile('connect option', 0), Score: 10 },
                      { RefId: 'b', Text: hostile('connect option', 1), Score: 0 },
                    ],
                  },
                },
                Weight: 100,
              },
            },
          ],
          Weight: 100,
        },
      },
    ],
    ScoringStrategy: { Mode: 'QUESTION_ONLY', Status: 'ENABLED' },
  }
  const genesys = {
    name: hostile('genesys form name', 0),
    questionGroups: [
      {
        id: 'g',
        name: hostile('genesys form group', 0),
        questions: [
          {
            id: 'q',
            text: hostile('genesys form question', 0),
            helpText: hostile('genesys help', 0),
            type: 'multipleChoiceQuestion',
            answerOptions: [
              { id: 'y', text: hostile('genesys form option', 0), value: 5 },
              { id: 'n', text: hostile('genesys form option', 1), value: 0 },
            ],
          },
        ],
      },
    ],
  }
  const table = csv(
    rows(5).map((at) => ({
      form: at === 0 ? hostile('csv form', 0) : '',
      section: hostile('csv section', 0),
      question: hostile('csv question', at),
      guidance: hostile('csv guidance', at),
      answers: 'Yes=1|No=0',
      [hostile('csv heading', 0)]: hostile('csv unknown', at),
    })),
  )
  return [
    {
      name: 'own.json',
      text: JSON.stringify({
        format: 'debrief-form',
        formatVersion: 1,
        ref: hostile('form ref', 0).slice(0, 100),
        version: hostile('form version', 0).slice(0, 100),
        form,
      }),
    },
    { name: 'connect-form.json', text: JSON.stringify(connect) },
    { name: 'genesys-form.json', text: JSON.stringify(genesys) },
    { name: `${safeName('form file name', 3)}.csv`, text: table },
  ]
}

/** Every file that comes in by the door, one batch after the other. */
export function hostileBatches(): HostileFile[][] {
  return [[contactLog()], qaExports(), otherTables(), transcripts(), recordings()]
}
