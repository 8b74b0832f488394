import { t } from '#speech'
import { dayNumber } from '../../shared/domain/time.ts'
import {
  acknowledge,
  addCommitment,
  addDrafts,
  alikeOf,
  appointmentsOf,
  boardOf,
  calendarFile,
  cancelSession,
  changeCommitment,
  closeCommitment,
  commitmentView,
  draftSubject,
  effectsOfSessions,
  effectsOfSessionsInPieces,
  finishSession,
  listTemplates,
  momentsToChoose,
  mustSession,
  mustTemplate,
  nextDates,
  nextOf,
  packetOf,
  packetSecret,
  pauseSession,
  prepareSession,
  programmeOf,
  readCommitments,
  readQuestionDrafts,
  removeSession,
  removeTemplate,
  reopenSession,
  restoreSession,
  restoreTemplate,
  saveTemplate,
  sessionItems,
  sessionPageOf,
  setCommitmentRemoved,
  setPeople,
  sheetOf,
  soundsOf,
  startSession,
  suggestPerson,
  takeQuestions,
  takeReply,
  weekOf,
  writeQuestionDraft,
  writeSession,
  type RankedWindow,
  type Reader,
  type SessionWorld,
} from '../coaching/index.ts'
import { wholeOf, writable, type EngineContext } from '../context.ts'
import { dayFinder } from '../days.ts'
import { toHtml, toPdf } from '../documents/index.ts'
import { mustRank } from '../governance/index.ts'
import { askForQuestions } from '../judging/index.ts'
import { readCatalogue } from '../metrics/index.ts'
import { readDirectory } from '../people/index.ts'
import { Problem } from '../problem.ts'
import { whoReviews } from '../quality/index.ts'
import { rankedWindow } from '../ranked-window.ts'
import type { WritableDatabase } from '../store/index.ts'
import { readPreferences, readWorkspaceUid, workspaceUid } from '../workspace/index.ts'
import { writingCoaching, writingNotes, writingQuietly } from '../quiet-writing.ts'
import { api } from './base.ts'

const ok = { ok: true as const }

function calendarOf(context: EngineContext): (instantMs: number) => number {
  return dayFinder(readPreferences(context.read).timeZone)
}

function worldOf(context: EngineContext): SessionWorld {
  return {
    directory: readDirectory(context.read),
    definitions: new Map(readCatalogue(context.read).map((one) => [one.id, one])),
    today: calendarOf(context)(context.now()),
  }
}

/** The days whose figures a session began from, ranked as they stand now. */
function windowOf(context: EngineContext, sessionId: number): RankedWindow {
  const { windowFrom, windowTo } = mustSession(context.read, sessionId)
  return rankedWindow(context, { to: windowTo, days: windowTo - windowFrom + 1 })
}

/** Writes something the ranking rests on: whether and when somebody was coached. */
async function counted<Result>(
  context: EngineContext,
  task: (database: WritableDatabase) => Result,
): Promise<Result> {
  const result = await writingCoaching(context, task)
  context.events.emit({ type: 'data.changed', topics: ['sessions', 'coaching'], job: null })
  return result
}

function readerOf(context: EngineContext, paper: Reader['paper']): Reader {
  return { timeZone: readPreferences(context.read).timeZone, paper, now: context.now() }
}

/** A title as the name of a file: letters and figures, whatever script, and hyphens. */
function fileNameOf(title: string): string {
  return (
    title
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 80) || 'session'
  )
}

function inFile(fileName: string, mimeType: string, bytes: Buffer) {
  return { fileName, mimeType, base64: bytes.toString('base64') }
}

/** What lists of sessions show of what is typed into one. */
const listed = ['title', 'coach', 'agenda', 'plannedAt', 'plannedMinutes', 'nextAt'] as const

