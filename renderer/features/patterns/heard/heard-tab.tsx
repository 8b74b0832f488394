import { t } from '@lingui/core/macro'
import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { PatternFindings } from '../../../../shared/contract/patterns.ts'
import { orpc } from '../../../app/client.ts'
import { Loading, QueryView } from '../../../ui/states.tsx'
import { LeftOut } from '../../../ui/left-out.tsx'
import { DisclosureSection } from './disclosure-section.tsx'
import { DiscoverySection } from './discovery-section.tsx'
import { NoConversations } from './no-conversations.tsx'
import { WasteSection } from './waste-section.tsx'

/** What was heard in many conversations, each finding with the conversations it rests on. */
export function HeardTab({ days }: { days: number }) {
  const query = useQuery(orpc.patterns.findings.queryOptions({ input: { days } }))
  return (
    <QueryView
      query={query}
      what={t`the patterns`}
      loading={<Loading label={t`patterns`} rows={9} height={26} />}
    >
      {(findings) => <Findings findings={findings} />}
    </QueryView>
  )
}

function Findings({ findings }: { findings: PatternFindings }) {
  if (findings.coverage.conversations === 0)
    return <NoConversations unread={findings.coverage.unread} days={findings.window.days} />
  return (
    <>
      <Text size="sm" c="dimmed">
        {findings.coverage.sentence}
      </Text>
      <LeftOut />
      <DisclosureSection disclosures={findings.disclosures} />
      <WasteSection waste={findings.waste} />
      <DiscoverySection discovery={findings.discovery} />
    </>
  )
}
