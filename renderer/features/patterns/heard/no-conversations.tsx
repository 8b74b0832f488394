import { Group } from '@mantine/core'
import { IconChartDots3 } from '@tabler/icons-react'
import { countOf } from '../../../ui/format.ts'
import { ButtonLink } from '../../../ui/link.tsx'
import { Empty } from '../../../ui/states.tsx'

/** Nothing to find patterns in: why, and the ways on. */
export function NoConversations({ unread, days }: { unread: number; days: number }) {
  return (
    <Empty
      icon={IconChartDots3}
      title="No conversations to compare yet"
      actions={
        <Group>
          <ButtonLink to="/data" search={{ tab: 'import' }}>
            Import transcripts
          </ButtonLink>
          <ButtonLink to="/data" search={{ tab: 'freshness' }} variant="default">
            See what there is
          </ButtonLink>
        </Group>
      }
    >
      {unread > 0
        ? `${countOf(unread, 'conversation')} of the last ${days} days wait to be read; this page fills as they are.`
        : `Patterns show over many conversations with their transcripts, and none lies in the last ${days} days. Import transcripts together with the contact log of the same calls and a roster, or load the sample workspace from the palette.`}
    </Empty>
  )
}
