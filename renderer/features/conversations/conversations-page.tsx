import { Page } from '../../ui/page.tsx'

/** The list of conversations. */
export function ConversationsPage() {
  return <Page title="Conversations">{null}</Page>
}
