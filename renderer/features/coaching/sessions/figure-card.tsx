import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import type { SessionPage, SessionPerson } from '../../../../shared/contract/session.ts'
import { IntervalKey } from '../../../charts/interval-key.tsx'
import { IntervalPlot } from '../../../charts/interval-plot.tsx'
import { formatDayRange } from '../../../ui/dates.ts'
import { Section } from '../../../ui/page.tsx'
import classes from './session.module.css'

/** The number the session begins from, in words one can say aloud, with its interval drawn. */
export function FigureCard({ session }: { session: SessionPage }) {
  const { people, focus, window } = session
  const isGroup = people.length > 1
  const withFigure = people.filter(({ figure }) => figure !== null)
  return (
    <Section title={focus.label} note={t`${formatDayRange(window)}, as it stood when this was prepared`}>
      {withFigure.length === 0 ? (
        <Text size="sm" c="dimmed">
          {focus.driverId === null
            ? t`An idea of your own: no figure belongs to it, and no effect will be measured.`
            : t`Nothing was measured of this in these days. Say so when you talk about it.`}
        </Text>
      ) : (
        <>
          {withFigure.map((person) => (
            <Figure key={person.id} person={person} label={focus.label} hasName={isGroup} />
          ))}
          <IntervalKey hasBenchmark />
        </>
      )}
    </Section>
  )
}

function Figure({ person, label, hasName }: { person: SessionPerson; label: string; hasName: boolean }) {
  const figure = person.figure!
  return (
    <div className={classes.person}>
      {hasName && <p className={classes.personName}>{person.name}</p>}
      <p className={classes.inWords}>{figure.inWords}</p>
      <IntervalPlot name={`${label}, ${person.name}`} data={figure} />
      {!hasName && (
        <>
          {figure.status === 'systemic' && (
            <p className={classes.small}>
              <Trans>
                The whole group is off here: look at the process first, and coach no single person for it.
              </Trans>
            </p>
          )}
          {figure.restsOn !== null && <p className={classes.small}>{figure.restsOn}</p>}
          <p className={classes.small}>{figure.watch}</p>
        </>
      )}
    </div>
  )
}
