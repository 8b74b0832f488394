import { resolve } from 'node:path'
import { askHidden } from './ask-hidden.ts'

/** The terminal a command talks to; tests give their own. */
export interface Terminal {
  /** Writes to standard output; resolves when it is taken, so that a slow reader slows the writer. */
  write(text: string): Promise<void>
  /** One line on standard error. */
  note(line: string): void
  /** Whether standard error is watched by a person, who then sees progress. */
  isWatched: boolean
  /** The path a person means who stands where the command was called. */
  resolve(path: string): string
  env: Record<string, string | undefined>
  /** Asks for what nobody may read over a shoulder; null where no person sits at the terminal. */
  askHidden?(question: string): Promise<string | null>
}

export function processTerminal(): Terminal {
  const standsIn = process.env['INIT_CWD'] ?? process.cwd()
  return {
    write: (text) =>
      new Promise((done, failed) => {
        process.stdout.write(text, (error) => (error ? failed(error) : done()))
      }),
    note: (line) => process.stderr.write(`${line}\n`),
    isWatched: process.stderr.isTTY,
    resolve: (path) => resolve(standsIn, path),
    env: process.env,
    askHidden,
  }
}
