import type { HealthFinding } from '../../shared/contract/health.ts'
import { dayNumber, dayOfNumber } from '../../shared/domain/time.ts'
import { csv, type TestWorkspace } from './workspace.ts'

const LAST_DAY = '2026-03-29'
const DAYS = 84
const TEAMS = ['North', 'East', 'South'] as const
const PER_TEAM = 4

/** What is left out of a centre in which nothing is missing. `ago` counts days before the last. */
interface LeftOut {
  contacts?: (row: { team: string; agent: number; ago: number; index: number }) => boolean
  surveys?: (row: { team: string; agent: number; ago: number }) => boolean
  evaluations?: (row: { team: string; agent: number; ago: number }) => boolean
  shifts?: (row: { team: string; agent: number; ago: number }) => boolean
}

export const nameOf = (agent: number) => `${TEAMS[agent % 3]} Agent ${'ABCD'[Math.floor(agent / 3)]}`

/**
 * Twelve weeks of twelve agents in three teams: contacts and a shift every day, a survey of every third contact, an evaluation of each a week; one
 * file of each kind. What `isOut` says is left out.
 */
export async function takeCentre(workspace: TestWorkspace, isOut: LeftOut = {}): Promise<void> {
  const last = dayNumber(LAST_DAY)
  const contacts: Record<string, string>[] = []
  const surveys: Record<string, string>[] = []
  const evaluations: Record<string, string>[] = []
  const shifts: Record<string, string>[] = []
  for (let ago = DAYS - 1; ago >= 0; ago--)
    for (let agent = 0; agent < TEAMS.length * PER_TEAM; agent++) {
      const day = dayOfNumber(last - ago)
      const team = TEAMS[agent % 3]!
      const who = { agent_name: nameOf(agent), agent_email: `agent${agent}@example.com` }
      const row = { team, agent, ago }
      for (let index = 0; index < 3; index++) {
        if (isOut.contacts?.({ ...row, index })) continue
        const contact = `C${agent}X${ago}X${index}`
        const at = `${day}T${String(9 + index).padStart(2, '0')}:00:00Z`
        contacts.push({
          contact_id: contact,
          ...who,
          team,
          queue: 'Billing',
          channel: 'voice',
          started_at: at,
          handle_seconds: '300',
        })
        if (index === 0 && !isOut.surveys?.(row))
          surveys.push({
            response_id: `S-${contact}`,
            contact_id: contact,
            ...who,
            responded_at: at,
            csat: String(1 + ((agent + ago) % 5)),
          })
        if (index === 1 && (ago + agent) % 7 === 0 && !isOut.evaluations?.(row))
          evaluations.push({
            evaluation_id: `E-${contact}`,
            contact_id: contact,
            ...who,
            evaluator: 'Rita Levi',
            evaluated_at: at,
            form: 'Voice',
            question: 'Was kind',
            answer: 'Yes',
            question_score: '100',
          })
      }
      if (!isOut.shifts?.(row))
        shifts.push({ ...who, date: day, scheduled_minutes: '480', adherence_pct: '92' })
    }
  const take = async (name: string, rows: Record<string, string>[]) => {
    if (rows.length > 0) await workspace.take(`${name}.csv`, csv(rows), { source: name })
  }
  await take('acd', contacts)
  await take('surveys', surveys)
  await take('qa', evaluations)
  await take('wfm', shifts)
}

/** The findings of one kind, as the contract gives them. */
export async function findingsOf(
  workspace: TestWorkspace,
  kind: HealthFinding['kind'],
): Promise<HealthFinding[]> {
  const { findings } = await workspace.client.health.report()
  return findings.filter((finding) => finding.kind === kind)
}
