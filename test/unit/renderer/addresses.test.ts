import { describe, expect, it } from 'vitest'
import { secondsLeftSentence } from '../../../renderer/app/job-words.ts'
import { coachingSearch, conversationsSearch, dataSearch } from '../../../renderer/app/search.ts'

describe('addresses', () => {
  it('drop what does not fit, so that an old or mistyped one still opens the page', () => {
    expect([
      coachingSearch.parse({ agent: 12, days: 56, team: 'all', q: 7 }),
      conversationsSearch.parse({ from: 'yesterday', sort: 'loudest', queue: 'Billing' }),
      dataSearch.parse({ tab: 'nowhere', import: 3 }),
    ]).toEqual([{ agent: 12, days: 56 }, { queue: 'Billing' }, { import: 3 }])
  })
})

describe('the time a job still takes', () => {
  it('is said as roughly as it is known', () => {
    expect([null, 3, 42, 170, 7300].map(secondsLeftSentence)).toEqual([
      '',
      'almost done',
      'about 45 seconds left',
      'about 3 min left',
      'about 2 hours left',
    ])
  })
})
