import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Badge, Group, Popover, Text, Title, UnstyledButton } from '@mantine/core'
import type { AgentPage } from '../../../shared/contract/coaching.ts'
import { formatTenure } from '../../ui/dates.ts'
import { AgentMenu } from './agent-menu.tsx'
import classes from './agent-header.module.css'
import { useSectionInView } from './use-section-in-view.ts'
import { PrepareIdea } from './sessions/prepare-idea.tsx'
import { StateMark } from './state-mark.tsx'

const sections: { id: string; label: string }[] = [
  { id: 'actions', label: t`Coaching` },
  { id: 'metrics', label: t`Key figures` },
  { id: 'surveys', label: t`Customers` },
  { id: 'attendance', label: t`Attendance` },
  { id: 'drivers', label: t`All drivers` },
  { id: 'quality', label: t`Quality` },
]

const sectionIds = sections.map(({ id }) => id)

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const first = words[0]?.[0] ?? '?'
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''
  return (first + last).toLocaleUpperCase()
}

/** Who this is, and where on the page things are. Stays in sight while one scrolls. */
export function AgentHeader({ page }: { page: AgentPage }) {
  const { agent, window, ranked } = page
  const current = useSectionInView(sectionIds)
  const circumstances = [
    agent.team ?? t`no team`,
    agent.hiredOn ? t`here for ${formatTenure(agent.hiredOn, window.to)}` : null,
    agent.email,
  ].filter(Boolean)
  return (
    <header className={classes.header}>
      <Group gap={14} className={classes.top} align="center">
        <div className={classes.initials} aria-hidden translate="no">
          {initialsOf(agent.name)}
        </div>
        <div className={classes.who}>
          <Group gap={10} wrap="nowrap">
            <Title order={1} className={classes.name}>
              {agent.name}
            </Title>
            {agent.isNew && (
              <Badge variant="default" tt="none" size="md" flex="none">
                <Trans>first 90 days</Trans>
              </Badge>
            )}
            {page.isRanked && <StateMark state={ranked.state} hasLabel />}
          </Group>
          <Text size="sm" c="dimmed" truncate>
            {circumstances.join(' · ')}
            {agent.identities.length > 1 && (
              <Popover width={280}>
                <Popover.Target>
                  <UnstyledButton className={classes.identities}>
                    <Plural value={agent.identities.length} one="# identity" other="# identities" />
                  </UnstyledButton>
                </Popover.Target>
                <Popover.Dropdown>
                  <Text size="sm" fw={600}>
                    <Trans>The same person in</Trans>
                  </Text>
                  {agent.identities.map((identity) => (
                    <Text size="sm" key={identity}>
                      {identity}
                    </Text>
                  ))}
                </Popover.Dropdown>
              </Popover>
            )}
          </Text>
        </div>
        <PrepareIdea agentId={agent.id} name={agent.name} />
        <AgentMenu agentId={agent.id} name={agent.name} />
      </Group>
      <nav className={classes.sections} aria-label={t`On this page`}>
        {sections.map(({ id, label }) => (
          <UnstyledButton
            key={id}
            className={classes.section}
            aria-current={current === id ? 'true' : undefined}
            onClick={() => document.querySelector(`#${id}`)?.scrollIntoView({ block: 'start' })}
          >
            {label}
          </UnstyledButton>
        ))}
      </nav>
    </header>
  )
}
