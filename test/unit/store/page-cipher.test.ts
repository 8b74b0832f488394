import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openAegis256, streamAegis256 } from '../../../engine/store/keys/aegis.ts'
import { hasPagesOf, openPage, PAGE_BYTES } from '../../../engine/store/keys/page-cipher.ts'
import { connect, keys } from '../../../engine/store/index.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const hex = (text: string) => Buffer.from(text, 'hex')

describe('AEGIS-256 without associated data', () => {
  // test vectors 1 and 2 of the specification
  const own = {
    key: hex('1001000000000000000000000000000000000000000000000000000000000000'),
    nonce: hex('1000020000000000000000000000000000000000000000000000000000000000'),
  }
  const sealed = hex('754fc3d8c973246dcc6d741412a4b236')
  const tag = hex('1181a1d18091082bf0266f66297d167d2e68b845f61a3b0527d31fc7b7b89f13')
  const tagOfNothing = hex('6a348c930adbd654896e1666aad67de989ea75ebaa2b82fb588977b1ffec864a')

  test('opens what the specification seals', () => {
    expect(openAegis256(own, sealed, tag)).toEqual(Buffer.alloc(16))
    expect(openAegis256(own, Buffer.alloc(0), tagOfNothing)).toEqual(Buffer.alloc(0))
    expect(streamAegis256(own.key, own.nonce, 16)).toEqual(sealed)
  })

  test('opens nothing of which a single bit is another', () => {
    for (let bit = 0; bit < 8 * 16; bit++) {
      const changed = Buffer.from(sealed)
      changed[bit >> 3]! ^= 1 << (bit % 8)
      expect(openAegis256(own, changed, tag)).toBeNull()
    }
    expect(openAegis256(own, sealed, tagOfNothing)).toBeNull()
    expect(openAegis256({ ...own, nonce: own.key }, sealed, tag)).toBeNull()
  })
})

describe('a page of an encrypted database', () => {
  const key = keys.rawKey(keys.newDataKey())
  const another = keys.rawKey(keys.newDataKey())

  /** The pages of an encrypted database with texts that are longer and shorter than one. */
  function pagesOf(file: string): Buffer[] {
    const database = connect(file, 'write', [key])
    database.raw.exec('CREATE TABLE said (words TEXT)')
    for (let at = 1; at <= 300; at++)
      database.raw.prepare('INSERT INTO said VALUES (?)').run('boiler '.repeat(at))
    database.raw.pragma('wal_checkpoint(TRUNCATE)')
    database.raw.close()
    const bytes = readFileSync(file)
    return Array.from({ length: bytes.length / PAGE_BYTES }, (_, at) =>
      bytes.subarray(at * PAGE_BYTES, (at + 1) * PAGE_BYTES),
    )
  }

  test('opens with its own key and number, and holds what SQLite sealed', () => {
    const pages = pagesOf(join(temporaryFolder(), 'said.sqlite'))
    expect(pages.length).toBeGreaterThan(60)
    const opened = pages.map((page, at) => openPage(key, page, at + 1))
    expect(opened.filter((page) => page === null)).toEqual([])
    expect(opened[0]!.toString('latin1', 0, 16)).toBe('SQLite format 3\0')
    expect(opened.filter((page) => page!.includes('boiler boiler')).length).toBeGreaterThan(50)
    expect(pages.filter((page) => page.includes('boiler'))).toEqual([])
    expect(openPage(another, pages[4]!, 5)).toBeNull()
    expect(openPage(key, pages[4]!, 6)).toBeNull()
  })

  test('tells a file that is damaged from a key that is wrong', () => {
    const file = join(temporaryFolder(), 'said.sqlite')
    const pages = pagesOf(file)
    expect(() => connect(file, 'read', [another])).toThrow(
      expect.objectContaining({ code: 'KEY_WRONG' }) as Error,
    )
    expect(hasPagesOf(file, [another])).toBe(false)
    writeFileSync(file, Buffer.concat([pages[0]!.fill(0x11, 100, 200), ...pages.slice(1)]))
    expect(hasPagesOf(file, [another, key])).toBe(true)
    expect(() => connect(file, 'read', [key])).toThrow(
      expect.objectContaining({ code: 'WORKSPACE_DAMAGED' }) as Error,
    )
  })
})
