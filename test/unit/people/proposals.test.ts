import { describe, expect, it } from 'vitest'
import type { IdentityRow } from '../../../engine/people/identities.store.ts'
import { joinIdentities, type Decision } from '../../../engine/people/joining.ts'
import { withoutImplied } from '../../../engine/people/proposing.ts'
import { questionsOf } from '../../../engine/people/questions.ts'
import { doNamesContradict, isLoginOf, isSameName, sharesWord } from '../../../engine/people/names.ts'

function identity(id: number, own: Partial<IdentityRow>): IdentityRow {
  return { id, sourceId: id, externalId: null, name: null, email: null, otherIds: [], personId: id, ...own }
}

function joined(identities: readonly IdentityRow[], decisions: readonly Decision[] = []) {
  return joinIdentities({ identities, sharedContacts: [], comparableContacts: new Map(), decisions })
}

describe('names', () => {
  it('reads one name however its letters are written down', () => {
    const pairs: [string, string][] = [
      ['Müller, Anna', 'Anna Mueller'],
      ['Søren Weiß', 'Weiss, Soren'],
      ['Carla O’Neil', "Carla O'Neil"],
      ['Łukasz Żak', 'Lukasz Zak'],
    ]
    for (const [a, b] of pairs) expect({ a, b, same: isSameName(a, b) }).toEqual({ a, b, same: true })
    expect(isSameName('Anna Müller', 'Anna Miller')).toBe(false)
    expect(doNamesContradict('Björn Møller', 'Moeller, Björn')).toBe(false)
  })

  it('knows a login with a transcribed umlaut, and one beside a comma', () => {
    expect(isLoginOf('a.mueller@acme.example', 'Anna Müller')).toBe(true)
    expect(isLoginOf('jweiss2', 'Jana Weiß')).toBe(true)
    expect(isLoginOf('aebert', 'Anna Ebert')).toBe(true)
    expect(isLoginOf('a.miller', 'Anna Müller')).toBe(false)
    expect(sharesWord('d.delacruz@acme.example', 'de la Cruz, David')).toBe(true)
    expect(sharesWord('coneil@acme.example', "O'Neil, Carla")).toBe(true)
  })
})

describe('proposals and spelling', () => {
  it('joins an id across sources although one source writes the umlaut out and another puts the last name first', () => {
    const { personOf } = joined([
      identity(1, { externalId: 'A1001', name: 'Müller, Anna' }),
      identity(2, { externalId: 'A1001', email: 'a.mueller@acme.example' }),
      identity(3, { externalId: 'A1004', name: 'de la Cruz, David' }),
      identity(4, { externalId: 'A1004', email: 'd.delacruz@acme.example' }),
    ])
    expect([...personOf.values()]).toEqual([1, 1, 3, 3])
  })

  it('joins nobody by an id whose names contradict', () => {
    const { personOf } = joined([
      identity(1, { externalId: 'A1001', name: 'Anna Müller' }),
      identity(2, { externalId: 'A1001', name: 'Farid Haddad' }),
    ])
    expect([...personOf.values()]).toEqual([1, 2])
  })

  it('asks once for each person more when several sources write one name, and doubts none of them', () => {
    const four = [1, 2, 3, 4].map((id) => identity(id, { name: 'Anna Müller' }))
    const { proposals } = joined(four)
    expect(proposals).toHaveLength(6)
    expect(
      withoutImplied(proposals).map(({ a, b, confidence, against }) => ({ a, b, confidence, against })),
    ).toEqual([
      { a: 1, b: 2, confidence: 0.7, against: [] },
      { a: 1, b: 3, confidence: 0.7, against: [] },
      { a: 1, b: 4, confidence: 0.7, against: [] },
    ])
    const after = joined(four, [{ a: 1, b: 3, state: 'apart' }])
    expect(withoutImplied(after.proposals).map(({ a, b }) => [a, b])).toContainEqual([2, 3])
  })

  it('doubts a short name that fits two people', () => {
    const { proposals } = joined([
      identity(1, { name: 'Anna Müller' }),
      identity(2, { name: 'Anna Maurer' }),
      identity(3, { name: 'Anna M.' }),
    ])
    expect(withoutImplied(proposals).map(({ a, b, against }) => ({ a, b, against }))).toEqual([
      { a: 1, b: 3, against: ['More than one person fits.'] },
      { a: 2, b: 3, against: ['More than one person fits.'] },
    ])
  })

  it('asks about people of one name together, and apart from them about whom something speaks against', () => {
    const { proposals } = joined([
      identity(1, { name: 'Anna Müller', email: 'anna@one.example' }),
      identity(2, { name: 'Müller, Anna' }),
      identity(3, { name: 'Anna Mueller' }),
      identity(4, { name: 'Tom Becker', externalId: 'T1', sourceId: 9 }),
      identity(5, { name: 'Tom Becker', externalId: 'T2', sourceId: 9 }),
      identity(6, { name: 'Grace Kim' }),
      identity(7, { name: 'Grace Klein' }),
      identity(8, { name: 'Grace K.' }),
    ])
    expect(questionsOf(proposals).map(({ personIds }) => personIds)).toEqual([
      [1, 2, 3],
      [4, 5],
      [6, 8],
      [7, 8],
    ])
  })
})
