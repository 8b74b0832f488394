import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '../../../engine/direct-client.ts'
import type { ReadableDatabase } from '../../../engine/store/index.ts'
import { aForm, aQuestion, chosen, conversationOf, publishForm } from '../../support/quality-desk.ts'
import { drawAll, isGreeted, openTrustDesk, score } from '../../support/trust-desk.ts'
import { openWorkspace } from '../../support/workspace.ts'

/** A workspace in which one call of each kind is left to make, closed again. */
export interface DeskWorld {
  /** Copies it into a folder as the workspace `own`. */
  copyTo(folder: string): void
  works: Record<string, (client: Client) => Promise<unknown>>
  /** What else a reviewer does, each a single call that changes something. */
  steps: ((client: Client) => Promise<unknown>)[]
  /** A review that is filled in so far. */
  draft: number
  remove(): void
}

const CALLS = 50

/**
 * Makes it: 49 blind answers with one to come that moves the rules on, a plan to draw for, a calibration with one difference to settle, one
 * with answers that come back as a file, and a dispute to decide.
 */
export async function deskWorld(): Promise<DeskWorld> {
  const desk = await openTrustDesk(CALLS)
  const { client, clock } = desk
  // the door that is killed has the clock of this computer
  clock.now = Date.now() - 86_400_000
  const waiting = await drawAll(desk)
  for (let index = 0; index < CALLS - 1; index++) await score(desk, waiting.get(index)!, isGreeted(index))
  const last = waiting.get(CALLS - 1)!
  await client.reviews.open({ id: last })
  await client.reviews.answer({ id: last, answer: chosen('greeting', isGreeted(CALLS - 1) ? 'yes' : 'no') })

  const scorecardId = await publishForm(
    desk,
    aForm([aQuestion('solves', { weight: 3 }), aQuestion('closes')], { title: 'Service' }),
  )
  const conversations: number[] = []
  for (const contact of ['C-000', 'C-001', 'C-002']) conversations.push(await conversationOf(desk, contact))
  const { id: planId } = await client.reviews.savePlan({
    id: null,
    name: 'Some',
    kind: 'random',
    scorecardId,
    settings: { periodDays: 28, perAgent: 100 },
  })
  const answerAll = async (id: number, solves: string, on = client) => {
    await on.reviews.open({ id })
    for (const [key, option] of [
      ['solves', solves],
      ['closes', 'yes'],
    ] as const)
      await on.reviews.answer({ id, answer: chosen(key, option), note: 'Heard it' })
    await on.reviews.worked({ id, activeMs: 60_000 })
    return on.reviews.submit({ id })
  }

  const waits = await client.reviews.request({
    interactionId: await conversationOf(desk, 'C-003'),
    scorecardId,
  })
  const requested = await client.reviews.request({ interactionId: conversations[0]!, scorecardId })
  const { evaluationId } = await answerAll(requested.id, 'no')
  const { questions } = await client.scorecards.get({ id: scorecardId })
  const dispute = await client.disputes.raise({
    evaluationId,
    questionId: questions.find(({ stableKey }) => stableKey === 'solves')!.id,
    answer: chosen('solves', 'yes'),
    comment: 'I did',
    by: 'Ada Byron',
    as: 'agent',
  })

  const round = (name: string, other: string) =>
    client.calibration.create({
      name,
      scorecardId,
      mode: 'consensus',
      expert: null,
      interactionIds: conversations,
      reviewers: ['Rita Levi', other],
    })
  const here = await round('Here', 'Mae')
  for (const [reviewer, solves] of [
    ['Rita Levi', 'yes'],
    ['Mae', 'no'],
  ] as const) {
    await client.reviews.setMe({ name: reviewer })
    for (const { reviewId } of (await client.calibration.get({ id: here.id })).mine)
      await answerAll(reviewId, solves)
  }
  const { results } = await client.calibration.reveal({ id: here.id, leaveOut: [] })
  const settling = results!.items.map(({ id: itemId }) => ({
    itemId,
    answer: chosen('solves', 'yes'),
    takenFrom: null,
    remark: 'The bill was sent',
  }))
  const [first, ...others] = settling
  for (const one of others) await client.calibration.settle(one)
  const away = await round('Away', 'Hedy')
  const part = await client.calibration.export({ id: away.id, reviewer: 'Hedy' })
  const guest = await openWorkspace()
  guest.clock.now = clock.now
  const there = await guest.client.calibration.import({ fileName: part.fileName, text: part.text })
  for (const { reviewId } of (await guest.client.calibration.get({ id: there.id })).mine)
    await answerAll(reviewId, 'no', guest.client)
  const file = await guest.client.calibration.export({ id: there.id })
  await guest.close()
  await desk.engine.close()
  return {
    copyTo: (folder) =>
      cpSync(desk.engine.context.workspaceDir, join(folder, 'own'), { recursive: true, force: true }),
    works: {
      'submits a review that moves the rules on': (to) => to.reviews.submit({ id: last }),
      'draws for a plan': (to) => to.reviews.draw({ planId }),
      'settles a difference': (to) => to.calibration.settle(first!),
      'decides a dispute': (to) =>
        to.disputes.resolve({ id: dispute.id, outcome: 'overturn', remark: 'Right', fault: 'reviewer' }),
      'takes in a calibration file': (to) =>
        to.calibration.import({ fileName: file.fileName, text: file.text }),
    },
    draft: last,
    steps: [
      ({ reviews }) => reviews.open({ id: waits.id }),
      ({ reviews }) =>
        reviews.answer({ id: last, answer: chosen('greeting', 'no'), note: 'On second thoughts' }),
      ({ reviews }) => reviews.comment({ id: last, comment: 'Heard twice' }),
      ({ reviews }) => reviews.worked({ id: last, activeMs: 5000 }),
      ({ reviews }) => reviews.clearAnswer({ id: last, questionId: 'greeting' }),
      ({ reviews }) => reviews.skip({ id: last, reason: 'The line is bad' }),
      ({ calibration }) => calibration.unsettle({ itemId: others[0]!.itemId, questionId: 'solves' }),
      ({ scorecards }) => scorecards.startDraft({ id: scorecardId }),
      ({ scorecards }) =>
        scorecards.importForm({
          files: [{ name: 'form.csv', text: 'Section,Question,Type,Weight\nMain,Was it kind?,yes/no,1\n' }],
        }),
    ],
    remove: () => rmSync(desk.folder, { recursive: true, force: true }),
  }
}

const tables =
  `scorecards scorecard_versions reviews review_answers review_moments evaluations answers answer_evidence double_scored trust_standings audit_events audit_picks
  sampling_draws sampling_chances calibration_sessions calibration_reviewers calibration_items calibration_submissions calibration_settlements
  disputes dispute_resolutions answer_edits evaluation_edits observation_days settings`.split(/\s+/)

/** What the desk's tables hold. Times are left out, and so are the picks of draws, of which only their number is no chance. */
export function deskContents({ raw }: ReadableDatabase): Record<string, unknown[]> {
  const plain = ({ seed: _drawnAnew, ...row }: Record<string, unknown>) =>
    JSON.stringify(row).replaceAll(/\b\d{13}\b/g, 'a time')
  return Object.fromEntries(
    tables.map((table) => {
      const rows = raw.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]
      const drawn = (row: Record<string, unknown>) =>
        table === 'reviews' && row['selection'] === 'random' && row['state'] === 'waiting'
      return [table, rows.map((row) => (drawn(row) ? 'drawn' : plain(row))).toSorted()]
    }),
  )
}
