import { t } from '@lingui/core/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { RuleLibrary, RuleOfQuestion } from '../../../../shared/contract/rules.ts'
import { orpc } from '../../../app/client.ts'
import { Page } from '../../../ui/page.tsx'
import { Loading, QueryView } from '../../../ui/states.tsx'
import { RuleEditor } from './rule-editor.tsx'
import { storedDraft, type RuleDraft } from './stored-draft.ts'
import { UnreadableRule } from './unreadable-rule.tsx'

const route = getRouteApi('/quality/scorecards/$scorecardId/rules/$questionId')

/** The rule that answers one question of a form by itself. */
export function RulePage() {
  const asked = route.useParams()
  const rule = useQuery({ ...orpc.rules.get.queryOptions({ input: asked }), staleTime: 0 })
  const library = useQuery(orpc.rules.library.queryOptions())
  if (rule.data === undefined || library.data === undefined)
    return (
      <Page title={t`Rule`}>
        {rule.data === undefined ? (
          <QueryView query={rule} what={t`the rule`} loading={<Loading label={t`the rule`} rows={10} />}>
            {() => null}
          </QueryView>
        ) : (
          <QueryView
            query={library}
            what={t`the ready rules`}
            loading={<Loading label={t`the rules`} rows={10} />}
          >
            {() => null}
          </QueryView>
        )}
      </Page>
    )
  // another version that answers means another draft to begin with
  const key = `${asked.scorecardId} ${asked.questionId} ${rule.data.events.length}`
  return <ReadRule key={key} stored={rule.data} library={library.data} />
}

function ReadRule({ stored, library }: { stored: RuleOfQuestion; library: RuleLibrary }) {
  const [chosen, setChosen] = useState<RuleDraft | undefined>(undefined)
  const start = chosen ?? storedDraft(stored)
  return start === undefined ? (
    <UnreadableRule stored={stored} onStart={setChosen} />
  ) : (
    <RuleEditor {...{ stored, start, library }} />
  )
}
