import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  comparableKey,
  joinIdentities,
  type Decision,
  type SharedContacts,
} from '../../../engine/people/joining.ts'

type Given = { source?: number; id?: string; name?: string; email?: string; otherIds?: string[] }

/** Joins people given in a few words; identity ids count from 1. `contacts`: pairs with how many contacts they share. */
function joined(
  people: readonly Given[],
  more: {
    contacts?: [a: number, b: number, shared: number][]
    /** Contacts of an identity that the other's source names anybody for; what is shared where not given. */
    comparable?: [identity: number, source: number, contacts: number][]
    decisions?: Decision[]
  } = {},
) {
  const identities = people.map(({ source = 1, id, name, email, otherIds }, index) => ({
    id: index + 1,
    sourceId: source,
    externalId: id ?? null,
    name: name ?? null,
    email: email ?? null,
    otherIds: otherIds ?? [],
    personId: index + 1,
  }))
  const sourceOf = (id: number) => identities[id - 1]!.sourceId
  const sharedContacts: SharedContacts[] = (more.contacts ?? []).map(([a, b, contacts]) => ({
    a,
    b,
    contacts,
  }))
  const comparable = new Map<string, number>()
  for (const { a, b, contacts } of sharedContacts)
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const key = comparableKey(one, sourceOf(other))
      comparable.set(key, (comparable.get(key) ?? 0) + contacts)
    }
  for (const [identity, source, contacts] of more.comparable ?? [])
    comparable.set(comparableKey(identity, source), contacts)
  const result = joinIdentities({
    identities,
    sharedContacts,
    comparableContacts: comparable,
    decisions: more.decisions ?? [],
  })
  const sets = Map.groupBy(identities, ({ id }) => result.personOf.get(id)!)
  return { ...result, people: [...sets.values()].map((set) => set.map(({ id }) => id)) }
}

describe('ids and e-mail addresses', () => {
  test('an address under which a source has three people is a mailbox and nobody’s own', () => {
    const mailbox = { email: 'support@example.org' }
    const { joins } = joined([
      { ...mailbox, name: 'Ada Okafor' },
      { ...mailbox, name: 'Grace Hopper' },
      { ...mailbox, name: 'Joan Clarke' },
      { ...mailbox, source: 2, name: 'Ada Okafor' },
    ])
    expect(joins).toEqual([])
  })

  test('one e-mail address is one person, however it is written and whatever the name', () => {
    const { people, joins } = joined([
      { source: 1, name: 'Ada Okafor', email: 'ada@example.org' },
      { source: 2, name: 'Adaeze Nwosu', email: 'ADA@example.org' },
    ])
    expect(people).toEqual([[1, 2]])
    expect(joins).toMatchObject([{ a: 1, b: 2, by: 'email' }])
  })

  test('one id in one source is one person; a bare small number in two sources is nobody in particular', () => {
    expect(
      joined([
        { id: '7', name: 'A. Okafor' },
        { id: '7', name: 'Ada Okafor' },
      ]).people,
    ).toEqual([[1, 2]])
    expect(
      joined([
        { id: '7', name: 'A. Okafor', email: 'ada@example.org' },
        { id: '7', name: 'Ada Okafor', email: 'a.okafor@example.org' },
      ]).people,
    ).toEqual([[1, 2]])
    expect(joined([{ id: '7' }, { source: 2, id: '7' }]).people).toEqual([[1], [2]])
  })

  test('an id that says something joins across sources, unless the names contradict', () => {
    expect(joined([{ id: 'emp-0042' }, { source: 2, id: 'EMP-0042', name: 'Ada Okafor' }]).people).toEqual([
      [1, 2],
    ])
    expect(joined([{ id: '481516' }, { source: 2, id: '481516' }]).people).toEqual([[1, 2]])
    expect(
      joined([
        { id: 'emp-0042', name: 'Ben Marsh' },
        { source: 2, id: 'emp-0042', name: 'Ada Okafor' },
      ]).people,
    ).toEqual([[1], [2]])
  })

  test('an id given to somebody new is two people, and a question', () => {
    const { people, proposals } = joined([
      { id: 'x-17', name: 'Ada Okafor' },
      { id: 'x-17', name: 'Ben Marsh' },
      { id: 'x-17', name: 'Marsh, Ben' },
    ])
    expect(people).toEqual([[1], [2, 3]])
    expect(proposals).toMatchObject([
      {
        a: 1,
        b: 2,
        reasons: ['One source gives both the id x-17.'],
        against: [expect.stringMatching(/somebody else/)],
      },
    ])
  })

  test('what a roster says of ids elsewhere joins them', () => {
    expect(
      joined([
        { source: 1, name: 'Ada Okafor', otherIds: ['t-9', '55'] },
        { source: 2, id: 'T-9' },
        { source: 3, id: '55' },
      ]).people,
    ).toEqual([[1, 2, 3]])
  })
})

