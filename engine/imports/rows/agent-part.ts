import type { AgentRef } from '../facts.ts'
import { nameAndCode } from '../values/names.ts'
import { isNoStatement } from '../values/no-statement.ts'
import {
  isPlaceholderAgent,
  isTemplateText,
  isTotalText,
  namesSeveralAgents,
  withoutListEnd,
} from '../values/placeholders.ts'
import type { RowBuilding } from './cells.ts'

/** Who a row names, or that it is no row of data. */
export type AgentOutcome = AgentRef | null | 'total' | 'template'

interface KnownAgent {
  cells: string[]
  outcome: AgentOutcome
}

const PARTS = [
  'agent.externalId',
  'agent.name',
  'agent.firstName',
  'agent.lastName',
  'agent.email',
  'agent.team',
  'agent.site',
] as const

/**
 * Makes the reader of the agent's cells. Files name few agents in many rows, so each combination of cells is worked out
 * once and its `AgentRef` reused: treat it as frozen. Placeholders (`NO_SERVER`, `[None]`) are nobody, and so are
 * several people in one cell: null.
 */
export function agentPart(building: RowBuilding): (row: readonly string[]) => AgentOutcome {
  const indexes = PARTS.map((field) => building.columns.first(field)?.index ?? -1)
  const others = building.columns.every('agent.otherId').map(({ index }) => index)
  const used = [...indexes, ...others].filter((index) => index >= 0)
  const whoIndexes = indexes.slice(0, 5).filter((index) => index >= 0)
  if (whoIndexes.length === 0) return () => null
  const keyIndex = whoIndexes[0] ?? -1
  const known = new Map<string, KnownAgent[]>()
  return (row) => {
    const key = row[keyIndex] ?? ''
    const candidates = known.get(key)
    if (candidates) {
      for (const candidate of candidates) {
        let isSame = true
        for (let place = 0; place < used.length; place += 1) {
          if (candidate.cells[place] !== (row[used[place] ?? -1] ?? '')) {
            isSame = false
            break
          }
        }
        if (isSame) return candidate.outcome
      }
    }
    const outcome = withOtherIds(
      readAgent(indexes.map((index) => (index < 0 ? '' : (row[index] ?? '')))),
      others.map((index) => (row[index] ?? '').trim()),
    )
    const entry = { cells: used.map((index) => row[index] ?? ''), outcome }
    if (!candidates) {
      if (known.size > 50_000) known.clear()
      known.set(key, [entry])
    } else {
      // Many different rows under one key (an empty one, say): search stays short.
      if (candidates.length > 16) candidates.shift()
      candidates.push(entry)
    }
    return outcome
  }
}

function readAgent(cells: readonly string[]): AgentOutcome {
  const [id = '', name = '', first = '', last = '', email = '', team = '', site = ''] = cells.map((cell) =>
    isNoStatement(cell) ? '' : withoutListEnd(cell).trim().replace(/\s+/g, ' '),
  )
  const who = [id, name, first, last, email].filter((text) => text !== '')
  if (who.some(isTemplateText)) return 'template'
  if (who.length > 0 && isTotalText(who[0] ?? '') && who.slice(1).every(isTotalText)) return 'total'
  // what the row says was not one person's doing
  if (who.some(namesSeveralAgents)) return null
  const real = (text: string): string | null => (isPlaceholderAgent(text) ? null : text)
  const joined = [first, last].filter((text) => text !== '' && !isPlaceholderAgent(text)).join(' ')
  const named = nameAndCode(name)
  const agent: AgentRef = {
    externalId: real(id) ?? named.code,
    name: real(named.name) ?? (joined === '' ? null : joined),
    email: real(email),
    team: team === '' ? null : team,
    site: site === '' ? null : site,
  }
  // A placeholder name takes its id along: systems give their fillers ids too.
  if (name !== '' && agent.name === null && agent.email === null) return null
  if (agent.externalId === null && agent.name === null && agent.email === null) return null
  return agent
}

function withOtherIds(outcome: AgentOutcome, cells: readonly string[]): AgentOutcome {
  if (outcome === null || typeof outcome === 'string') return outcome
  const otherIds = [...new Set(cells)].filter(
    (cell) => !isNoStatement(cell) && !isPlaceholderAgent(cell) && cell !== outcome.externalId,
  )
  return otherIds.length === 0 ? outcome : { ...outcome, otherIds }
}
