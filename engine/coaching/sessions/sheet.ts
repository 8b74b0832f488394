import type { AgendaItem, SessionFigure, SessionPage, ShownMoment } from '../../../shared/contract/session.ts'
import { formatValue } from '../../../shared/domain/format.ts'
import {
  clockTime,
  dayInWords,
  instantInWords,
  intervalRows,
  withDaysInWords,
  type Block,
  type DebriefDocument,
  type QuoteTurn,
} from '../../documents/index.ts'

const agendaWords: Record<AgendaItem['kind'], string> = {
  strength: 'Going well',
  commitment: 'Last time',
  focus: 'To work on',
  other: 'Also',
}

/** How a document is written for one reader: their time zone and paper. */
export interface Reader {
  timeZone: string
  paper: 'A4' | 'Letter'
  now: number
}

/** Who and when, under the title. */
export function subtitleOf(session: SessionPage, { timeZone }: Reader): string {
  const who = session.people.map(({ name, team }) => (team === null ? name : `${name} (${team})`)).join(', ')
  const at = session.heldAt ?? session.plannedAt
  return [
    who,
    session.coach === '' ? '' : `with ${session.coach}`,
    at === null ? '' : instantInWords(at, timeZone),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

/** The figure in words and drawn, one row for each person. */
export function figureBlocks({ people, focus, window }: SessionPage): Block[] {
  const known = people.filter(({ figure }) => figure !== null)
  const figure = known[0]?.figure ?? null
  if (figure === null) return []
  const format = (value: number) => formatValue(value, figure)
  const rows = known.map(({ name, figure: own }) => ({
    label: name,
    ...own!.posterior,
    peerMean: own!.peerMean,
    ...(isMarked(own!) && { benchmark: own!.benchmark }),
    value: format(own!.posterior.mean),
  }))
  const period = `${dayInWords(window.from)} to ${dayInWords(window.to)}`
  return [
    ...known.map(({ name, figure: own }): Block => ({
      kind: 'paragraph',
      tone: 'lead',
      text: known.length > 1 ? `${name}: ${own!.inWords}` : own!.inWords,
    })),
    {
      kind: 'figure',
      drawing: intervalRows(rows, { format }),
      caption: `${focus.label}, ${period}. The dot is the estimate, the line its 95% interval, the stroke the peers’ mean${known.some(({ figure: own }) => isMarked(own!)) ? ', the diamond what to compare with' : ''}.`,
      alternative: rows.map(({ label, value }) => `${label}: ${value}`).join('; '),
    },
  ]
}

/** Where nobody is ranked and nothing has a target, there is only the mean of the peers to compare with. */
function isMarked({ status, benchmark, peerMean }: SessionFigure): boolean {
  return status !== 'unranked' || benchmark !== peerMean
}

/** One moment as it was said or noted. */
export function momentBlock(moment: ShownMoment, place: number, reader: Reader): Block {
  const { evidence, note } = moment
  const turns: QuoteTurn[] = evidence.turns.map(({ speaker, startMs, text, isMoment }) => ({
    speaker,
    ...(startMs === null ? {} : { time: clockTime(startMs) }),
    text,
    isMoment,
  }))
  const at = evidence.at === null ? '' : `, ${dayInWords(evidence.at, reader.timeZone)}`
  return {
    kind: 'quote',
    title: [
      { text: `${place}. ${evidence.title}`, is: 'strong' },
      ...(note === '' ? [] : [{ text: ` Shared note: ${note}`, is: 'muted' as const }]),
    ],
    turns,
    source: `${evidence.detail}${at}${moment.gone === null ? '' : `. ${moment.gone}`}`,
  }
}

/** What was agreed here, as a table; ruled lines to write on where nothing is yet. */
export function agreedBlocks(session: SessionPage, isForWriting: boolean): Block[] {
  const { commitments, people } = session
  if (commitments.length === 0) return isForWriting ? [{ kind: 'lines', count: 2 }] : []
  const isGroup = people.length > 1
  return [
    {
      kind: 'table',
      columns: [
        ...(isGroup ? [{ label: 'Who', width: 'auto' as const }] : []),
        { label: 'What will be done', width: 'rest' },
        { label: 'How we will see it', width: 'rest' },
        { label: 'By', width: 'auto' },
      ],
      rows: commitments.map(({ agent, behaviour, seenBy, dueOn }) => [
        ...(isGroup ? [agent.name] : []),
        behaviour,
        seenBy,
        dueOn === null ? '' : dayInWords(dueOn),
      ]),
    },
  ]
}

/** The session on paper: what the coach has before them, without what is for them alone. `lastTime` says what came of the last session, a sentence for each person. */
export function sheetOf(session: SessionPage, reader: Reader, lastTime: readonly string[]): DebriefDocument {
  const { agenda, moments, questions } = session
  const earlier = session.earlier.filter(
    ({ behaviour }) => !agenda.some(({ text }) => text.includes(behaviour)),
  )
  const isHeld = session.state === 'held'
  return {
    title: session.title,
    subtitle: subtitleOf(session, reader),
    language: 'en-GB',
    ...(session.coach === '' ? {} : { author: session.coach }),
    createdAtMs: reader.now,
    paper: reader.paper,
    foot: 'A prompt for a conversation, not a verdict',
    blocks: [
      ...figureBlocks(session),
      {
        kind: 'columns',
        columns: [
          {
            blocks: [
              {
                kind: 'section',
                title: 'Agenda',
                blocks: [
                  {
                    kind: 'list',
                    items: agenda.map(({ kind, text, isDone }) => ({
                      text: [{ text: `${agendaWords[kind]}: `, is: 'muted' }, text],
                      isChecked: isDone,
                    })),
                  },
                ],
              },
            ],
          },
          {
            blocks: [
              {
                kind: 'section',
                title: 'Questions to ask',
                blocks: [
                  {
                    kind: 'list',
                    items: questions.map(({ text, isAsked }) => ({ text, isChecked: isAsked })),
                  },
                ],
              },
            ],
          },
        ],
      },
      ...(earlier.length === 0 && lastTime.length === 0
        ? []
        : [
            {
              kind: 'section' as const,
              title: 'Last time',
              blocks: [
                ...lastTime.map((text) => ({ kind: 'paragraph' as const, text: withDaysInWords(text) })),
                {
                  kind: 'list' as const,
                  items: earlier.map(({ behaviour, state, dueOn, agent }) => ({
                    text: [
                      session.people.length > 1 ? `${agent.name}: ${behaviour}` : behaviour,
                      {
                        text: dueOn === null ? '' : `, by ${dayInWords(dueOn)}`,
                        is: 'muted' as const,
                      },
                    ],
                    isChecked: state === 'kept',
                  })),
                },
              ],
            },
          ]),
      ...(moments.length === 0
        ? []
        : [
            {
              kind: 'section' as const,
              title: 'Moments to play',
              blocks: moments.map((moment, index) => momentBlock(moment, index + 1, reader)),
            },
          ]),
      {
        kind: 'section',
        title: 'Notes',
        blocks:
          session.sharedNotes.trim() === ''
            ? isHeld
              ? [{ kind: 'paragraph', text: 'None.' }]
              : [{ kind: 'lines', count: 3 }]
            : session.sharedNotes
                .split('\n')
                .filter((line) => line.trim() !== '')
                .map((text) => ({ kind: 'paragraph', text })),
      },
      { kind: 'section', title: 'Agreed', blocks: agreedBlocks(session, !isHeld) },
      ...(session.nextAt === null
        ? []
        : [
            {
              kind: 'paragraph' as const,
              text: `Next session: ${instantInWords(session.nextAt, reader.timeZone)}.`,
            },
          ]),
    ],
  }
}