describe('shared contacts', () => {
  const two = [
    { source: 1, id: 'a' },
    { source: 2, name: 'Ada Okafor' },
  ]

  test.each([
    [3, [], [[1, 2]]],
    [2, [], [[1], [2]]],
    [9, [[1, 2, 10]], [[1, 2]]],
    [8, [[1, 2, 10]], [[1], [2]]],
    [8, [[2, 1, 10]], [[1], [2]]],
  ] as [number, [number, number, number][], number[][]][])(
    '%i shared, of those that could be %j, give %j',
    (shared, comparable, people) => {
      expect(joined(two, { contacts: [[1, 2, shared]], comparable }).people).toEqual(people)
    },
  )

  test('do not join names that contradict, nor an id that is known by another name', () => {
    const named = [
      { source: 1, name: 'Ben Marsh' },
      { source: 2, name: 'Ada Okafor' },
    ]
    expect(joined(named, { contacts: [[1, 2, 20]] }).people).toEqual([[1], [2]])
    const known = [
      { source: 1, id: 'emp-0042' },
      { source: 3, id: 'emp-0042', name: 'Ben Marsh' },
      { source: 2, name: 'Ada Okafor' },
    ]
    expect(joined(known, { contacts: [[1, 3, 20]] }).people).toEqual([[1, 2], [3]])
    const mailed = [
      { source: 1, email: 'ben.marsh@example.org' },
      { source: 2, name: 'Ada Okafor' },
    ]
    expect(joined(mailed, { contacts: [[1, 2, 20]] }).people).toEqual([[1], [2]])
    expect(joined(mailed.toReversed(), { contacts: [[1, 2, 20]] }).people).toEqual([[1], [2]])
    expect(
      joined([{ source: 1, email: 'aokafor@example.org' }, two[1]!], { contacts: [[1, 2, 20]] }).people,
    ).toEqual([[1, 2]])
  })

  test('are counted together where a source spells one person two ways', () => {
    const { people } = joined(
      [
        { source: 1, id: '7', name: 'A. Okafor' },
        { source: 1, id: '7', name: 'Ada Okafor' },
        { source: 2, id: 'zz' },
      ],
      {
        contacts: [
          [1, 3, 5],
          [2, 3, 5],
        ],
      },
    )
    expect(people).toEqual([[1, 2, 3]])
  })

  test('are one to one: who shares with two people equally is neither', () => {
    const { people } = joined(
      [
        { source: 1, id: 'a' },
        { source: 1, id: 'b' },
        { source: 2, id: 'z' },
      ],
      {
        contacts: [
          [1, 3, 10],
          [2, 3, 10],
        ],
      },
    )
    expect(people).toEqual([[1], [2], [3]])
  })
})

describe('names alone', () => {
  test('only propose, with reasons; the fuller the surer', () => {
    const { people, proposals } = joined([
      { source: 1, name: 'Ada Okafor' },
      { source: 2, name: 'Okafor, Ada' },
      { source: 3, name: 'Ben Marsh' },
      { source: 4, name: 'bmarsh' },
      { source: 5, name: 'Cleo Ito' },
      { source: 6, name: 'C. Ito' },
    ])
    expect(people).toHaveLength(6)
    expect(proposals.map(({ a, b }) => [a, b])).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ])
    expect(proposals.map(({ confidence }) => confidence)).toEqual([0.7, 0.6, 0.5])
    for (const { reasons } of proposals) expect(reasons).toHaveLength(1)
  })

  test('say less where several people fit, and where ids differ', () => {
    const { proposals } = joined([
      { source: 1, id: '1', name: 'Ada Okafor' },
      { source: 1, id: '2', name: 'Ada Okafor' },
      { source: 2, name: 'Ada Okafor' },
    ])
    for (const { confidence, against } of proposals) {
      expect(confidence).toBeLessThan(0.5)
      expect(against).toContain('More than one person fits.')
    }
  })
})

describe('what somebody decided', () => {
  test('stands above everything: apart stays apart, joined stays joined', () => {
    const same = [
      { source: 1, email: 'ada@example.org' },
      { source: 2, email: 'ada@example.org' },
      { source: 3, name: 'Ben Marsh' },
    ]
    const { people, proposals, joins } = joined(same, {
      decisions: [
        { a: 1, b: 2, state: 'apart' },
        { a: 1, b: 3, state: 'joined' },
      ],
    })
    expect(people).toEqual([[1, 3], [2]])
    expect(joins).toMatchObject([{ a: 1, b: 3, by: 'confirmed' }])
    expect(proposals).toEqual([])
  })

  test('is never undone by way of a third', () => {
    const { people } = joined(
      [
        { source: 1, id: 'emp-0042' },
        { source: 2, id: 'emp-0042', email: 'ada@example.org' },
        { source: 3, email: 'ada@example.org' },
      ],
      { decisions: [{ a: 1, b: 3, state: 'apart' }] },
    )
    expect(people).toEqual([[1], [2, 3]])
  })
})

test('who is who does not depend on what was imported first', () => {
  const person = fc.record({
    source: fc.constantFrom(1, 2, 3),
    id: fc.constantFrom(undefined, 'emp-1', 'emp-2', '7'),
    name: fc.constantFrom(undefined, 'Ada Okafor', 'Ben Marsh', 'A. Okafor', 'Marsh, Ben'),
    email: fc.constantFrom(undefined, 'ada@example.org', 'ben@example.org'),
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(person, { minLength: 2, maxLength: 8, selector: (one) => JSON.stringify(one) }),
      fc.infiniteStream(fc.nat(1000)),
      (people, ids) => {
        const setsWith = (idOf: (index: number) => number) => {
          const identities = people.map(({ source, id, name, email }, index) => ({
            id: idOf(index),
            sourceId: source,
            externalId: id ?? null,
            name: name ?? null,
            email: email ?? null,
            otherIds: [],
            personId: 0,
          }))
          const { personOf } = joinIdentities({
            identities,
            sharedContacts: [],
            comparableContacts: new Map(),
            decisions: [],
          })
          const sets = Map.groupBy(people.keys(), (index) => personOf.get(idOf(index)))
          return [...sets.values()].map((set) => set.join(' ')).toSorted()
        }
        const order = new Map(
          [...people.keys()]
            .map((index) => [index, ids.next().value as number] as const)
            .toSorted((a, b) => a[1] - b[1])
            .map(([index], place) => [index, place + 1]),
        )
        expect(setsWith((index) => order.get(index)!)).toEqual(setsWith((index) => index + 1))
      },
    ),
  )
})
