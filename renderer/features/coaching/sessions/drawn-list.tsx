import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Badge, Button, Group, Text } from '@mantine/core'
import { IconClipboardText } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { WaitingListResult } from '../../../../shared/contract/effects.ts'
import type { WaitingList } from '../../../../shared/contract/waiting-lists.ts'
import { client } from '../../../app/client.ts'
import { IntervalLine } from '../../../charts/interval-line.tsx'
import { domainOf } from '../../../charts/scale.ts'
import { formatDay, withLocalDays } from '../../../ui/dates.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import classes from './drawn-lists.module.css'
import { effectWords } from './effect-words.ts'
import { stateWords } from './state-words.ts'
import { usePrepare } from './use-prepare.ts'

async function undo(list: WaitingList): Promise<void> {
  const restore = async () => {
    try {
      await client.waitingLists.restore({ id: list.id })
    } catch (error) {
      notifyFailed(t`The draw did not come back`, error)
    }
  }
  try {
    await client.waitingLists.remove({ id: list.id })
    notifyDone(t`The draw is undone. Sessions that were prepared stay.`, () => void restore())
  } catch (error) {
    notifyFailed(t`The draw could not be undone`, error)
  }
}

/** One draw: who goes first, who waits, and what it shows. */
export function DrawnList({ list }: { list: WaitingList }) {
  const { driver, drawnOn, drawnBy, seed, isRepeatable, people, endedOn, result } = list
  return (
    <article className={classes.draw} aria-label={t`Draw for ${driver.label}`}>
      <Group justify="space-between" align="baseline" gap="sm">
        <h3 className={classes.driver}>{driver.label}</h3>
        <Group gap="sm">
          <Text size="sm" c="dimmed">
            <Trans>
              drawn {formatDay(drawnOn, 'short')}
              {drawnBy !== '' && t` by ${drawnBy}`}, seed {seed}
              {!isRepeatable && t`, which no longer gives this order`}
            </Trans>
          </Text>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void undo(list)}>
            <Trans>Undo draw</Trans>
          </Button>
        </Group>
      </Group>
      {result === null ? (
        <Text size="sm" c="dimmed">
          <Trans>This is no longer measured here.</Trans>
        </Text>
      ) : (
        <Result result={result} endedOn={endedOn} />
      )}
      <div className={classes.sides}>
        <Side
          title={t`Go first`}
          people={people.filter(({ isFirst }) => isFirst)}
          driverId={driver.id}
          canPrepare
        />
        <Side title={t`Wait`} people={people.filter(({ isFirst }) => !isFirst)} driverId={driver.id} />
      </div>
    </article>
  )
}

function Result({ result, endedOn }: { result: WaitingListResult; endedOn: string | null }) {
  const { state, sentence, effect } = result
  const { label, color } = effectWords[state]
  return (
    <div className={classes.result}>
      <Badge variant="light" color={color} tt="none" flex="none">
        {label}
      </Badge>
      <div>
        <Text size="sm">{withLocalDays(sentence)}</Text>
        {effect !== null && (
          <IntervalLine interval={effect} domain={domainOf([effect.low, effect.high, 0])} reference={0} />
        )}
        {endedOn !== null && (
          <Text size="xs" c="dimmed">
            <Trans>
              Compared up to the day before {formatDay(endedOn, 'short')}, when the first of those who wait
              was coached.
            </Trans>
          </Text>
        )}
      </div>
    </div>
  )
}

function Side({
  title,
  people,
  driverId,
  canPrepare = false,
}: {
  title: string
  people: WaitingList['people']
  driverId: string
  canPrepare?: boolean
}) {
  const { prepare, isBusy, isBusyWith } = usePrepare()
  return (
    <section aria-label={title}>
      <h4 className={classes.side}>{title}</h4>
      <ol className={classes.names}>
        {people.map(({ id, name, team, session }, index) => (
          <li key={id ?? `gone ${index}`}>
            <span>
              {id === null ? (
                name
              ) : (
                <Link to="/coaching" search={{ agent: id }}>
                  {name}
                </Link>
              )}
              {team !== null && <span className={classes.team}> {team}</span>}
            </span>
            {session !== null ? (
              <Link to="/coaching/sessions/$sessionId" params={{ sessionId: session.id }}>
                <Badge variant="light" color={stateWords[session.state].color} tt="none">
                  {stateWords[session.state].label}
                </Badge>
              </Link>
            ) : (
              canPrepare &&
              id !== null && (
                <Button
                  size="compact-sm"
                  variant="light"
                  loading={isBusyWith(id)}
                  disabled={isBusy}
                  leftSection={<IconClipboardText size={14} aria-hidden />}
                  aria-label={t`Prepare a session with ${name}`}
                  onClick={() => prepare({ agentIds: [id], driverId })}
                >
                  <Trans>Prepare</Trans>
                </Button>
              )
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
