import { CheckSection } from './check-section.tsx'
import { EntriesSection } from './entries-section.tsx'

/** Who did what, newest first, and whether the record of it was changed. */
export function LogTab() {
  return (
    <>
      <CheckSection />
      <EntriesSection />
    </>
  )
}
