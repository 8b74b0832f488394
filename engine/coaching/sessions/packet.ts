import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { plural, t } from '#speech'
import {
  PACKET_REPLY,
  PACKET_REPLY_VERSION,
  packetReply,
  type PacketReply,
} from '../../../shared/domain/packet-reply.ts'
import type { SessionPage, ShownMoment } from '../../../shared/contract/session.ts'
import { escapeHtml } from '../../../shared/domain/escape-html.ts'
import { dayInWords, documentLocale, toHtml, type Block } from '../../documents/index.ts'
import { Problem } from '../../problem.ts'
import { readSetting, writeSetting, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'
import { readWorkspaceUid, workspaceUid } from '../../workspace/index.ts'
import { takeAnswer } from './answers.ts'
import { mustSession, notedPerson } from './must.ts'
import { replyScript, replyStyle, SAVED_FILE } from './packet-form.ts'
import { agreedBlocks, figureBlocks, momentBlock, subtitleOf, type Reader } from './sheet.ts'

const SECRET = 'packets.secret'
/** As much of what a moment is called as an answer repeats. */
const LONGEST_TITLE = 300

/** What a packet is about, as its reply says it again. */
interface About {
  workspace: string
  sessionId: number
  agentId: number
  madeAt: number
}

function ticketOf(secret: string, { workspace, sessionId, agentId, madeAt }: About): string {
  return createHmac('sha256', secret)
    .update(`${workspace}\n${sessionId}\n${agentId}\n${madeAt}`)
    .digest('hex')
}

/** What a packet signs with: a random secret of the workspace, made with the first packet. */
export function packetSecret(database: WritableDatabase): { secret: string; workspace: string } {
  let secret = readSetting(database, SECRET)
  if (secret === undefined) writeSetting(database, SECRET, (secret = randomBytes(32).toString('hex')))
  return { secret, workspace: workspaceUid(database) }
}

/** What one agent may see of a session: nothing private, nobody else's figure, moment or commitment. */
function shareOf(session: SessionPage, agentId: number): SessionPage {
  return {
    ...session,
    privateNotes: '',
    people: session.people.filter(({ id }) => id === agentId),
    moments: session.moments.filter((moment) => moment.agentId === null || moment.agentId === agentId),
    commitments: session.commitments.filter(({ agent }) => agent.id === agentId),
    earlier: session.earlier.filter(({ agent }) => agent.id === agentId),
  }
}

/**
 * One HTML file for the agent: what is or was talked about, the moments as redacted text and short sound, what was agreed, and a form whose answer is
 * saved as a file to send back; before the session nothing is asked to be agreed on. It asks the network for nothing. `sounds` are clips by the place of their moment.
 */
export function packetOf(
  whole: SessionPage,
  agentId: number,
  reader: Reader,
  signing: { secret: string; workspace: string },
  sounds: ReadonlyMap<ShownMoment, Buffer>,
): string {
  const session = shareOf(whole, agentId)
  const [person] = session.people
  if (!person) throw new Problem('NOT_FOUND', t`That person does not take part in this session.`)
  const about: About = { workspace: signing.workspace, sessionId: session.id, agentId, madeAt: reader.now }
  const reply: Omit<PacketReply, 'agrees' | 'comment' | 'disputes'> = {
    format: PACKET_REPLY,
    version: PACKET_REPLY_VERSION,
    ...about,
    ticket: ticketOf(signing.secret, about),
  }
  const isHeld = session.state === 'held'
  const momentsThat = (isShown: (moment: ShownMoment) => boolean) =>
    session.moments.flatMap((moment, index) =>
      isShown(moment) ? momentBlocks(moment, index + 1, reader, sounds.get(moment)) : [],
    )
  const document = {
    title: session.focus.label,
    subtitle: subtitleOf(session, reader),
    language: documentLocale(),
    ...(session.coach === '' ? {} : { author: session.coach }),
    createdAtMs: reader.now,
    paper: reader.paper,
    foot: t`For ${{ name: person.name }}. A prompt for a conversation, not a verdict.`,
    blocks: [
      ...figureBlocks(session),
      ...(isHeld
        ? [
            ...section(t`Moments we listened to`, momentsThat(wasHeard)),
            ...section(
              t`Moments we did not get to`,
              momentsThat((moment) => !wasHeard(moment)),
            ),
          ]
        : section(
            t`Moments for our session`,
            momentsThat(() => true),
          )),
      ...section(t`Notes`, notesBlocks(session)),
      ...section(t`Agreed`, agreedBlocks(session, false)),
      ...(session.nextAt === null
        ? []
        : [
            {
              kind: 'paragraph' as const,
              text: t`We meet again on ${{ day: dayInWords(session.nextAt, reader.timeZone) }}.`,
            },
          ]),
      { kind: 'trustedHtml' as const, html: formHtml(session.moments, reply, isHeld) },
    ],
  }
  return toHtml(document, { script: replyScript, style: replyStyle })
}

function section(title: string, blocks: Block[]): Block[] {
  return blocks.length === 0 ? [] : [{ kind: 'section', title, blocks }]
}

function notesBlocks({ sharedNotes }: SessionPage): Block[] {
  return sharedNotes
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((text) => ({ kind: 'paragraph', text }))
}

function momentBlocks(
  moment: ShownMoment,
  place: number,
  reader: Reader,
  sound: Buffer | undefined,
): Block[] {
  const text = momentBlock(moment, place, reader)
  if (sound === undefined) return [text]
  return [
    text,
    { kind: 'audio', title: t`Moment ${{ place }}`, mimeType: 'audio/wav', data: new Uint8Array(sound) },
  ]
}

const wasHeard = ({ heardAt }: ShownMoment) => heardAt !== null

const said = (sentence: string) => escapeHtml(sentence)

function agreeing(): string {
  return `<fieldset><legend>${said(t`I have read this, and`)}</legend>
<label><input type="radio" name="agrees" value="yes" required> ${said(t`I agree with what we agreed on`)}</label>
<label><input type="radio" name="agrees" value="no"> ${said(t`I see it otherwise`)}</label></fieldset>`
}

/** The form, with what its answer repeats beside it. Everything of people is escaped. */
function formHtml(moments: readonly ShownMoment[], reply: object, isHeld: boolean): string {
  const disputes = moments
    .map(
      ({ evidence }, index) =>
        `<label class="dispute"><span>${index + 1}. ${escapeHtml(evidence.title)}</span><textarea data-moment="${index + 1}" data-title="${escapeHtml(evidence.title.slice(0, LONGEST_TITLE))}" rows="2" maxlength="2000" placeholder="${said(t`Leave empty if you see it the same way`)}"></textarea></label>`,
    )
    .join('')
  const savedAs = t`Saved as ${{ file: SAVED_FILE }}: give this file back to whoever gave you the page.`
  return `<form id="reply" data-reply="${escapeHtml(JSON.stringify(reply))}" data-saved="${said(savedAs)}">
<h2>${said(isHeld ? t`Your answer` : t`Your words before we meet`)}</h2>
${isHeld ? agreeing() : ''}
<label class="comment"><span>${said(t`In your own words (optional)`)}</span><textarea id="comment" rows="4" maxlength="8000"></textarea></label>
${moments.length === 0 ? '' : `<details><summary>${said(t`I see one of the moments otherwise`)}</summary>${disputes}</details>`}
<button type="submit">${said(t`Save my answer as a file`)}</button>
<p class="small" id="said" role="status">${said(t`Nothing is sent by itself: save the file and give it back to whoever gave you this page.`)}</p>
</form>`
}

/** Reads a reply as text. `FILE_UNREADABLE` where it is none, `UNSUPPORTED` where a newer Debrief wrote the packet. */
function parseReply(text: string): PacketReply {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new Problem(
      'FILE_UNREADABLE',
      t`That is no answer to a page for the agent: choose the file the agent saved and sent back.`,
      {
        cause,
      },
    )
  }
  const head = value as { format?: unknown; version?: unknown } | null
  if (typeof head !== 'object' || head?.format !== PACKET_REPLY)
    throw new Problem(
      'FILE_UNREADABLE',
      t`That is no answer to a page for the agent: choose the file the agent saved and sent back.`,
    )
  if (typeof head.version === 'number' && head.version > PACKET_REPLY_VERSION)
    throw new Problem('UNSUPPORTED', t`The file was written by a newer Debrief; update Debrief to read it.`)
  const parsed = packetReply.safeParse(value)
  if (!parsed.success)
    throw new Problem(
      'FILE_UNREADABLE',
      t`The answer is broken; ask for it to be saved from the page once more.`,
    )
  return parsed.data
}

