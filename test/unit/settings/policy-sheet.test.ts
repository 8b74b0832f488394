import '../renderer/in-english.ts'
import { expect, test } from 'vitest'
import { policySheet } from '../../../renderer/features/settings/policy/policy-sheet.ts'
import { policyInWords } from '../../../shared/domain/policy-in-words.ts'
import { starterPolicies, type PolicyDocument } from '../../../shared/domain/policy.ts'

const at = Date.UTC(2026, 10, 14, 9, 30)
const document = starterPolicies['works-council']
const inForce = {
  document,
  held: { version: 4, at, who: 'Ada' },
  isChanged: false,
  timeZone: 'Europe/Berlin',
}

/** What stands on a page: its text, without tags, as a reader sees it. */
const textOf = (html: string) =>
  html
    .replace(/<style>.*<\/style>/s, '')
    .replaceAll(/<[^>]*>/g, '\n')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

test('a policy is printed whole, with its version, who put it in force, and lines to sign', () => {
  const text = textOf(policySheet(inForce))
  for (const { title, sentences } of policyInWords(document))
    for (const said of [title, ...sentences]) expect(text).toContain(`\n${said}\n`)
  expect(text).toContain('Version 4, put in force by Ada on Nov 14, 2026, 10:30 AM.')
  expect(text.match(/\n(Place and date|Employer|Employees’ representation)\n/g)).toHaveLength(4)
})

test('what was changed and not put in force is called a draft, and the first version is from the start', () => {
  const draft = policySheet({ ...inForce, isChanged: true })
  expect(textOf(draft)).toContain('Draft, made from version 4 and not in force.')
  expect(draft).not.toContain('put in force by')
  const first = policySheet({ ...inForce, held: { version: 0, at: null, who: null } })
  expect(textOf(first)).toContain('Version 0, in force from the start.')
})

test('a name, a host and a person that hold tags stay text, also in the style sheet', () => {
  const evil = `</style></title><script>alert("1")</script>\\`
  const typed: PolicyDocument = {
    ...document,
    name: evil,
    destinations: [{ purpose: 'score', host: '<img/onerror=alert(1)>' }],
  }
  const html = policySheet({
    ...inForce,
    document: typed,
    held: { version: 4, at, who: '<b>Mallory</b>' },
  })
  expect([...new Set([...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag!))].toSorted()).toEqual([
    'body',
    'div',
    'footer',
    'h1',
    'h2',
    'head',
    'header',
    'html',
    'meta',
    'p',
    'section',
    'style',
    'title',
  ])
  expect(html.match(/<\/style/g)).toHaveLength(1)
  for (const said of [evil, '<img/onerror=alert(1)>', '<b>Mallory</b>']) expect(textOf(html)).toContain(said)
})