export const sessionsApi = api.sessions.router({
  prepare: api.sessions.prepare.handler(async ({ context, input }) => {
    const window = rankedWindow(context, input)
    const by = {
      coach: whoReviews(context).name ?? '',
      now: context.now(),
      today: calendarOf(context)(context.now()),
    }
    return counted(context, (database) => prepareSession(database, window, input, by))
  }),
  get: api.sessions.get.handler(({ context, input }) =>
    sessionPageOf(context.read, input.id, worldOf(context)),
  ),
  // saved at every key stroke: whoever types has it on screen already
  write: api.sessions.write.handler(async ({ context, input }) => {
    const now = context.now()
    await writingQuietly(context, (database) => writeSession(database, input, now))
    if (listed.some((place) => input[place] !== undefined))
      context.events.emit({ type: 'data.changed', topics: ['session-lists'], job: null })
    return { updatedAt: now }
  }),
  alike: api.sessions.alike.handler(({ context, input }) => {
    mustRank(wholeOf(context))
    return alikeOf(context.read, windowOf(context, input.id), input.id)
  }),
  setPeople: api.sessions.setPeople.handler(async ({ context, input }) => {
    const window = windowOf(context, input.id)
    await counted(context, (database) => setPeople(database, window, input.id, input.agentIds, context.now()))
    return ok
  }),
  moments: api.sessions.moments.handler(({ context, input }) => {
    const session = mustSession(context.read, input.id)
    const window = windowOf(context, input.id)
    const { people } = sessionPageOf(context.read, input.id, worldOf(context))
    const there = people
      .filter(({ isGone }) => !isGone)
      .map(({ id }) => suggestPerson(context.read, window, id, session.driverId))
    return momentsToChoose(context.read, window, there, session.driverId)
  }),
  takeTemplate: api.sessions.takeTemplate.handler(async ({ context, input }) => {
    const template = mustTemplate(context.read, worldOf(context).definitions, input.templateId)
    await writingNotes(context, 'sessions', (database) =>
      takeQuestions(database, input.id, template, context.now()),
    )
    return ok
  }),
  draftQuestions: api.sessions.draftQuestions.handler(async ({ context, input, signal }) => {
    writable(context)
    const subject = draftSubject(sessionPageOf(context.read, input.id, worldOf(context)))
    const texts = await askForQuestions(context, subject, signal ?? new AbortController().signal)
    return {
      added: await writingNotes(context, 'sessions', (database) =>
        addDrafts(database, input.id, texts, context.now()),
      ),
    }
  }),
  start: api.sessions.start.handler(async ({ context, input }) => {
    const now = context.now()
    const at = { now, today: calendarOf(context)(now) }
    await counted(context, (database) => startSession(database, input.id, at, readDirectory(database)))
    return ok
  }),
  pause: api.sessions.pause.handler(async ({ context, input }) => {
    await writingNotes(context, 'sessions', (database) =>
      pauseSession(database, input.id, input.isPaused, context.now()),
    )
    return ok
  }),
  finish: api.sessions.finish.handler(async ({ context, input }) => {
    const at = { heldAt: input.heldAt, now: context.now(), dayOf: calendarOf(context) }
    await counted(context, (database) => finishSession(database, input.id, at, readDirectory(database)))
    return ok
  }),
  reopen: api.sessions.reopen.handler(async ({ context, input }) => {
    await counted(context, (database) => reopenSession(database, input.id, context.now()))
    return ok
  }),
  cancel: api.sessions.cancel.handler(async ({ context, input }) => {
    await counted(context, (database) => cancelSession(database, input.id, context.now()))
    return ok
  }),
  remove: api.sessions.remove.handler(async ({ context, input }) => {
    await counted(context, (database) => removeSession(database, input.id, context.now()))
    return ok
  }),
  restore: api.sessions.restore.handler(async ({ context, input }) => {
    await counted(context, (database) => restoreSession(database, input.id, context.now()))
    return ok
  }),
  acknowledge: api.sessions.acknowledge.handler(async ({ context, input }) => {
    const given = input.given && { ...input.given, at: context.now(), how: 'in-session' as const }
    await writingNotes(context, 'sessions', (database) => acknowledge(database, { ...input, given }))
    return ok
  }),
  addCommitment: api.sessions.addCommitment.handler(async ({ context, input }) => ({
    commitmentId: await writingNotes(context, 'sessions', (database) =>
      addCommitment(database, input, context.now()),
    ),
  })),
  changeCommitment: api.sessions.changeCommitment.handler(async ({ context, input }) => {
    await writingNotes(context, 'sessions', (database) => changeCommitment(database, input))
    return ok
  }),
  closeCommitment: api.sessions.closeCommitment.handler(async ({ context, input }) => {
    await writingNotes(context, 'sessions', (database) => closeCommitment(database, input, context.now()))
    return ok
  }),
  removeCommitment: api.sessions.removeCommitment.handler(async ({ context, input }) => {
    await writingNotes(context, 'sessions', (database) =>
      setCommitmentRemoved(database, input.commitmentId, context.now()),
    )
    return ok
  }),
  restoreCommitment: api.sessions.restoreCommitment.handler(async ({ context, input }) => {
    await writingNotes(context, 'sessions', (database) =>
      setCommitmentRemoved(database, input.commitmentId, null),
    )
    return ok
  }),
  board: api.sessions.board.handler(({ context, input }) =>
    boardOf(context.read, rankedWindow(context, {}), worldOf(context), calendarOf(context), input.teamIds),
  ),
  week: api.sessions.week.handler(({ context, input }) => {
    const world = worldOf(context)
    return weekOf(context.read, rankedWindow(context, {}), world, calendarOf(context), {
      day: input.day === undefined ? world.today : dayNumber(input.day),
      teamIds: input.teamIds,
    })
  }),
  ofAgent: api.sessions.ofAgent.handler(({ context, input }) => {
    const world = worldOf(context)
    const commitments = readCommitments(context.read).map((row) =>
      commitmentView(row, world.directory, world.definitions, world.today),
    )
    return {
      sessions: sessionItems(context.read, world, commitments).filter(({ people }) =>
        people.some(({ id }) => id === input.agentId),
      ),
      commitments: commitments.filter(({ agent }) => agent.id === input.agentId),
    }
  }),
  effects: api.sessions.effects.handler(({ context, input }) =>
    effectsOfSessionsInPieces(
      context.read,
      { definitions: worldOf(context).definitions, dayOf: calendarOf(context) },
      new Set(input.ids),
    ),
  ),
  programme: api.sessions.programme.handler(({ context, input }) => {
    const { definitions, directory, today } = worldOf(context)
    const teamIds = input?.teamIds
    const isMine = (personId: number) => {
      if (teamIds === undefined) return true
      const teamId = directory.teamAt(personId, today)
      return teamId !== null && teamIds.includes(teamId)
    }
    const names = new Map(listTemplates(context.read, definitions).map(({ id, name }) => [id, name]))
    return programmeOf(
      context.read,
      { definitions, dayOf: calendarOf(context) },
      (id) => names.get(id) ?? t`Questions that were removed`,
      isMine,
    )
  }),
  templates: api.sessions.templates.handler(({ context }) =>
    listTemplates(context.read, worldOf(context).definitions),
  ),
  saveTemplate: api.sessions.saveTemplate.handler(async ({ context, input }) => ({
    templateId: await writingNotes(context, 'sessions', (database) =>
      saveTemplate(database, input, context.now()),
    ),
  })),
  questionDrafts: api.sessions.questionDrafts.handler(({ context }) => readQuestionDrafts(context.read)),
  // saved at every key stroke: whoever types has it on screen already
  writeQuestionDraft: api.sessions.writeQuestionDraft.handler(async ({ context, input }) => {
    await writingQuietly(context, (database) => writeQuestionDraft(database, input.templateId, input.draft))
    return ok
  }),
  removeTemplate: api.sessions.removeTemplate.handler(async ({ context, input }) => ({
    undoId: await writingNotes(context, 'sessions', (database) =>
      removeTemplate(database, input.templateId, context.now()),
    ),
  })),
  restoreTemplate: api.sessions.restoreTemplate.handler(async ({ context, input }) => {
    await writingNotes(context, 'sessions', (database) => restoreTemplate(database, input.undoId))
    return ok
  }),
  sheet: api.sessions.sheet.handler(async ({ context, input, signal }) => {
    const session = sessionPageOf(context.read, input.id, worldOf(context))
    const lastTime =
      session.lastSession === null
        ? []
        : effectsOfSessions(
            context.read,
            { definitions: worldOf(context).definitions, dayOf: calendarOf(context) },
            new Set([session.lastSession.id]),
          )
    const document = sheetOf(
      session,
      readerOf(context, input.paper),
      lastTime
        .filter(({ effect }) => session.people.some(({ id }) => id === effect.agentId))
        .map(({ effect }) => `${session.lastSession!.focus}: ${effect.sentence}`),
    )
    const name = fileNameOf(session.title)
    return input.format === 'html'
      ? inFile(`${name}.html`, 'text/html', Buffer.from(toHtml(document)))
      : inFile(`${name}.pdf`, 'application/pdf', await toPdf(document, signal))
  }),
  packet: api.sessions.packet.handler(async ({ context, input, signal }) => {
    const session = sessionPageOf(context.read, input.id, worldOf(context))
    const signing = await writingQuietly(context, packetSecret)
    const sounds = await soundsOf(context, session.moments, signal)
    const html = packetOf(session, input.agentId, readerOf(context, 'A4'), signing, sounds)
    const person = session.people.find(({ id }) => id === input.agentId)
    return inFile(
      `${fileNameOf(`${session.focus.label}, ${person?.name ?? ''}`)}.html`,
      'text/html',
      Buffer.from(html),
    )
  }),
  takeReply: api.sessions.takeReply.handler(({ context, input }) => {
    const world = worldOf(context)
    return writingNotes(context, 'sessions', (database) =>
      takeReply(database, input.text, (id) => sessionPageOf(database, id, world), context.now()),
    )
  }),
  calendar: api.sessions.calendar.handler(async ({ context, input }) => {
    const world = worldOf(context)
    const items = sessionItems(context.read, world, [])
    const now = context.now()
    const own = items.find(({ id }) => id === input.id)
    const appointments =
      input.id === null
        ? appointmentsOf(
            items,
            nextDates(items, world.today, calendarOf(context)).filter(({ at }) => at > now),
          )
        : own === undefined
          ? []
          : appointmentsOf([own], nextOf(own, now))
    if (appointments.length === 0)
      throw new Problem(
        'INVALID_INPUT',
        own?.state === 'held'
          ? t`No next date stands: set “Next session” to a day to come, and the calendar file can be made.`
          : t`There is no date yet: set one, and the calendar file can be made.`,
      )
    const uid = context.write ? await writingQuietly(context, workspaceUid) : readWorkspaceUid(context.read)
    return {
      name: input.id === null ? 'coaching.ics' : `coaching-${input.id}.ics`,
      text: calendarFile(appointments, uid ?? 'workspace', now),
    }
  }),
})
