import { IconLayoutGrid } from '@tabler/icons-react'
import { ButtonLink } from '../../ui/link.tsx'
import { Empty } from '../../ui/states.tsx'

/** No group has a figure in the window: why, and the ways on. */
export function NothingMeasured() {
  return (
    <Empty
      icon={IconLayoutGrid}
      title="Nothing to compare yet"
      actions={
        <>
          <ButtonLink to="/data" search={{ tab: 'import' }}>
            Import files
          </ButtonLink>
          <ButtonLink to="/data" search={{ tab: 'freshness' }} variant="default">
            See what there is
          </ButtonLink>
        </>
      }
    >
      Groups are compared from contacts, evaluations, transcripts or shifts together with a roster that says
      who is in which team, and none lie in these days. Import some, or load the sample workspace from the
      palette.
    </Empty>
  )
}
