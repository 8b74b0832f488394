import { plural, t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed, IconClipboardPlus, IconDatabaseOff } from '@tabler/icons-react'
import type { AgentPage, AssessedDriver } from '../../../shared/contract/coaching.ts'
import { IntervalLegend } from '../../charts/interval-legend.tsx'
import { IntervalPlot } from '../../charts/interval-plot.tsx'
import { formatProbability } from '../../ui/format.ts'
import classes from './agent-state-card.module.css'
import type { CoachingActions } from './use-coaching-actions.ts'
import { countedAs, evaluationsNeededSentence } from './words.ts'

/** Open questions drawn in full; the others stand in the table of all drivers. */
const DRAWN = 3
/** Nobody reviews more than this for one question: asking for a part of it would settle nothing. */
const MOST_ASKED = 40

function Unsettled({ driver, coaching }: { driver: AssessedDriver; coaching: CoachingActions }) {
  const { id, label, kind } = driver.driver
  const isReviewed = kind === 'question'
  const isRequested = coaching.requested.has(id)
  const needed = driver.evaluationsNeeded
  const rests = driver.restsOn ?? t`Rests on ${countedAs(kind, driver.n)}.`
  const isAlone = driver.peers.length === 0 && driver.probabilityOfGap === 0
  return (
    <div className={classes.unsettled}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="md">
        <div>
          <Text fw={600}>{label}</Text>
          <Text size="sm" c="dimmed">
            {isAlone
              ? t`${rests} Nobody else was observed, so there is nothing to compare with.`
              : t`${rests} A gap worth acting on is ${formatProbability(driver.probabilityOfGap)} likely. ${evaluationsNeededSentence(driver)}`}
          </Text>
        </div>
        {isReviewed && needed !== null && needed <= MOST_ASKED && (
          <Button
            variant="default"
            flex="none"
            disabled={isRequested}
            leftSection={<IconClipboardPlus size={15} aria-hidden />}
            onClick={() => coaching.request(id, needed)}
          >
            {isRequested
              ? t`Asked for`
              : t`Ask for ${plural(needed, { one: '# evaluation', other: '# evaluations' })}`}
          </Button>
        )}
      </Group>
      <IntervalPlot name={label} data={driver} />
      <IntervalLegend name={label} data={driver} />
    </div>
  )
}

/** What is said where there is no action, and which gaps are still open. */
export function AgentStateCard({ page, coaching }: { page: AgentPage; coaching: CoachingActions }) {
  const { ranked } = page
  const unsettled = ranked.notEnoughEvidence
  if (ranked.state === 'no-data' || (ranked.state === 'unranked' && ranked.drivers.length === 0))
    return (
      <section className={classes.card} aria-label={t`No data`}>
        <Group gap={12} wrap="nowrap" align="flex-start">
          <IconDatabaseOff className={classes.icon} size={26} stroke={1.5} aria-hidden />
          <Stack gap={2}>
            <Title order={2}>
              <Trans>Nothing to go by in this window</Trans>
            </Title>
            <Text c="dimmed">
              <Trans>Choose a longer window on the left, or import newer exports.</Trans>
            </Text>
          </Stack>
        </Group>
      </section>
    )
  return (
    <>
      {ranked.state === 'on-track' && (
        <section className={classes.card} data-tone="good" aria-label={t`On track`}>
          <Group gap={12} wrap="nowrap" align="flex-start">
            <IconCircleCheck className={classes.icon} size={26} stroke={1.6} aria-hidden />
            <Stack gap={2}>
              <Title order={2}>
                <Trans>On track</Trans>
              </Title>
              <Text>
                <Trans>
                  <Plural value={ranked.drivers.length} one="# driver was" other="# drivers were" /> weighed
                  and none shows a gap worth a conversation about it. Use the time for what goes well
                  {ranked.strengths.length > 0 ? t`: strengths are listed on this page.` : '.'}
                </Trans>
              </Text>
            </Stack>
          </Group>
        </section>
      )}
      {unsettled.length > 0 && (
        <section className={classes.card} aria-label={t`Not enough evidence`}>
          <Group gap={12} wrap="nowrap" align="flex-start" mb="sm">
            <IconCircleDashed className={classes.icon} size={26} stroke={1.6} aria-hidden />
            <Stack gap={2}>
              <Title order={2}>
                {ranked.state === 'not-enough-evidence' ? t`Not enough evidence yet` : t`Open questions`}
              </Title>
              <Text c="dimmed">
                <Trans>
                  There may be a gap here, or it may be chance. Better to look than to coach on a guess.
                </Trans>
              </Text>
            </Stack>
          </Group>
          {unsettled.slice(0, DRAWN).map((driver) => (
            <Unsettled key={driver.driver.id} driver={driver} coaching={coaching} />
          ))}
          {unsettled.length > DRAWN && (
            <Text size="sm" c="dimmed" className={classes.more}>
              <Trans>
                <Plural
                  value={unsettled.length - DRAWN}
                  one="# more open question stands"
                  other="# more open questions stand"
                />{' '}
                under “Everything that was weighed”.
              </Trans>
            </Text>
          )}
        </section>
      )}
    </>
  )
}
