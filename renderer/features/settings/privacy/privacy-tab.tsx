import { Stack } from '@mantine/core'
import { HeldSection } from './held-section.tsx'
import { LawfulBasis } from './lawful-basis.tsx'

/** On what right conversations are kept, and what is held about whom. */
export function PrivacyTab() {
  return (
    <Stack gap="xl">
      <LawfulBasis />
      <HeldSection />
    </Stack>
  )
}
