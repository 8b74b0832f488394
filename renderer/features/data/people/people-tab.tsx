import { Stack } from '@mantine/core'
import { MergesSection } from './merges-section.tsx'
import { PeopleSection } from './people-section.tsx'
import { ProposalsSection } from './proposals-section.tsx'

/** Who is who: proposals to decide, everybody with their identities, what was merged. */
export function PeopleTab() {
  return (
    <Stack gap="md">
      <ProposalsSection />
      <PeopleSection />
      <MergesSection />
    </Stack>
  )
}
