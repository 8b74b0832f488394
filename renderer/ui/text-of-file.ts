import { t } from '@lingui/core/macro'
import { errorSaying } from './error-sentence.ts'

/**
 * The text of a file a person chose, whatever encoding it was saved in: UTF-16 by its mark, else UTF-8, else Windows-1252. Throws one sentence where it is larger than `mostBytes`.
 */
export async function textOfFile(file: Blob, mostBytes: number): Promise<string> {
  if (file.size > mostBytes)
    throw errorSaying(t`It is far larger than such a file can be; choose the one that holds nothing else.`)
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
