import { t } from '@lingui/core/macro'
import { ORPCError } from '@orpc/client'
import { capabilities, type Capability } from '../../shared/domain/capabilities.ts'

function sentenceIn(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('sentence' in data)) return null
  return typeof data.sentence === 'string' && data.sentence !== '' ? data.sentence : null
}

function incidentIn(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('incidentId' in data)) return null
  return typeof data.incidentId === 'string' ? data.incidentId : null
}

/** What a call was refused for want of a second person's approval of it; null for every other error. */
export function approvalNeeded(error: unknown): Capability | null {
  if (errorCode(error) !== 'APPROVAL_NEEDED' || !(error instanceof ORPCError)) return null
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null || !('needs' in data)) return null
  return capabilities.find((one) => one === data.needs) ?? null
}

/** The code of an error of the engine; null for anything else. */
export function errorCode(error: unknown): string | null {
  return error instanceof ORPCError ? String(error.code) : null
}

/** An error that is shown in these words. */
export function errorSaying(sentence: string): Error {
  return Object.assign(new Error(sentence), { sentence })
}

/** What went wrong and what to do, as one sentence; with the incident's number where the engine gave one. */
export function errorSentence(error: unknown): string {
  const own = sentenceIn(error)
  if (own) return own
  if (error instanceof ORPCError) {
    const sentence = sentenceIn(error.data)
    const incident = incidentIn(error.data)
    if (sentence)
      return incident && !sentence.includes(incident) ? t`${sentence} (Incident ${incident}.)` : sentence
    if (error.status === 401 || error.status === 403)
      return t`This page is no longer signed in: open it again with the address that Debrief printed when it started.`
  }
  if (error instanceof TypeError || error instanceof DOMException)
    return t`Debrief does not answer: check that it is still running, then try again.`
  return t`Something unexpected went wrong. Try again; if it stays, run the check under Data and keep the log.`
}
