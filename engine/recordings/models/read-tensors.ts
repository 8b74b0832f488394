import { open } from 'node:fs/promises'

/** Bytes of a block of numbers and how many numbers it holds, by ggml's number for the type (ggml.h, ggml-common.h). */
const BLOCKS: Readonly<Record<number, readonly [bytes: number, numbers: number]>> = {
  0: [4, 1], // f32
  1: [2, 1], // f16
  2: [18, 32], // q4_0
  3: [20, 32], // q4_1
  6: [22, 32], // q5_0
  7: [24, 32], // q5_1
  8: [34, 32], // q8_0
  10: [84, 256], // q2_K
  11: [110, 256], // q3_K
  12: [144, 256], // q4_K
  13: [176, 256], // q5_K
  14: [210, 256], // q6_K
  30: [2, 1], // bf16
}
/** The magic and eleven numbers. */
const HEADER_BYTES = 48
const MOST_DIMENSIONS = 4
const LONGEST_NAME = 256

/**
 * Goes through a whisper.cpp model from tensor to tensor without reading them, as its loader does (whisper.cpp, `whisper_model_load`):
 * header, mel filters, vocabulary, then for each tensor its dimensions, the length of its name, its type, its name and its numbers.
 * `cut-short` where the file ends in the middle of something. What is written otherwise than known here is left to the loader: `whole`.
 */
export async function readTensors(file: string): Promise<'whole' | 'cut-short'> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    let at = HEADER_BYTES
    const numbers = async (count: number): Promise<number[]> => {
      const bytes = Buffer.alloc(count * 4)
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, at)
      if (bytesRead < bytes.length) throw new CutShort()
      at += bytes.length
      return Array.from({ length: count }, (_, place) => bytes.readInt32LE(place * 4))
    }
    const [mels, bins] = await numbers(2)
    at += mels! * bins! * 4
    const [words] = await numbers(1)
    for (let word = 0; word < words!; word++) {
      const [length] = await numbers(1)
      if (length! < 0 || length! > LONGEST_NAME) return 'whole'
      at += length!
    }
    while (at < size) {
      const [dimensions, nameLength, type] = await numbers(3)
      const block = BLOCKS[type!]
      const isKnown =
        dimensions! >= 1 && dimensions! <= MOST_DIMENSIONS && nameLength! > 0 && nameLength! < LONGEST_NAME
      if (!isKnown || !block) return 'whole'
      const sizes = await numbers(dimensions!)
      at += nameLength! + (sizes.reduce((product, one) => product * one, 1) / block[1]) * block[0]
    }
    return at > size ? 'cut-short' : 'whole'
  } catch (error) {
    if (error instanceof CutShort) return 'cut-short'
    throw error
  } finally {
    await handle.close()
  }
}

class CutShort extends Error {}
