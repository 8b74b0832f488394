import { randomBytes } from 'node:crypto'
import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from 'vitest'
import {
  copyFileAs,
  createFile,
  fileKeyFor,
  forgetSealingKey,
  knowFileKey,
  knowSealingKey,
  openFileBytes,
  readFileBytes,
  sealAs,
  sealedWith,
  sizeOfContent,
} from '../../../engine/sealed-files/index.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const key = { id: '00112233445566aa', secret: Buffer.alloc(32, 5) }
const CHUNK = 65_536
const HEAD = 32

afterEach(() => forgetSealingKey(key.id))

async function sealed(content: Buffer): Promise<string> {
  knowSealingKey(key)
  const file = join(temporaryFolder(), 'call.wav')
  writeFileSync(file, content)
  await sealAs(file, key)
  return file
}

describe('a sealed file', () => {
  test.each([0, 1, 1000, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 5 * CHUNK + 77])(
    'of %i bytes reads back as what it was, and tells how long that is',
    async (length) => {
      const content = randomBytes(length)
      const file = await sealed(content)
      expect(sealedWith(file)).toBe(key.id)
      expect(sizeOfContent(file)).toBe(length)
      expect(statSync(file).size).toBe(HEAD + length + 16 * Math.max(1, Math.ceil(length / CHUNK)))
      expect(await buffer(readFileBytes(file))).toEqual(content)
      expect(await sealAs(file, key)).toBe(false)
      expect(await sealAs(file, null)).toBe(true)
      expect(readFileSync(file)).toEqual(content)
    },
  )

  test('shows nothing of what is in it, and not twice the same', async () => {
    const content = Buffer.from('Rita Example said '.repeat(20_000))
    const [one, other] = [await sealed(content), await sealed(content)]
    expect(readFileSync(one).includes('Rita')).toBe(false)
    expect(readFileSync(one).subarray(HEAD)).not.toEqual(readFileSync(other).subarray(HEAD))
  })

  test('is read from any byte to any other, across chunks', async () => {
    const content = randomBytes(4 * CHUNK + 99)
    const file = await sealed(content)
    const edges = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 4 * CHUNK + 98]
    for (const start of edges)
      for (const end of edges.filter((end) => end >= start))
        expect(await buffer(readFileBytes(file, { start, end }))).toEqual(content.subarray(start, end + 1))
    const bytes = await openFileBytes(file)
    expect(await bytes.readAt(content.length - 5, 100)).toEqual(new Uint8Array(content.subarray(-5)))
    expect(await bytes.readAt(content.length + 5, 10)).toHaveLength(0)
    await bytes.close()
  })

  test('whose any part was changed is not read as if it were sound', async () => {
    const content = randomBytes(3 * CHUNK + 500)
    const file = await sealed(content)
    const whole = readFileSync(file)
    const chunk = (index: number) => HEAD + index * (CHUNK + 16)
    const places = [
      8, // the name of the key
      HEAD - 1, // the salt
      chunk(0), // the first byte of a chunk
      chunk(0) + CHUNK - 1, // its last
      chunk(0) + CHUNK, // its tag
      chunk(1) + 5,
      chunk(3) + 499, // the end of what is in the last
      whole.length - 1, // the last byte
    ]
    for (const at of places) {
      const changed = Buffer.from(whole)
      changed[at]! ^= 0x40
      writeFileSync(file, changed)
      await expect(buffer(readFileBytes(file))).rejects.toThrow(/changed or is damaged|not known/)
    }
  })

  test('that was cut off, lengthened, or has chunks in another order is refused', async () => {
    const file = await sealed(randomBytes(3 * CHUNK + 500))
    const whole = readFileSync(file)
    const chunk = (index: number) =>
      whole.subarray(HEAD + index * (CHUNK + 16), HEAD + (index + 1) * (CHUNK + 16))
    const head = whole.subarray(0, HEAD)
    const others = {
      'cut off within a chunk': whole.subarray(0, -3),
      'cut off between chunks': whole.subarray(0, HEAD + 2 * (CHUNK + 16)),
      'cut off after its head': head,
      lengthened: Buffer.concat([whole, Buffer.alloc(20)]),
      'with two chunks exchanged': Buffer.concat([head, chunk(1), chunk(0), chunk(2), chunk(3)]),
      'with one chunk twice': Buffer.concat([head, chunk(0), chunk(0), chunk(2), chunk(3)]),
      'without one': Buffer.concat([head, chunk(0), chunk(2), chunk(3)]),
    }
    for (const bytes of Object.values(others)) {
      writeFileSync(file, bytes)
      await expect(buffer(readFileBytes(file))).rejects.toThrow('its file was changed or is damaged')
    }
  })

  test('takes no chunk of another file with the same key', async () => {
    const [one, other] = [await sealed(Buffer.alloc(CHUNK * 2)), await sealed(Buffer.alloc(CHUNK * 2))]
    const [mine, theirs] = [readFileSync(one), readFileSync(other)]
    theirs.copy(mine, HEAD, HEAD, HEAD + CHUNK + 16)
    writeFileSync(one, mine)
    await expect(buffer(readFileBytes(one))).rejects.toThrow('changed')
  })

  test('is locked without its key, and opens to a process that is given the key of this file alone', async () => {
    const content = randomBytes(1000)
    const file = await sealed(content)
    const fileKey = fileKeyFor(file)!
    const second = join(temporaryFolder(), 'second.wav')
    await copyFileAs(file, second, key)
    forgetSealingKey(key.id)
    await expect(openFileBytes(file)).rejects.toThrow('encrypted with a key that is not known here')
    knowFileKey(file, fileKey)
    expect(await buffer(readFileBytes(file))).toEqual(content)
    knowFileKey(second, fileKey)
    await expect(openFileBytes(second)).rejects.toThrow('changed')
  })

  test('has its beginning put in when its end is known, as a WAV needs', async () => {
    knowSealingKey(key)
    for (const length of [100, CHUNK + 1, 3 * CHUNK]) {
      const file = join(temporaryFolder(), 'rendered.wav')
      const body = randomBytes(length)
      const writer = await createFile(file, key)
      await writer.write(Buffer.alloc(44))
      for (let at = 0; at < length; at += 10_000) await writer.write(body.subarray(at, at + 10_000))
      writer.replaceStart(Buffer.alloc(44, 9))
      await writer.finish()
      expect(await buffer(readFileBytes(file))).toEqual(Buffer.concat([Buffer.alloc(44, 9), body]))
    }
  })

  test('is a plain file where no key is given, and a plain file is read as one', async () => {
    const folder = temporaryFolder()
    const content = randomBytes(2 * CHUNK + 3)
    writeFileSync(join(folder, 'plain'), content)
    await copyFileAs(join(folder, 'plain'), join(folder, 'copy'), null)
    expect(readFileSync(join(folder, 'copy'))).toEqual(content)
    copyFileSync(join(folder, 'copy'), join(folder, 'third'))
    expect(sealedWith(join(folder, 'third'))).toBeNull()
    expect(await buffer(readFileBytes(join(folder, 'third'), { start: CHUNK, end: CHUNK + 9 }))).toEqual(
      content.subarray(CHUNK, CHUNK + 10),
    )
  })
})
