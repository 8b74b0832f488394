import { createReadStream } from 'node:fs'
import { command } from '../command.ts'
import { splitLines } from '../terminal/lines.ts'
import { figure } from '../terminal/table.ts'

/** Output is written in pieces of about this size, so that memory does not grow with the file. */
const PIECE_CHARACTERS = 64 * 1024

export const sentiment = command({
  name: 'sentiment',
  usage: 'sentiment [FILE]',
  summary: 'Score each line of a file or of standard input (VADER, English).',
  options: {},
  positionals: { least: 0, most: 1 },
  async run({ positionals, terminal, isJson }) {
    const { scoreSentiment } = await import('../../engine/index.ts')
    const file = positionals[0]
    const input = file === undefined ? process.stdin : createReadStream(terminal.resolve(file))
    let piece = isJson ? '[' : ''
    let isFirst = true
    for await (const line of splitLines(input)) {
      const { compound, positive, neutral, negative } = scoreSentiment(line)
      if (isJson) piece += (isFirst ? '' : ',\n') + JSON.stringify({ compound, positive, neutral, negative })
      else piece += `${figure(compound, 4)}\t${line}\n`
      isFirst = false
      if (piece.length < PIECE_CHARACTERS) continue
      await terminal.write(piece)
      piece = ''
    }
    await terminal.write(isJson ? `${piece}]\n` : piece)
    return null
  },
})
