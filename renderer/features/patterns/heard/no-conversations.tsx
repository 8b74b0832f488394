import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Group } from '@mantine/core'
import { IconChartDots3 } from '@tabler/icons-react'
import { ButtonLink } from '../../../ui/link.tsx'
import { Empty } from '../../../ui/states.tsx'

/** Nothing to find patterns in: why, and the ways on. */
export function NoConversations({ unread, days }: { unread: number; days: number }) {
  return (
    <Empty
      icon={IconChartDots3}
      title={t`No conversations to compare yet`}
      actions={
        <Group>
          <ButtonLink to="/data" search={{ tab: 'import' }}>
            <Trans>Import transcripts</Trans>
          </ButtonLink>
          <ButtonLink to="/data" search={{ tab: 'freshness' }} variant="default">
            <Trans>See what there is</Trans>
          </ButtonLink>
        </Group>
      }
    >
      {unread > 0
        ? t`${plural(unread, { one: '# conversation', other: '# conversations' })} of the last ${days} days wait to be read; this page fills as they are.`
        : t`Patterns show over many conversations with their transcripts, and none lies in the last ${days} days. Import transcripts together with the contact log of the same calls and a roster, or load the sample workspace from the palette.`}
    </Empty>
  )
}
