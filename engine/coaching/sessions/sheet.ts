import { msg, say, t, type MessageDescriptor } from '#speech'
import type { AgendaItem, SessionFigure, SessionPage, ShownMoment } from '../../../shared/contract/session.ts'
import { formatValue } from '../../../shared/domain/format.ts'
import {
  clockTime,
  dayInWords,
  documentLocale,
  instantInWords,
  intervalRows,
  withDaysInWords,
  type Block,
  type DebriefDocument,
  type QuoteTurn,
} from '../../documents/index.ts'

const agendaWords: Record<AgendaItem['kind'], MessageDescriptor> = {
  strength: msg`Going well`,
  commitment: msg`Last time`,
  focus: msg`To work on`,
  other: msg`Also`,
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
    session.coach === '' ? '' : t`with ${{ coach: session.coach }}`,
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
  const period = t`${{ from: dayInWords(window.from) }} to ${{ to: dayInWords(window.to) }}`
  return [
    ...known.map(({ name, figure: own }): Block => ({
      kind: 'paragraph',
      tone: 'lead',
      text: known.length > 1 ? `${name}: ${own!.inWords}` : own!.inWords,
    })),
    {
      kind: 'figure',
      drawing: intervalRows(rows, { format }),
      caption: known.some(({ figure: own }) => isMarked(own!))
        ? t`${{ label: focus.label }}, ${{ period }}. The dot is the estimate, the line its 95% interval, the stroke the peers’ mean, the diamond what to compare with.`
        : t`${{ label: focus.label }}, ${{ period }}. The dot is the estimate, the line its 95% interval, the stroke the peers’ mean.`,
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
      ...(note === '' ? [] : [{ text: ` ${t`Shared note: ${{ note }}`}`, is: 'muted' as const }]),
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
        ...(isGroup ? [{ label: t`Who`, width: 'auto' as const }] : []),
        { label: t`What will be done`, width: 'rest' },
        { label: t`How we will see it`, width: 'rest' },
        { label: t`By`, width: 'auto' },
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
    language: documentLocale(),
    ...(session.coach === '' ? {} : { author: session.coach }),
    createdAtMs: reader.now,
    paper: reader.paper,
    foot: t`A prompt for a conversation, not a verdict`,
    blocks: [
      ...figureBlocks(session),
      {
        kind: 'columns',
        columns: [
          {
            blocks: [
              {
                kind: 'section',
                title: t`Agenda`,
                blocks: [
                  {
                    kind: 'list',
                    items: agenda.map(({ kind, text, isDone }) => ({
                      text: [{ text: `${say(agendaWords[kind])}: `, is: 'muted' }, text],
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
                title: t`Questions to ask`,
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
              title: t`Last time`,
              blocks: [
                ...lastTime.map((text) => ({ kind: 'paragraph' as const, text: withDaysInWords(text) })),
                {
                  kind: 'list' as const,
                  items: earlier.map(({ behaviour, state, dueOn, agent }) => ({
                    text: [
                      session.people.length > 1 ? `${agent.name}: ${behaviour}` : behaviour,
                      {
                        text: dueOn === null ? '' : t`, by ${{ day: dayInWords(dueOn) }}`,
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
              title: t`Moments to play`,
              blocks: moments.map((moment, index) => momentBlock(moment, index + 1, reader)),
            },
          ]),
      {
        kind: 'section',
        title: t`Notes`,
        blocks:
          session.sharedNotes.trim() === ''
            ? isHeld
              ? [{ kind: 'paragraph', text: t`None.` }]
              : [{ kind: 'lines', count: 3 }]
            : session.sharedNotes
                .split('\n')
                .filter((line) => line.trim() !== '')
                .map((text) => ({ kind: 'paragraph', text })),
      },
      { kind: 'section', title: t`Agreed`, blocks: agreedBlocks(session, !isHeld) },
      ...(session.nextAt === null
        ? []
        : [
            {
              kind: 'paragraph' as const,
              text: t`Next session: ${{ time: instantInWords(session.nextAt, reader.timeZone) }}.`,
            },
          ]),
    ],
  }
}
