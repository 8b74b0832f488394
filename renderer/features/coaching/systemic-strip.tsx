import { plural, t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Modal, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAffiliate, IconChevronRight } from '@tabler/icons-react'
import type { SystemicFinding } from '../../../shared/contract/coaching.ts'
import { TwoBars } from '../../charts/two-bars.tsx'
import { formatProbability } from '../../ui/format.ts'
import classes from './systemic-strip.module.css'

function Finding({ finding }: { finding: SystemicFinding }) {
  const { driver, group, sentence, unit, compared } = finding
  return (
    <section className={classes.finding} aria-label={`${driver.label}, ${group.label}`}>
      <Title order={3}>
        {driver.label} · {group.label}
      </Title>
      <Text>{sentence}</Text>
      {compared !== null && (
        <TwoBars
          unit={unit}
          bars={[
            {
              label: group.kind === 'team' ? t`${group.label}, same work` : group.label,
              value: compared.groupMean,
            },
            { label: group.kind === 'team' ? t`others on it` : t`other work`, value: compared.rest },
          ]}
        />
      )}
      <Text size="sm" c="dimmed">
        <Trans>
          {compared === null
            ? plural(finding.agents, { one: '# agent', other: '# agents' })
            : t`${plural(compared.agents, { one: '# agent', other: '# agents' })} beside ${compared.restAgents}, as measured`}{' '}
          · probability that it is no chance {formatProbability(finding.probability)}
        </Trans>
      </Text>
    </section>
  )
}

/** Gaps that belong to a team, a queue or the process: they stand above the people and are no one's action. */
export function SystemicStrip({ findings }: { findings: SystemicFinding[] }) {
  const [isOpen, { open, close }] = useDisclosure(false)
  if (findings.length === 0) return null
  const topics = findings.map(({ driver, group }) => `${driver.label} (${group.label})`).join(', ')
  return (
    <>
      <UnstyledButton className={classes.strip} onClick={open} aria-haspopup="dialog">
        <IconAffiliate size={18} stroke={1.7} aria-hidden />
        <span className={classes.text}>
          <strong>
            <Trans>
              <Plural value={findings.length} one="# finding belongs" other="# findings belong" /> to the
              process, not to people
            </Trans>
          </strong>
          <span className={classes.topics}>{topics}</span>
        </span>
        <IconChevronRight size={16} aria-hidden />
      </UnstyledButton>
      <Modal
        opened={isOpen}
        onClose={close}
        size="lg"
        title={t`For the process, not for people`}
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        <Stack gap="md">
          <Text c="dimmed">
            <Trans>
              These gaps show in a whole team or queue. Coaching one person after another would not close
              them; the members are compared with their own group instead.
            </Trans>
          </Text>
          {findings.map((finding) => (
            <Finding
              key={`${finding.driver.id} ${finding.group.kind} ${finding.group.key}`}
              finding={finding}
            />
          ))}
        </Stack>
      </Modal>
    </>
  )
}
