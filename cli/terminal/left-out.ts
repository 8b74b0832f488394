import type { Client } from '../../engine/direct-client.ts'
import { leftOutSentence } from '../../shared/domain/lawful-basis.ts'

/** How many conversations a command leaves out and why, as lines: one, or none. */
export async function leftOutLines(client: Client): Promise<string[]> {
  const sentence = leftOutSentence(await client.lawfulBasis.leftOut())
  return sentence === null ? [] : [sentence]
}
