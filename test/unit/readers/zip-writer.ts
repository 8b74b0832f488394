import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipPart {
  name: string
  content: string | Buffer
  /** Kept as it is instead of deflated. */
  isStored?: boolean
}

/** A zip archive of the parts, for tests; with zip64 records where `isZip64`. */
export function zipOf(parts: readonly ZipPart[], isZip64 = false): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const content = typeof part.content === 'string' ? Buffer.from(part.content) : part.content
    const packed = part.isStored === true ? content : deflateRawSync(content)
    const name = Buffer.from(part.name)
    const method = part.isStored === true ? 0 : 8
    const local = header(0x04034b50, [
      [45, 2],
      [0x0800, 2],
      [method, 2],
      [0, 2],
      [0x21, 2],
      [crc32(content), 4],
      [packed.length, 4],
      [content.length, 4],
      [name.length, 2],
      [0, 2],
    ])
    const extra = isZip64 ? zip64Extra(content.length, packed.length, offset) : Buffer.alloc(0)
    centrals.push(
      header(0x02014b50, [
        [45, 2],
        [45, 2],
        [0x0800, 2],
        [method, 2],
        [0, 2],
        [0x21, 2],
        [crc32(content), 4],
        [isZip64 ? 0xffffffff : packed.length, 4],
        [isZip64 ? 0xffffffff : content.length, 4],
        [name.length, 2],
        [extra.length, 2],
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 4],
        [isZip64 ? 0xffffffff : offset, 4],
      ]),
      name,
      extra,
    )
    locals.push(local, name, packed)
    offset += local.length + name.length + packed.length
  }
  const directory = Buffer.concat(centrals)
  const end = header(0x06054b50, [
    [0, 2],
    [0, 2],
    [isZip64 ? 0xffff : parts.length, 2],
    [isZip64 ? 0xffff : parts.length, 2],
    [isZip64 ? 0xffffffff : directory.length, 4],
    [isZip64 ? 0xffffffff : offset, 4],
    [0, 2],
  ])
  return Buffer.concat([
    ...locals,
    directory,
    ...(isZip64 ? zip64End(parts.length, directory.length, offset) : []),
    end,
  ])
}

function zip64Extra(inflated: number, packed: number, offset: number): Buffer {
  return Buffer.concat([
    little([
      [1, 2],
      [24, 2],
    ]),
    big64(inflated),
    big64(packed),
    big64(offset),
  ])
}

function zip64End(count: number, size: number, offset: number): Buffer[] {
  const record = Buffer.concat([
    little([[0x06064b50, 4]]),
    big64(44),
    little([
      [45, 2],
      [45, 2],
      [0, 4],
      [0, 4],
    ]),
    big64(count),
    big64(count),
    big64(size),
    big64(offset),
  ])
  const locator = Buffer.concat([
    little([
      [0x07064b50, 4],
      [0, 4],
    ]),
    big64(offset + size),
    little([[1, 4]]),
  ])
  return [record, locator]
}

function header(signature: number, fields: readonly (readonly [number, 2 | 4])[]): Buffer {
  return little([[signature, 4], ...fields])
}

function little(fields: readonly (readonly [number, 2 | 4])[]): Buffer {
  return Buffer.concat(
    fields.map(([value, size]) => {
      const bytes = Buffer.alloc(size)
      if (size === 2) bytes.writeUInt16LE(value)
      else bytes.writeUInt32LE(value)
      return bytes
    }),
  )
}

function big64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}
