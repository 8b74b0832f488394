import { TEAMS } from '../company.ts'
import type { TeamId } from '../company.ts'
import type { Agent } from '../people.ts'
import { addDays } from '../days.ts'
import { csvRow } from './table.ts'
import type { SampleFile } from './table.ts'

/** Who is who: one row per person and team, so that the two who moved stand twice. */
export function writeRoster(agents: readonly Agent[]): SampleFile {
  const header = csvRow([
    'Employee ID',
    'Name',
    'Email',
    'ACD Login',
    'WFM ID',
    'Team',
    'Supervisor',
    'Site',
    'Job Title',
    'Hire Date',
    'Team Start Date',
    'Team End Date',
    'Status',
    'Leave Start Date',
    'Termination Date',
  ])
  const row = (agent: Agent, team: TeamId, from: string, to: string) =>
    csvRow([
      agent.employeeId,
      agent.name,
      agent.email,
      agent.login,
      agent.isNameOnlyInWorkforce ? '' : agent.workforceId,
      team,
      TEAMS[team].supervisor,
      TEAMS[team].site,
      'Customer Advisor',
      agent.hireDay,
      from,
      to,
      agent.lastDay ? 'Terminated' : agent.leaveFrom ? 'On Leave' : 'Active',
      agent.leaveFrom ?? '',
      agent.lastDay ?? '',
    ])
  const rows = agents.flatMap((agent) =>
    agent.move
      ? [
          row(agent, agent.move.from, agent.hireDay, addDays(agent.move.day, -1)),
          row(agent, agent.move.to, agent.move.day, ''),
        ]
      : [row(agent, agent.team, agent.hireDay, '')],
  )
  return { path: 'hr/agent_roster.csv', kind: 'roster', content: `${[header, ...rows].join('\r\n')}\r\n` }
}
