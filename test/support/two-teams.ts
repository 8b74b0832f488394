import { csv } from './workspace.ts'

/** A log of `n` contacts of Billing, by turns of six agents of North and six of South. */
export function logOfTwoTeams(n: number): string {
  return csv(
    Array.from({ length: n }, (_, at) => ({
      contact_id: `C-${at}`,
      agent_name: `${at % 2 === 0 ? 'North' : 'South'} Agent${String.fromCharCode(65 + (at % 12))}`,
      team: at % 2 === 0 ? 'North' : 'South',
      queue: 'Billing',
      channel: 'voice',
      started_at: `2026-03-${String(1 + (at % 28)).padStart(2, '0')}T09:00:00Z`,
      handle_seconds: 300 + at,
    })),
  )
}
