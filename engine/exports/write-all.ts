import { writeSync } from 'node:fs'

/** A disk that fills up takes a part of what it is given without an error: the rest tells. */
export function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8')
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
}
