import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Collapse, Group, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { memo } from 'react'
import type { CoachingEffect } from '../../../../shared/contract/effects.ts'
import type { SessionPage } from '../../../../shared/contract/session.ts'
import { orpc } from '../../../app/client.ts'
import { ChangePlot } from '../../../charts/change-plot.tsx'
import { ControlChart } from '../../../charts/control-chart.tsx'
import { IntervalLine } from '../../../charts/interval-line.tsx'
import { domainOf } from '../../../charts/scale.ts'
import { formatDay, withLocalDays } from '../../../ui/dates.ts'
import { formatCount } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { QueryView } from '../../../ui/states.tsx'
import { EffectArithmetic } from './effect-arithmetic.tsx'
import { betterByWords, effectWords } from './effect-words.ts'
import classes from './session.module.css'

/**
 * What came of a session that was held: the change beyond what was to be expected, with its interval, and the one verdict. Drawn anew only when the session's
 * own facts change, and not at every key stroke in its notes.
 */
export const EffectCard = memo(function EffectCard({
  sessionId,
  driverId,
  people,
}: {
  sessionId: number
  driverId: string | null
  people: SessionPage['people']
}) {
  const effects = useQuery(orpc.sessions.effects.queryOptions({ input: { ids: [sessionId] } }))
  return (
    <Section
      title={t`What came of it`}
      note={t`against people who were not coached; judged once, after eight weeks`}
    >
      <QueryView query={effects} what={t`what came of it`}>
        {(list) =>
          list.length === 0 ? (
            <Text size="sm" c="dimmed">
              {driverId === null
                ? t`An idea of your own has no figure, so nothing is measured.`
                : t`This is no longer measured here.`}
            </Text>
          ) : (
            <>
              {list.map(({ effect }) => (
                <Effect
                  key={effect.agentId}
                  effect={effect}
                  name={
                    people.length > 1 ? (people.find(({ id }) => id === effect.agentId)?.name ?? null) : null
                  }
                />
              ))}
            </>
          )
        }
      </QueryView>
    </Section>
  )
})

function Effect({ effect, name }: { effect: CoachingEffect; name: string | null }) {
  const [isOpen, { toggle }] = useDisclosure(false)
  const { driver, selecting, after, looks, chart } = effect
  const { label, color } = effectWords[effect.state]
  const { unit, scale } = driver
  const better = (value: number) => betterByWords(value, driver)
  const endsBefore = effect.dataTo !== null && effect.dataTo <= effect.heldOn
  return (
    <div className={classes.person}>
      {name !== null && <p className={classes.personName}>{name}</p>}
      <Group gap="sm" align="flex-start" wrap="nowrap" mb={8}>
        <Badge variant="light" color={color} tt="none" size="lg" flex="none">
          {label}
        </Badge>
        <Text>{withLocalDays(effect.sentence)}</Text>
      </Group>
      {effect.expectedWithout !== null && after !== null && (
        <ChangePlot
          name={driver.label}
          picked={selecting.adjusted}
          expectedWithout={effect.expectedWithout}
          since={after.adjusted}
          unit={unit}
          scale={scale}
        />
      )}
      {effect.effect !== null && (
        <div className={classes.effectLine}>
          <Text size="sm" c="dimmed">
            <Trans>Beyond what was expected</Trans>
          </Text>
          <IntervalLine
            interval={effect.effect}
            domain={domainOf([effect.effect.low, effect.effect.high, 0])}
            reference={0}
          />
          <Text size="sm" ta="end">
            <Trans>
              {better(effect.effect.value)} ({better(effect.effect.low)} to {better(effect.effect.high)})
            </Trans>
          </Text>
        </div>
      )}
      <ol className={classes.looks} aria-label={t`Looks`}>
        {looks.map((look) => (
          <li key={look.weeks} data-reached={look.isReached || undefined}>
            <strong>{look.isVerdict ? t`Verdict` : t`${look.weeks} weeks`}</strong>
            <span>
              {look.isReached
                ? look.effect === null
                  ? t`nothing to compare`
                  : `${better(look.effect.value)}, n = ${formatCount(look.n)}`
                : t`needs data to ${formatDay(look.on, 'short')}`}
            </span>
          </li>
        ))}
      </ol>
      {chart !== null && (
        <ControlChart
          name={driver.label}
          points={chart.weeks}
          mean={chart.mean}
          lowerLimit={chart.lowerLimit}
          upperLimit={chart.upperLimit}
          unit={unit}
          scale={scale}
          markBefore={{ week: 0, says: t`session` }}
        />
      )}
      {endsBefore && (
        <Text size="sm" c="dimmed">
          <Trans>
            Data end on {formatDay(effect.dataTo!)}
            {effect.dataTo === effect.heldOn ? t`, the day of the session` : t`, before the session`}: nothing
            since is in yet.
          </Trans>
        </Text>
      )}
      <UnstyledButton className={classes.disclose} aria-expanded={isOpen} onClick={toggle}>
        <Trans>
          <IconChevronRight size={14} aria-hidden data-open={isOpen || undefined} /> How this was told
        </Trans>
      </UnstyledButton>
      <Collapse expanded={isOpen}>
        <EffectArithmetic effect={effect} />
      </Collapse>
    </div>
  )
}
