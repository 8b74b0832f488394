import { t } from '@lingui/core/macro'

/** What the numbers of an entry of the log are of, by the name they stand under there. A test holds that every id the contract takes has one. */
const recordNames: Record<string, () => string> = {
  // of what the act is about, which its own words say
  id: () => t({ message: 'number', context: 'of an entry' }),
  ids: () => t`numbers`,
  job: () => t`task`,
  jobId: () => t`task`,
  recording: () => t`recording`,
  recordingId: () => t`recording`,
  recordingIds: () => t`recordings`,
  agentId: () => t`agent`,
  agentIds: () => t`agents`,
  personId: () => t({ message: 'person', context: 'of an entry' }),
  personIds: () => t`people`,
  profileId: () => t`profile`,
  teamId: () => t`team`,
  teamIds: () => t`teams`,
  myTeamIds: () => t`own teams`,
  interactionId: () => t`conversation`,
  interactionIds: () => t`conversations`,
  evaluationId: () => t`evaluation`,
  scorecardId: () => t`scorecard`,
  versionId: () => t`version`,
  questionId: () => t`question`,
  questionIds: () => t`questions`,
  scorerId: () => t`scorer`,
  planId: () => t`plan`,
  drawId: () => t`draw`,
  itemId: () => t`item`,
  driverId: () => t`driver`,
  metricId: () => t`metric`,
  outcomeMetricId: () => t`outcome`,
  commitmentId: () => t`commitment`,
  templateId: () => t`template`,
  importId: () => t`import`,
  incidentId: () => t`incident`,
  mergeId: () => t`merge`,
  undoId: () => t`what was undone`,
  sourceId: () => t`source`,
  fromId: () => t({ message: 'from', context: 'of an entry' }),
  fromIds: () => t({ message: 'from', context: 'of an entry' }),
  toId: () => t({ message: 'to', context: 'of an entry' }),
}

export interface RecordPart {
  name: string
  /** What `values` are of, in the language of the page. */
  words: string
  /** The numbers and ids as they stand in the log. */
  values: string
}

/** The record of an entry, such as `agentId 31, interactionIds 7 9`, as its parts; a name without words stands as it is. */
export function partsOfRecord(record: string): RecordPart[] {
  if (record === '') return []
  return record.split(', ').map((part) => {
    const at = part.indexOf(' ')
    const name = at < 0 ? part : part.slice(0, at)
    const words = Object.hasOwn(recordNames, name) ? recordNames[name]!() : name
    return { name, words, values: at < 0 ? '' : part.slice(at + 1) }
  })
}