function isSigned(database: ReadableDatabase, reply: PacketReply): boolean {
  const secret = readSetting(database, SECRET)
  if (secret === undefined) return false
  const [given, wanted] = [Buffer.from(reply.ticket), Buffer.from(ticketOf(secret, reply))]
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

/**
 * Takes an agent's answer to a packet: it stands as the acknowledgement of the session, with what they dispute of the moments in their words. The same
 * file twice changes nothing, and no answer takes the place of another without a trace. One sentence for a file that is broken, of another workspace, or
 * about a session that is gone.
 */
export function takeReply(
  database: WritableDatabase,
  text: string,
  session: (id: number) => SessionPage,
  now: number,
) {
  const reply = parseReply(text)
  if (reply.workspace !== readWorkspaceUid(database))
    throw new Problem(
      'INVALID_INPUT',
      t`This answer belongs to another workspace, so nothing was taken; open the workspace that made the page.`,
    )
  if (!isSigned(database, reply))
    throw new Problem(
      'FILE_UNREADABLE',
      t`What this answer is about was changed in the file, so nothing was taken; ask for it to be saved from the page once more.`,
    )
  mustSession(database, reply.sessionId)
  const person = notedPerson(database, reply.sessionId, reply.agentId)
  const agentId = person.personId ?? person.notedId
  const page = session(reply.sessionId)
  const { moments } = shareOf(page, agentId)
  const disputes = reply.disputes
    .filter(({ comment }) => comment.trim() !== '')
    .map(({ moment, title, comment }) => ({
      title: title ?? moments[moment - 1]?.evidence.title ?? `moment ${moment}`,
      comment: comment.trim(),
    }))
  const taken = takeAnswer(database, person, { ...reply, disputes }, now)
  const name = page.people.find(({ id }) => id === agentId)?.name ?? person.name
  const sentences: Record<typeof taken, string> = {
    known: t`This answer of ${{ name }} was already taken in; nothing changed.`,
    older: t`${{ name }} gave a newer answer, which stands; this one is kept beside it.`,
    before: t`What ${{ name }} wrote before the session stands with it now.`,
    stands:
      disputes.length > 0
        ? t`${{ name }} answered and sees ${plural({ moments: disputes.length }, { one: 'one moment', other: '# moments' })} otherwise.`
        : reply.agrees === true
          ? t`${{ name }} has read it and agrees.`
          : t`${{ name }} has read it and sees it otherwise.`,
  }
  return { sessionId: reply.sessionId, sentence: sentences[taken] }
}
