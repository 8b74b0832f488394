import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { orpc } from '../../app/client.ts'
import { TextLink } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { QueryView } from '../../ui/states.tsx'
import { ConversationSkeleton } from './conversation-skeleton.tsx'
import { ConversationView } from './conversation-view.tsx'

/** One conversation, opened at the turn and question that the address names. */
export function ConversationPage() {
  const { interactionId } = useParams({ from: '/conversations/$interactionId' })
  const { segment, question, evaluation, at } = useSearch({ from: '/conversations/$interactionId' })
  const navigate = useNavigate({ from: '/conversations/$interactionId' })
  const query = useQuery({
    ...orpc.conversations.get.queryOptions({ input: { interactionId } }),
    // Comparing thousands of turns word by word costs more than drawing those in view again.
    structuralSharing: false,
  })
  if (query.isError) {
    return (
      <Page
        title={t`Conversation`}
        actions={
          <TextLink to="/conversations">
            <Trans>All conversations</Trans>
          </TextLink>
        }
      >
        <QueryView query={query} what={t`the conversation`}>
          {() => null}
        </QueryView>
      </Page>
    )
  }
  return (
    <QueryView query={query} what={t`the conversation`} loading={<ConversationSkeleton />}>
      {(conversation) => (
        <ConversationView
          key={conversation.interactionId}
          conversation={conversation}
          selectedSegment={segment ?? null}
          focusedQuestionId={question ?? null}
          focusedEvaluationId={evaluation ?? null}
          atMs={at ?? null}
          onPlace={(place) => void navigate({ search: place, replace: true })}
        />
      )}
    </QueryView>
  )
}
