import type { HealthLink as Place } from '../../../shared/contract/health.ts'
import { TextLink } from '../../ui/link.tsx'

/** Leads to where something can be done about a finding. */
export function HealthLink({ to, label, onGo }: { to: Place; label: string; onGo: () => void }) {
  const look = { size: 'sm', underline: 'always', onClick: onGo } as const
  switch (to.page) {
    case 'data':
      return (
        <TextLink {...look} to="/data" search={{ tab: to.tab }}>
          {label}
        </TextLink>
      )
    case 'coaching':
      return (
        <TextLink {...look} to="/coaching" search={{ agent: to.agent, team: to.team }}>
          {label}
        </TextLink>
      )
    case 'quality':
      return (
        <TextLink {...look} to="/quality" search={{ tab: to.tab }}>
          {label}
        </TextLink>
      )
    case 'conversations':
      return (
        <TextLink {...look} to="/conversations" search={{ from: to.from, to: to.to }}>
          {label}
        </TextLink>
      )
  }
}
