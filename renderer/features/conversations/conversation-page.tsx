import { Page } from '../../ui/page.tsx'

/** One conversation. */
export function ConversationPage() {
  return <Page title="Conversation">{null}</Page>
}
