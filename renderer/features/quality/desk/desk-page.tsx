import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { Conversation } from '../../../../shared/contract/conversations.ts'
import type { Desk } from '../../../../shared/contract/reviews.ts'
import { orpc } from '../../../app/client.ts'
import { ConversationReader, type Place } from '../../../conversation/conversation-reader.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { Page } from '../../../ui/page.tsx'
import { Empty, Loading, QueryView } from '../../../ui/states.tsx'
import { DeskHeader } from './desk-header.tsx'
import styles from './desk.module.css'
import { FormPanel } from './form-panel.tsx'

const route = getRouteApi('/quality/reviews/$reviewId')

/** One review: the conversation to read and hear, and the form beside it. */
export function DeskPage() {
  const { reviewId } = route.useParams()
  const query = useQuery(orpc.reviews.open.queryOptions({ input: { id: reviewId } }))
  if (query.data === undefined) {
    return (
      <Page
        title={t`Review`}
        actions={
          <TextLink to="/quality">
            <Trans>The queue</Trans>
          </TextLink>
        }
      >
        <QueryView query={query} what={t`the review`} loading={<Loading label={t`the review`} rows={10} />}>
          {() => null}
        </QueryView>
      </Page>
    )
  }
  return <OpenDesk key={reviewId} desk={query.data} />
}

function OpenDesk({ desk }: { desk: Desk }) {
  const query = useQuery({
    ...orpc.reviews.conversation.queryOptions({ input: { id: desk.review.id } }),
    // Comparing thousands of turns word by word costs more than drawing those in view again.
    structuralSharing: false,
  })
  return (
    <QueryView
      query={query}
      what={t`the conversation`}
      loading={<Loading label={t`the conversation`} rows={12} />}
    >
      {(conversation) =>
        conversation === null ? (
          <DeskAlone desk={desk} />
        ) : (
          <DeskView desk={desk} conversation={conversation} />
        )
      }
    </QueryView>
  )
}

function DeskAlone({ desk }: { desk: Desk }) {
  return (
    <div className={styles.alone}>
      <DeskHeader desk={desk} />
      <div className={styles.aloneBody}>
        <Empty title={t`The conversation is gone`}>
          <Trans>
            The import that brought it was undone. What was answered is kept; the conversation is found again
            when it is imported again.
          </Trans>
        </Empty>
        <FormPanel desk={desk} conversation={null} listening={null} selectedSegment={null} />
      </div>
    </div>
  )
}

function DeskView({ desk, conversation }: { desk: Desk; conversation: Conversation }) {
  const [place, setPlace] = useState<Place>({})
  return (
    <ConversationReader
      conversation={conversation}
      selectedSegment={place.segment ?? null}
      focusedQuestionId={null}
      atMs={null}
      hasPlaceKeys={false}
      onPlace={setPlace}
      header={<DeskHeader desk={desk} />}
      sideLabel={t`Form`}
      renderSide={(listening) => (
        <FormPanel
          desk={desk}
          conversation={conversation}
          listening={listening}
          selectedSegment={place.segment ?? null}
          onSelectSegment={(segment) => setPlace({ segment })}
        />
      )}
    />
  )
}
