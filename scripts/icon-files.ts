/** Pictures of one icon, as PNG by their side in pixels. */
type Drawn = ReadonlyMap<number, Buffer>

/** A Windows icon: a directory of PNG pictures of at most 256 pixels, which Windows reads since Vista. */
export function icoOf(drawn: Drawn): Buffer {
  const pictures = [...drawn].filter(([size]) => size <= 256)
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, [size, png]] of pictures.entries()) {
    const at = 6 + 16 * index
    // a side of 256 is written as 0
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...pictures.map(([, png]) => png)])
}

/** Apple's names for a PNG of this many pixels; the second of two names is the doubled picture of half the size. */
const appleTypes: readonly (readonly [string, number])[] = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
]

/** A macOS icon: a list of PNG pictures, each with its type and its length in bytes. */
export function icnsOf(drawn: Drawn): Buffer {
  const parts = appleTypes.flatMap(([type, size]) => {
    const png = drawn.get(size)
    return png ? [chunkOf(type, png)] : []
  })
  return chunkOf('icns', Buffer.concat(parts))
}

function chunkOf(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'ascii')
  head.writeUInt32BE(content.length + 8, 4)
  return Buffer.concat([head, content])
}
