export interface TextStore {
  add: (text: string) => void
  get: (index: number) => string | undefined
  sizeBytes: () => number
}

const blockBytes = 1 << 20
const textsAtHand = 1 << 16

/**
 * A growing list of texts in little memory, for the shared strings of large workbooks: their bytes one
 * after another, twelve bytes to find each, and the first 65,536 that were asked for as strings.
 */
export function createTextStore(): TextStore {
  const blocks: Buffer[] = []
  const atHand: (string | undefined)[] = []
  let places = new Uint32Array(3 * 1024)
  let count = 0
  let openBlock = -1
  let used = blockBytes
  let sizeBytes = 0

  const setPlace = (block: number, start: number, length: number): void => {
    if (3 * count === places.length) {
      const larger = new Uint32Array(places.length * 2)
      larger.set(places)
      places = larger
    }
    places.set([block, start, length], 3 * count)
    count++
  }

  return {
    add: (text) => {
      const length = Buffer.byteLength(text)
      sizeBytes += length + 12
      if (length > blockBytes / 4) {
        setPlace(blocks.push(Buffer.from(text)) - 1, 0, length)
        return
      }
      if (used + length > blockBytes) {
        openBlock = blocks.push(Buffer.allocUnsafe(blockBytes)) - 1
        used = 0
      }
      blocks[openBlock]?.write(text, used)
      setPlace(openBlock, used, length)
      used += length
    },
    get: (index) => {
      const known = atHand[index]
      if (known !== undefined) return known
      if (!Number.isInteger(index) || index < 0 || index >= count) return undefined
      const [block = 0, start = 0, length = 0] = places.subarray(3 * index, 3 * index + 3)
      const text = blocks[block]?.toString('utf8', start, start + length)
      if (index < textsAtHand) atHand[index] = text
      return text
    },
    sizeBytes: () => sizeBytes,
  }
}
