/**
 * Makes the calls of the sample that can be heard: `resources/sample-calls/`, with their words and what is known of
 * them. Needs espeak-ng, python3 and ffmpeg; what it makes is committed, so nobody else does.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contactsOfSample } from './sample-calls/choose-contact.ts'
import { encode, needPrograms } from './sample-calls/encode.ts'
import { OUTSIDE_CALLS } from './sample-calls/outside-calls.ts'
import { perform } from './sample-calls/perform.ts'
import { QUEUE_CALLS } from './sample-calls/queue-calls.ts'
import { silencesAndOverlaps } from './sample-calls/truth.ts'

const SEED = 20_261_115
const target = join(import.meta.dirname, '..', 'resources', 'sample-calls')
const scratch = mkdtempSync(join(tmpdir(), 'sample-calls-'))
const asJson = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`

needPrograms()
mkdirSync(target, { recursive: true })
for (const name of readdirSync(target)) if (/\.(opus|json)$/.test(name)) rmSync(join(target, name))

const { contactFor, emailOf } = await contactsOfSample(scratch)
const truth = [...QUEUE_CALLS, ...OUTSIDE_CALLS].map((dialogue) => {
  const { outside } = dialogue
  const contact = outside ? null : contactFor(dialogue)
  const startTime = outside?.startTime ?? contact?.startTime ?? ''
  const stamp = startTime.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
  const name = `${stamp}_${dialogue.agent}_${outside?.reference ?? contact?.id}`
  const performance = perform(dialogue, SEED)
  encode(performance.channels, join(target, `${name}.opus`))

  const sides = dialogue.isMono ? [null] : (['agent', 'customer'] as const)
  const channels = sides.map((side) => ({
    words: performance.turns
      .filter(({ speaker }) => side === null || speaker === side)
      .flatMap(({ words }) => words)
      .map((word) => ({ ...word, probability: 1 })),
  }))
  // One word a line keeps changes readable without a page for each call.
  const lines = channels.map(
    ({ words }) => `{"words":[\n${words.map((word) => JSON.stringify(word)).join(',\n')}\n]}`,
  )
  writeFileSync(
    join(target, `${name}.script.json`),
    `{"languageCode":"en","channels":[${lines.join(',')}]}\n`,
  )
  writeFileSync(
    join(target, `${name}.json`),
    asJson({
      title: dialogue.title,
      kind: dialogue.kind,
      agentEmail: emailOf(dialogue.agent),
      startTime,
      contactId: contact?.id ?? null,
      customer: contact?.customer ?? null,
      direction: dialogue.direction,
      queue: dialogue.queue,
      reason: dialogue.reason,
      agentChannel: dialogue.isMono ? null : 0,
    }),
  )
  console.log(`${name}  ${(performance.durationMs / 1000).toFixed(1)} s  ${dialogue.kind}`)
  const { durationMs, turns, holds, ringTones } = performance
  return {
    file: `${name}.opus`,
    kind: dialogue.kind,
    durationMs,
    channelCount: channels.length,
    agentChannel: dialogue.isMono ? null : 0,
    turns: turns.map(({ speaker, startMs, endMs, text }) => ({ speaker, startMs, endMs, text })),
    holds,
    ringTones,
    ...silencesAndOverlaps(performance),
  }
})
const fixtures = join(import.meta.dirname, '..', 'test', 'unit', 'sample', 'fixtures')
mkdirSync(fixtures, { recursive: true })
writeFileSync(join(fixtures, 'sample-calls-truth.json'), asJson(truth))
rmSync(scratch, { recursive: true })
