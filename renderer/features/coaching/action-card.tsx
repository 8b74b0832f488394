import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Button, Collapse, Group, Text, Title, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconEye, IconMathFunction } from '@tabler/icons-react'
import type { AgentMetric, AgentPage, AssessedDriver } from '../../../shared/contract/coaching.ts'
import { IntervalLegend } from '../../charts/interval-legend.tsx'
import { IntervalPlot } from '../../charts/interval-plot.tsx'
import classes from './action-card.module.css'
import { Arithmetic } from './arithmetic.tsx'
import { CoachedButton } from './coached-button.tsx'
import { DriverCourse } from './driver-course.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { PrepareButton } from './sessions/prepare-button.tsx'
import type { CoachingActions } from './use-coaching-actions.ts'
import { countedAs, gainFigure, gainInWords, kindLabels } from './words.ts'

/** One proposed action: what to talk about, how far off it is, what it is worth, the moments that show it, what to watch. */
export function ActionCard({
  rank,
  action,
  outcome,
  coaching,
  course,
}: {
  rank: number
  action: AssessedDriver
  outcome: AgentPage['outcome']
  coaching: CoachingActions
  /** Its figure week by week; undefined for what has none of its own, such as a question of a scorecard. */
  course: AgentMetric | undefined
}) {
  const [isOpen, { toggle }] = useDisclosure(false)
  const { driver, followUp } = action
  return (
    <article className={classes.card} aria-label={t`Action ${rank}: ${driver.label}`}>
      <div className={classes.head}>
        <div className={classes.rank} aria-hidden>
          {rank}
        </div>
        <div className={classes.heading}>
          <Group gap={8} align="center">
            <Title order={2} className={classes.title}>
              {driver.label}
            </Title>
            {action.isTie && (
              <Tooltip label={t`Its priority cannot be told from its neighbour's: take either first`}>
                <Badge variant="outline" color="gray" size="sm" tt="none" tabIndex={0}>
                  <Trans>≈ near-tie</Trans>
                </Badge>
              </Tooltip>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {kindLabels[driver.kind]} · {action.restsOn ?? countedAs(driver.kind, action.n)}
          </Text>
        </div>
        <div className={classes.gain}>
          <div className={classes.gainFigure}>{gainFigure(action.gainPerWeek)}</div>
          <div className={classes.gainUnit}>
            <Trans>{outcome.label} gain a week</Trans>
          </div>
        </div>
      </div>
      <p className={classes.sentence}>{action.sentence}</p>
      <IntervalPlot name={driver.label} data={action} />
      <IntervalLegend name={driver.label} data={action} />
      <p className={classes.worth}>
        <Trans>The gain is {gainInWords(action.gainPerWeek, outcome.id)}.</Trans>
      </p>
      <EvidenceList evidence={action.evidence} questionId={driver.id} hasKey={rank === 1} />
      <p className={classes.follow}>
        <IconEye size={16} stroke={1.7} aria-hidden />
        <span>
          <strong>
            <Trans>Follow-up.</Trans>
          </strong>{' '}
          {followUp.watch}
        </span>
      </p>
      <Group gap={8} className={classes.foot}>
        <PrepareButton driverId={driver.id} coaching={coaching} hasKey={rank === 1} />
        <CoachedButton action={action} coaching={coaching} hasKey={rank === 1} />
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconMathFunction size={15} aria-hidden />}
          aria-expanded={isOpen}
          onClick={toggle}
          data-key={rank === 1 ? 'arithmetic' : undefined}
        >
          <Trans>How this number came about</Trans>
        </Button>
      </Group>
      <Collapse expanded={isOpen}>
        <Arithmetic driver={action} outcome={outcome} coaching={coaching} />
        {course && isOpen && <DriverCourse figure={course} />}
      </Collapse>
    </article>
  )
}
