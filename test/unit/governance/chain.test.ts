import { describe, expect, test } from 'vitest'
import { EMPTY, hashOf, linkAfter, ROOT, type AuditLink } from '../../../engine/governance/audit/link.ts'
import { checkChain } from '../../../engine/governance/audit/verify.ts'

function chainOf(length: number): AuditLink[] {
  const links: AuditLink[] = []
  let head = EMPTY
  for (let index = 0; index < length; index++) {
    const link = linkAfter(head, {
      at: 1_700_000_000_000 + index,
      who: index % 2 === 0 ? 'Ada' : 'Grace',
      role: 'owner',
      act: 'sessions.write',
      record: `id ${index}`,
      outcome: 'done',
      policy: '',
      details: '{}',
    })
    links.push(link)
    head = link
  }
  return links
}

const brokenAt = (links: readonly AuditLink[], anchors: readonly { seq: number; hash: string }[] = []) =>
  checkChain(links, anchors).broken?.seq ?? null

describe('a chain', () => {
  test('that nobody touched holds, and tells its head', () => {
    const links = chainOf(20)
    expect(checkChain(links, [links[4]!, links[19]!])).toEqual({
      entries: 20,
      head: { seq: 20, hash: links[19]!.hash },
      broken: null,
      beyondAnchor: 0,
    })
    expect(checkChain([], [])).toEqual({
      entries: 0,
      head: { seq: 0, hash: ROOT },
      broken: null,
      beyondAnchor: 0,
    })
  })

  test('is hashed as the text of one JSON array, with SHA-256', () => {
    // printf '["000…0",1,0,"a","b","c","d","done","","{}"]' | sha256sum
    const link = {
      seq: 1,
      at: 0,
      who: 'a',
      role: 'b',
      act: 'c',
      record: 'd',
      outcome: 'done',
      policy: '',
      details: '{}',
      previous: ROOT,
    } as const
    expect(hashOf(link)).toBe('d63039930ef26768de732854a3af57f9c3a2d55517c5f66be553f4bea95ddcdf')
  })

  test('cannot be confused by moving text from one field into the next', () => {
    const link = {
      seq: 1,
      at: 0,
      who: 'ab',
      role: 'c',
      act: '',
      record: '',
      outcome: 'done',
      policy: '',
      details: '',
      previous: ROOT,
    } as const
    expect(hashOf(link)).not.toBe(hashOf({ ...link, who: 'a', role: 'bc' }))
  })

  test('shows every change of any field of any entry', () => {
    const links = chainOf(12)
    for (const [index, link] of links.entries())
      for (const field of Object.keys(link) as (keyof AuditLink)[]) {
        const value = link[field]
        const changed = { ...link, [field]: typeof value === 'number' ? value + 1 : `${value}x` }
        expect([link.seq, field, brokenAt(links.with(index, changed))]).toEqual([link.seq, field, link.seq])
      }
  })

  test('shows an entry changed with a hash that fits it, at the next one', () => {
    const links = chainOf(12)
    const forged = { ...links[5]!, who: 'Mallory' }
    expect(brokenAt(links.with(5, { ...forged, hash: hashOf(forged) }))).toBe(7)
  })

  test('shows what is missing, put in twice or in another order', () => {
    const links = chainOf(12)
    for (let index = 0; index < 11; index++) {
      expect(brokenAt(links.toSpliced(index, 1))).toBe(index + 1)
      expect(brokenAt(links.toSpliced(index, 0, links[index]!))).toBe(index + 2)
      expect(brokenAt(links.with(index, links[index + 1]!).with(index + 1, links[index]!))).toBe(index + 1)
      const renumbered = links.toSpliced(index, 1).map((link, place) => ({ ...link, seq: place + 1 }))
      expect(brokenAt(renumbered)).toBe(index + 1)
    }
  })

  test('cut at its end is shown against a head that was kept, and not without one', () => {
    const links = chainOf(12)
    const head = links[11]!
    for (let length = 0; length < 12; length++) {
      expect(brokenAt(links.slice(0, length))).toBeNull()
      expect(brokenAt(links.slice(0, length), [head])).toBe(length + 1)
    }
  })

  test('written anew from some entry on is shown at the head that was kept', () => {
    const links = chainOf(12)
    let head = links[3]!
    const anew = links.slice(0, 4)
    for (const link of links.slice(4)) anew.push((head = linkAfter(head, { ...link, who: 'Mallory' })))
    expect(brokenAt(anew)).toBeNull()
    expect(brokenAt(anew, [links[11]!])).toBe(12)
    expect(brokenAt(anew, [links[2]!])).toBeNull()
  })

  test('that goes on after the newest head kept says how far', () => {
    const links = chainOf(12)
    expect(checkChain(links, [links[8]!]).beyondAnchor).toBe(3)
  })
})
