import { Group, SegmentedControl, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { PatternFindings } from '../../../shared/contract/patterns.ts'
import { orpc } from '../../app/client.ts'
import { windowChoices } from '../../app/search.ts'
import { Page } from '../../ui/page.tsx'
import { ReportMenu } from '../../ui/report-menu.tsx'
import { Loading, QueryView } from '../../ui/states.tsx'
import { DisclosureSection } from './disclosure-section.tsx'
import { DiscoverySection } from './discovery-section.tsx'
import { NoConversations } from './no-conversations.tsx'
import { WasteSection } from './waste-section.tsx'

const route = getRouteApi('/patterns')
const USUAL_DAYS = 84

/** What many conversations show together, each finding with the conversations it rests on. */
export function PatternsPage() {
  const { days = USUAL_DAYS } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(orpc.patterns.findings.queryOptions({ input: { days } }))
  return (
    <Page
      title="Patterns"
      purpose="What many conversations show together: prompts for a look, not verdicts"
      actions={
        <Group gap="sm">
          <SegmentedControl
            aria-label="Days looked at"
            value={String(days)}
            onChange={(value) =>
              void navigate({
                search: { days: windowChoices.find((choice) => String(choice) === value) },
                replace: true,
              })
            }
            data={windowChoices.map((choice) => ({ value: String(choice), label: `${choice} days` }))}
          />
          <ReportMenu kind="director" />
        </Group>
      }
    >
      <QueryView
        query={query}
        what="the patterns"
        loading={<Loading label="patterns" rows={9} height={26} />}
      >
        {(findings) => <Findings findings={findings} />}
      </QueryView>
    </Page>
  )
}

function Findings({ findings }: { findings: PatternFindings }) {
  if (findings.coverage.conversations === 0)
    return <NoConversations unread={findings.coverage.unread} days={findings.window.days} />
  return (
    <>
      <Text size="sm" c="dimmed" mt={-8}>
        {findings.coverage.sentence}
      </Text>
      <DisclosureSection disclosures={findings.disclosures} />
      <WasteSection waste={findings.waste} />
      <DiscoverySection discovery={findings.discovery} />
    </>
  )
}
