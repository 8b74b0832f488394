import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateSample } from '../../../engine/sample/index.ts'
import type { SampleManifest } from '../../../engine/sample/index.ts'
import { readCalls, readTranscript, textOf } from './read-sample.ts'
import type { RawLine } from './read-sample.ts'

interface Told {
  truth: SampleManifest['truth']['conversations'][number]
  lines: RawLine[]
}

let folder: string
let manifest: SampleManifest
let told: Told[]
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'debrief-conversations-'))
  manifest = await generateSample(folder)
  told = manifest.truth.conversations.map((truth) => ({ truth, lines: readTranscript(folder, truth.path) }))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9 ]/g, '')
    .trim()
const wordCount = (text: string) => text.split(/\s+/).length
/** Lines long enough to be somebody's own words; everybody says "okay" and "thank you". */
const ownLines = ({ lines }: Told) =>
  new Set(lines.map((line) => plain(line.text)).filter((line) => wordCount(line) >= 5))

describe('300 conversations', () => {
  it('tell at least 45 different stories, none of them more than 20 times', () => {
    const counts = Object.values(
      Object.groupBy(
        manifest.truth.conversations.flatMap(({ stories }) => stories),
        (story) => story,
      ),
    )
    expect(counts.length).toBeGreaterThanOrEqual(45)
    expect(Math.max(...counts.map((uses) => uses?.length ?? 0))).toBeLessThanOrEqual(20)
  })

  it('share few lines: no two have half of them in common, and two of different stories hardly any', () => {
    const sets = told.map((conversation) => ({
      stories: conversation.truth.stories,
      lines: ownLines(conversation),
    }))
    let most = 0
    let mostAcross = 0
    for (const [index, left] of sets.entries()) {
      for (const right of sets.slice(index + 1)) {
        const smaller = left.lines.size <= right.lines.size ? left.lines : right.lines
        const larger = smaller === left.lines ? right.lines : left.lines
        const shared = [...smaller].filter((line) => larger.has(line)).length / Math.max(1, smaller.size)
        if (left.stories.some((story) => right.stories.includes(story))) most = Math.max(most, shared)
        else mostAcross = Math.max(mostAcross, shared)
      }
    }
    expect(most).toBeLessThan(0.6)
    expect(mostAcross).toBeLessThan(0.35)
  })

  it('use a vocabulary of more than 2,200 words and lines that are mostly their own', () => {
    const all = told.flatMap(({ lines }) => lines.map((line) => plain(line.text)))
    const vocabulary = new Set(all.flatMap((line) => line.split(' ')).filter((word) => /^[a-z]+$/.test(word)))
    const long = all.filter((line) => wordCount(line) >= 8)
    expect(vocabulary.size).toBeGreaterThan(2200)
    expect(new Set(long).size / long.length).toBeGreaterThan(0.5)
  })

  it('differ in length, from a dozen turns to several dozens', () => {
    const turns = told.map(({ lines }) => lines.length).toSorted((left, right) => left - right)
    expect(turns[0]).toBeLessThanOrEqual(13)
    expect(turns.at(-1)).toBeGreaterThanOrEqual(50)
    expect((turns[270] ?? 0) - (turns[30] ?? 0)).toBeGreaterThan(12)
  })

  it('leave no notation behind', () => {
    const leftovers = told
      .flatMap(({ lines }) => lines)
      .filter(({ text }) => /[{}|]|\$[a-z]|>>|^\s*$/.test(text))
    expect(leftovers).toEqual([])
  })

  it('stand in the log under their own contact, with the talk time that was really spoken', () => {
    const calls = new Map(readCalls(folder, manifest).map((call) => [call.id, call]))
    for (const { truth, lines } of told) {
      if (truth.path.includes('/chat/')) continue
      const call = calls.get(truth.contactId)
      const lastMs = Math.max(...lines.map((line) => line.endMs))
      expect(call).toBeDefined()
      expect(Math.abs((call?.talkSeconds ?? 0) + (call?.holdSeconds ?? 0) - lastMs / 1000)).toBeLessThan(3)
    }
  })
})

describe('what the agents do and leave out', () => {
  const SIGNS = {
    greeting: /wrenfield|wren field|renfield|when field/,
    verification:
      /security|verify|date of birth|passcode|data protection|confirm (who|the (account|address|first line))/,
    empathy:
      /sorry|understand|frustrat|apologi[sz]e|i can see why|must (be|have been)|i appreciate|feel the same|worry|a fright/,
    recap: /recap|summar|go over that|sum up/,
    furtherHelp: /anything else|is there anything|covered everything/,
    closing:
      /\bbye|take care|have a (good|great|wonderful|lovely)|goodbye|thank(s| you) for (calling|being|choosing|contacting|chatting|your time)|rest of your day/,
  } as const

  it.each(Object.keys(SIGNS) as (keyof typeof SIGNS)[])(
    '%s can be read from the words alone',
    (behaviour) => {
      let wrong = 0
      const relevant = told.filter(({ truth }) => behaviour !== 'empathy' || !isCalm(truth.stories))
      for (const { truth, lines } of relevant) {
        const own = lines.filter((line) => line.isAgent)
        const where =
          behaviour === 'greeting' ? own.slice(0, 1) : behaviour === 'closing' ? own.slice(-1) : own
        const isThere = where.some((line) => SIGNS[behaviour].test(line.text.toLowerCase()))
        if (isThere !== truth.behaviours[behaviour]) wrong += 1
      }
      expect(wrong / relevant.length).toBeLessThan(0.04)
    },
  )

  /** Enquiries in which there is nothing to be sorry about. */
  const isCalm = (stories: readonly string[]) =>
    [
      'where-is-it',
      'student-fibre',
      'upgrade-date',
      'moving-house',
      'moving-abroad',
      'contract-end',
      'limit-raise',
      'parental-controls',
      'grandmother-router',
    ].includes(stories[0] ?? '')
})

describe('personal data', () => {
  it('stands in the files exactly as the manifest lists it, every kind of it', () => {
    for (const { path: file, text } of manifest.personalData) expect(textOf(folder, file)).toContain(text)
    expect(new Set(manifest.personalData.map(({ kind }) => kind))).toEqual(
      new Set(['email', 'phone', 'card-number', 'card-number-spoken', 'card-code', 'social-security']),
    )
  })

  it('belongs to nobody: reserved domains, numbers kept for fiction, and test ranges of the card schemes', () => {
    for (const { kind, text } of manifest.personalData) {
      if (kind === 'email') expect(text).toMatch(/@mail\.example$/)
      if (kind === 'phone') expect(text).toMatch(/^\d{3} 555 01\d\d$/)
      if (kind === 'card-number') expect(text).toMatch(/^(4111 11|4000 00|5555 55)/)
    }
  })
})
