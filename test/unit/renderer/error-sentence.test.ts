import { ORPCError } from '@orpc/client'
import { expect, it } from 'vitest'
import { errorSentence } from '../../../renderer/ui/error-sentence.ts'

it('says what the engine said, with the incident’s number where there is one', () => {
  const refused = new ORPCError('DATABASE_BUSY', {
    status: 503,
    data: { sentence: 'Close the other window first.' },
  })
  const broken = new ORPCError('INTERNAL', {
    status: 500,
    data: { sentence: 'Something broke.', incidentId: 'a1b2' },
  })
  expect([errorSentence(refused), errorSentence(broken)]).toEqual([
    'Close the other window first.',
    'Something broke. (Incident a1b2.)',
  ])
})

it('tells a page without a session how to get one, and a page without an engine to look for it', () => {
  const sentences = [
    errorSentence(new ORPCError('FORBIDDEN', { status: 403 })),
    errorSentence(new TypeError('Failed to fetch')),
  ]
  expect(sentences).toEqual([
    'This page is no longer signed in: open it again with the address that Debrief printed when it started.',
    'Debrief does not answer: check that it is still running, then try again.',
  ])
})

it('takes the sentence of a refusal by the door, and never shows the insides of an unknown error', () => {
  expect(errorSentence(Object.assign(new Error('413'), { sentence: 'That is too large.' }))).toBe(
    'That is too large.',
  )
  expect(errorSentence(new Error('SQLITE_CORRUPT at 0x1f'))).not.toContain('SQLITE')
})
