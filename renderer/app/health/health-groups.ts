import { t } from '@lingui/core/macro'
import type { HealthFinding, HealthSeverity } from '../../../shared/contract/health.ts'

/** Whom the page at hand is about. */
interface PageSubject {
  agent: number | null
  team: number | null
}

/** Findings under one heading. */
interface HealthGroup {
  id: 'here' | HealthSeverity
  title: string
  findings: HealthFinding[]
}

const titles: Record<HealthSeverity, string> = {
  blocking: t`Misleads until mended`,
  'worth-knowing': t`Worth knowing`,
  note: t`For the record`,
}

function concerns({ agentIds, teamIds }: HealthFinding, { agent, team }: PageSubject): boolean {
  return (agent !== null && agentIds.includes(agent)) || (team !== null && teamIds.includes(team))
}

/** The agent or team in an address of Coaching; nobody elsewhere. */
export function subjectOf(pathname: string, search: { agent?: unknown; team?: unknown }): PageSubject {
  const idOf = (value: unknown) => (typeof value === 'number' ? value : null)
  return pathname === '/coaching'
    ? { agent: idOf(search.agent), team: idOf(search.team) }
    : { agent: null, team: null }
}

/** What is not set aside: what concerns the page first, then by severity. Each finding stands once; empty groups are left out. */
export function healthGroups(findings: readonly HealthFinding[], subject: PageSubject): HealthGroup[] {
  const open = findings.filter(({ isSetAside }) => !isSetAside)
  const here = open.filter((finding) => concerns(finding, subject))
  const others = open.filter((finding) => !here.includes(finding))
  return [
    { id: 'here' as const, title: t`On this page`, findings: here },
    ...(['blocking', 'worth-knowing', 'note'] as const).map((severity) => ({
      id: severity,
      title: titles[severity],
      findings: others.filter((finding) => finding.severity === severity),
    })),
  ].filter((group) => group.findings.length > 0)
}

/** What the button shows: the gravest severity that is open, and how many findings are more than notes. */
export function healthState(findings: readonly HealthFinding[]): {
  state: 'blocking' | 'worth-knowing' | 'well'
  count: number
} {
  const open = findings.filter(({ isSetAside, severity }) => !isSetAside && severity !== 'note')
  const isBlocking = open.some(({ severity }) => severity === 'blocking')
  return {
    state: isBlocking ? 'blocking' : open.length > 0 ? 'worth-knowing' : 'well',
    count: open.length,
  }
}
