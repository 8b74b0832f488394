import type { Client } from '../../engine/direct-client.ts'
import { Failure } from '../errors.ts'

/** The id of the team a person means by its id or name. */
export async function findTeam(client: Client, text: string | undefined): Promise<number | undefined> {
  if (text === undefined) return undefined
  return pick('team', text, await client.people.teams())
}

/** The id of the agent a person means by the id, the name or the e-mail address. */
export async function findAgent(client: Client, text: string | undefined): Promise<number | undefined> {
  if (text === undefined) return undefined
  const people = await client.people.list({})
  const byEmail = people.find((person) => person.email?.toLowerCase() === text.toLowerCase())
  return byEmail?.id ?? pick('agent', text, people)
}

function pick(what: string, text: string, items: { id: number; name: string }[]): number {
  const wanted = text.trim().toLowerCase()
  const found = items.filter((item) => String(item.id) === wanted || item.name.toLowerCase() === wanted)
  if (found[0] && found.length === 1) return found[0].id
  if (found.length > 1)
    throw new Failure(
      `More than one ${what} is called "${text}": use the id (${found.map((one) => one.id).join(', ')}).`,
    )
  throw new Failure(`There is no ${what} "${text}" in this workspace.`)
}
