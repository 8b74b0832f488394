import { Page } from '../../ui/page.tsx'

/** The ranked team beside one agent's page. */
export function CoachingPage() {
  return <Page title="Coaching">{null}</Page>
}
