import { t } from '@lingui/core/macro'
import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { PatternDriver } from '../../../../shared/contract/group-patterns.ts'
import { orpc } from '../../../app/client.ts'
import { Failure, Loading, QueryView } from '../../../ui/states.tsx'
import { KeptStrip } from '../findings/kept-strip.tsx'
import { NothingMeasured } from '../nothing-measured.tsx'
import classes from '../patterns.module.css'
import { driverKinds } from '../words.ts'
import { DriverView } from './driver-view.tsx'

interface DriverTabProps {
  days: number | undefined
  driverId: string | undefined
  onDriver: (driverId: string) => void
}

/** One driver: who differs, how it went, whether people or process. */
export function DriverTab({ days, driverId, onDriver }: DriverTabProps) {
  const overview = useQuery(orpc.patterns.overview.queryOptions({ input: { days } }))
  return (
    <QueryView query={overview} what={t`the drivers`} loading={<Loading label={t`the drivers`} rows={10} />}>
      {({ drivers, cells }) => {
        const flagged = cells.find(({ compared }) => compared?.isFlagged)
        const chosen = driverId ?? flagged?.driverId ?? drivers[0]?.id
        return chosen === undefined ? (
          <NothingMeasured />
        ) : (
          <div className={classes.stack}>
            <Choice drivers={drivers} chosen={chosen} onDriver={onDriver} />
            <KeptStrip driverId={chosen} />
            <Chosen key={chosen} driverId={chosen} days={days} />
          </div>
        )
      }}
    </QueryView>
  )
}

function Choice({
  drivers,
  chosen,
  onDriver,
}: {
  drivers: readonly PatternDriver[]
  chosen: string
  onDriver: (driverId: string) => void
}) {
  return (
    <Select
      label={t`Driver`}
      maw={420}
      searchable
      allowDeselect={false}
      value={drivers.some(({ id }) => id === chosen) ? chosen : null}
      placeholder={t`Choose a driver`}
      onChange={(value) => value !== null && onDriver(value)}
      data={driverKinds
        .map(([kind, group]) => ({
          group,
          items: drivers
            .filter((driver) => driver.kind === kind)
            .map(({ id, label }) => ({ value: id, label })),
        }))
        .filter(({ items }) => items.length > 0)}
    />
  )
}

function Chosen({ driverId, days }: { driverId: string; days: number | undefined }) {
  const query = useQuery(orpc.patterns.driver.queryOptions({ input: { driverId, days } }))
  // another window of the same driver may fail where this one did not: nothing stale is shown for it
  if (query.isError)
    return <Failure error={query.error} what={t`this driver`} onRetry={() => void query.refetch()} />
  return (
    <QueryView query={query} what={t`this driver`} loading={<Loading label={t`this driver`} rows={10} />}>
      {(pattern) => <DriverView pattern={pattern} days={days} />}
    </QueryView>
  )
}
