import { plural, t } from '#speech'
import type { AffectedDays } from '../../affected-days.ts'
import { Problem } from '../../problem.ts'
import type { WritableDatabase } from '../../store/index.ts'
import { adoptPart } from './adopt-part.ts'
import { isSameDigest } from './canonical.ts'
import type { AnswersBody } from './file-format.ts'
import { formOf, ownTicket } from './form-of-session.ts'
import type { ImportedFile } from './imported-file.ts'
import { readFile } from './read-file.ts'
import { partsOf } from './sessions.ts'
import { findSession, readItems } from './sessions.store.ts'
import { takeSubmission, type Taken } from './take-submission.ts'
import { readWorkspaceUid, workspaceUid } from '../../workspace/index.ts'

/**
 * Takes a file in: a part to score here, or answers that come back. One transaction, so that a file that is refused changes nothing. The same
 * file again changes nothing either, and in which order files come does not matter.
 */
export function importFile(
  database: WritableDatabase,
  file: { fileName: string; text: string },
  now: number,
  affected: AffectedDays,
): ImportedFile {
  const read = readFile(file.text, now)
  if (read.kind === 'answers') return takeAnswers(database, read.body, file.fileName, now, affected)
  if (read.body.workspaceUid === workspaceUid(database))
    throw new Problem(
      'CONFLICT',
      t`This file was made in this workspace: it is for ${{ reviewer: read.body.reviewer }}, to be imported where they score.`,
    )
  return adoptPart(database, read.body, now)
}

function takeAnswers(
  database: WritableDatabase,
  body: AnswersBody,
  fileName: string,
  now: number,
  affected: AffectedDays,
): ImportedFile {
  const refuse = (sentence: string): never => {
    throw new Problem('CONFLICT', t`${{ sentence }} Nothing was changed.`)
  }
  const session = findSession(database, body.sessionUid)
  if (body.workspaceUid !== readWorkspaceUid(database))
    return refuse(
      t`These are answers to "${{ name: body.name }}", a calibration of another workspace: import them there.`,
    )
  if (!session || session.isOurs === 0)
    return refuse(
      t`These are answers to "${{ name: body.name }}", a calibration this workspace does not have (any more).`,
    )
  if (body.formDigest !== formOf(database, session).digest)
    return refuse(t`These answers are to another version of the form than "${{ name: session.name }}" uses.`)
  const part = partsOf(database, session.id).find(({ reviewer }) => reviewer === body.reviewer)
  if (!part) return refuse(t`"${{ reviewer: body.reviewer }}" takes no part in "${{ name: session.name }}".`)
  if (!isSameDigest(body.ticket, ownTicket(database, session, body.reviewer)))
    return refuse(
      t`These answers do not come from a file that was exported here for ${{ reviewer: body.reviewer }}, so they are not taken as theirs.`,
    )
  const soon = now + 86_400_000
  if (body.items.some(({ submittedAt }) => submittedAt > soon))
    return refuse(
      t`Some of these answers are dated in the future: check the clock of the computer they come from.`,
    )
  const items = new Map(readItems(database, session.id).map(({ id, uid }) => [uid, id]))
  const counts: Record<Taken, number> = { added: 0, replaced: 0, unchanged: 0, older: 0 }
  for (const { uid, ...submission } of body.items) {
    const itemId = items.get(uid)
    if (itemId === undefined)
      return refuse(t`These answers name a conversation that is not in "${{ name: session.name }}".`)
    const given = { itemId, reviewer: body.reviewer, submission, fileName, at: now }
    counts[takeSubmission(database, given, affected)]++
  }
  if (session.state !== 'scoring' && counts.unchanged < body.items.length)
    return refuse(
      t`"${{ name: session.name }}" is revealed already, so answers of ${{ reviewer: body.reviewer }} come too late.`,
    )
  return {
    ...counts,
    id: session.id,
    kind: 'answers',
    reviewer: body.reviewer,
    sentence: sentenceOf(body.reviewer, counts),
  }
}

function sentenceOf(reviewer: string, { added, replaced, unchanged, older }: Record<Taken, number>): string {
  const parts = [
    added > 0 && t`${plural({ added }, { one: '# came new', other: '# came new' })}`,
    replaced > 0 &&
      t`${plural({ replaced }, { one: '# replaced older answers', other: '# replaced older answers' })}`,
    unchanged > 0 &&
      t`${plural({ unchanged }, { one: '# was there already', other: '# were there already' })}`,
    older > 0 &&
      t`${plural({ older }, { one: '# is older than what stands', other: '# are older than what stands' })}`,
  ].filter((one) => one !== false)
  return t`Of the conversations ${{ reviewer }} scored, ${{ counts: parts.join(', ') }}.`
}
