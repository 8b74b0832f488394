import type { Client } from '../../engine/direct-client.ts'
import { contract } from '../../shared/contract/index.ts'
import { ruleOf } from '../../engine/governance/index.ts'

function pathsOf(part: object, before: string[] = []): string[][] {
  if ('~orpc' in part) return [before]
  return Object.entries(part).flatMap(([name, inner]) => pathsOf(inner as object, [...before, name]))
}

/** The paths of all calls of the contract, those that take things away last. */
export const callPaths: readonly string[][] = pathsOf(contract).toSorted((a, b) => lateness(a) - lateness(b))

function lateness(path: readonly string[]): number {
  if (/remove|undo|reset|cancel|delete|withdraw/i.test(path.join('.'))) return 2
  return ruleOf(path)!.told === 'always' ? 1 : 0
}

/** Calls the call of a path and gives everything that came of it as one text: what it gave, each event of a stream, or its error. */
export async function allOf(client: Client, path: readonly string[], input: unknown): Promise<string> {
  let call: unknown = client
  for (const name of path) call = (call as Record<string, unknown>)[name]
  try {
    const output = await (call as (input: unknown) => Promise<unknown>)(input)
    if (output !== null && typeof output === 'object' && Symbol.asyncIterator in output) {
      let text = ''
      for await (const event of output as AsyncIterable<unknown>) text += JSON.stringify(event)
      return text
    }
    const text = JSON.stringify(output, (name, value: unknown) => (name === 'base64' ? '' : value)) ?? ''
    const base64 = (output as { base64?: string } | undefined)?.base64
    return base64 === undefined ? text : text + Buffer.from(base64, 'base64').toString('utf8')
  } catch (error) {
    return `${(error as { code?: string }).code}: ${String(error)} ${JSON.stringify((error as { data?: unknown }).data)}`
  }
}
