import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { IconLayoutGrid } from '@tabler/icons-react'
import { ButtonLink } from '../../ui/link.tsx'
import { Empty } from '../../ui/states.tsx'

/** No group has a figure in the window: why, and the ways on. */
export function NothingMeasured() {
  return (
    <Empty
      icon={IconLayoutGrid}
      title={t`Nothing to compare yet`}
      actions={
        <>
          <ButtonLink to="/data" search={{ tab: 'import' }}>
            <Trans>Import files</Trans>
          </ButtonLink>
          <ButtonLink to="/data" search={{ tab: 'freshness' }} variant="default">
            <Trans>See what there is</Trans>
          </ButtonLink>
        </>
      }
    >
      <Trans>
        Groups are compared from contacts, evaluations, transcripts or shifts together with a roster that says
        who is in which team, and none lie in these days. Import some, or load the sample workspace from the
        palette.
      </Trans>
    </Empty>
  )
}
