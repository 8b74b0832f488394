import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { t } from '#speech'
import { decodeText } from './imports/index.ts'
import { Problem } from './problem.ts'

/**
 * A text file a person names, whatever encoding it is in, without a byte order mark. Throws one sentence where it is larger than `mostBytes`, which `what` cannot be ("a form"),
 * and the system's error where there is none.
 */
export async function textOfFile(
  path: string,
  { mostBytes, what }: { mostBytes: number; what: string },
): Promise<{ name: string; text: string }> {
  const name = basename(path)
  if ((await stat(path)).size > mostBytes)
    throw new Problem(
      'INVALID_INPUT',
      t`"${{ name }}" is far larger than ${{ what }} can be; choose the file that holds nothing else.`,
    )
  return { name, text: decodeText(await readFile(path)) }
}
