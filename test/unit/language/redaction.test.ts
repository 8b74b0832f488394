import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redact, redactSegments } from '../../../engine/language/index.ts'

const redacted = (text: string) => redact(text).text

describe('card numbers', () => {
  it.each([
    ['4111111111111111', '[card number]'],
    ['my card is 4111 1111 1111 1111, thanks', 'my card is [card number], thanks'],
    ['4111-1111-1111-1111', '[card number]'],
    ['4111.1111.1111.1111', '[card number]'],
    ['4111 1111\n1111 1111', '[card number]'],
    ['3782 822463 10005', '[card number]'],
    ['5555555555554444 it is', '[card number] it is'],
    ['４１１１ １１１１ １１１１ １１１１', '[card number]'],
    ['card4111111111111111', 'card[card number]'],
    ['4,111,111,111,111,111', '[card number]'],
    ['30569309025904 is my diners club card', '[card number] is my diners club card'],
    ['the other is 5500 0000 0000 0004', 'the other is [card number]'],
    ['4111​1111​1111​1111', '[card number]'],
  ])('are found as written: %s', (text, expected) => {
    expect(redacted(text)).toBe(expected)
  })

  it.each([
    'four one one one one one one one one one one one one one one one',
    'four one one one, uh, one one one one, okay, one one one one and then one one one one',
    'forty-one eleven eleven eleven eleven eleven eleven eleven',
    'four triple one quadruple one quadruple one quadruple one',
    'three seven eight two, eight two two four six three, one oh oh oh five',
    'four one one one 1111 one one one one 1111',
    "four one one one, that's right, then one one one one, one one one one, and last one one one one",
    'four one one one. one one one one. one one one one. one one one one',
    'fifty five fifty five, fifty five fifty five, fifty five fifty five, forty four forty four',
  ])('are found as spoken: %s', (text) => {
    expect(redacted(text)).toBe('[card number]')
  })

  it('are found after a request even where recognition lost or changed a digit', () => {
    expect(redacted('my card number is 4111 1111 1111 112')).toBe('my card number is [card number]')
    expect(redacted('the credit card number is four one one one one one one two one one one')).toBe(
      'the credit card number is [card number]',
    )
  })

  it('take date and code said in the same breath with them', () => {
    expect(redacted('4111111111111111 12 25 123')).toBe('[card number] [expiry date] [card code]')
    expect(redacted('Card No: 4111 1111 1111 1111, CVV: 123, Exp: 03/27')).toBe(
      'Card No: [card number], CVV: [card code], Exp: [expiry date]',
    )
    expect(
      redacted('my credit card is 4111111111111111 expiring oh three twenty seven and the code is 999'),
    ).toBe('my credit card is [card number] expiring [expiry date] and the code is [card code]')
  })
})

describe('card codes', () => {
  it.each([
    ['the security code is 123', 'the security code is [card code]'],
    ['three digits on the back are four five six', 'three digits on the back are [card code]'],
    ["it's 123 on the back", "it's [card code] on the back"],
    ['cvv 1234', 'cvv [card code]'],
    ['c v v is nine double oh', 'c v v is [card code]'],
  ])('%s', (text, expected) => {
    expect(redacted(text)).toBe(expected)
  })
})

describe('social security numbers', () => {
  it.each([
    ['123-45-6789', '[social security number]'],
    ['my social is 123 45 6789', 'my social is [social security number]'],
    ['social security number 123456789', 'social security number [social security number]'],
    [
      'my social security number is one two three four five six seven eight nine',
      'my social security number is [social security number]',
    ],
    ['one two three dash four five dash six seven eight nine', '[social security number]'],
    ['last four of my social 6789', 'last four of my social [social security number]'],
  ])('%s', (text, expected) => {
    expect(redacted(text)).toBe(expected)
  })
})

describe('e-mail addresses', () => {
  it.each([
    ['write to jo.smith+x@mail.example.org.', 'write to [e-mail].'],
    ['cminh730@email.com', '[e-mail]'],
    ['John dot Smith at gmail dot com', '[e-mail]'],
    ['my email is john smith at example dot com', 'my email is [e-mail]'],
    ['j o h n underscore smith 42 at yahoo dot co dot uk', '[e-mail]'],
    ["it's john.smith at gmail.com", "it's [e-mail]"],
    ['b as in boy o b at hotmail dot com', '[e-mail]'],
    ['my email is jane underscore doe at my dash company dot com', 'my email is [e-mail]'],
    ["it's jane at janedoe dot org that's my email", "it's [e-mail] that's my email"],
    ['jane dash doe at my company dot io', '[e-mail]'],
    ['write to jane.doe [at] example (dot) org', 'write to [e-mail]'],
    ['JANE [AT] EXAMPLE [DOT] COM', '[e-mail]'],
    // no addresses
    ['he is at my company dot com', 'he is at my company dot com'],
    ['the order (at home) and [dot] nothing', 'the order (at home) and [dot] nothing'],
  ])('%s', (text, expected) => {
    expect(redacted(text)).toBe(expected)
  })
})

describe('phone numbers', () => {
  it.each([
    '(415) 555-1234',
    '415-555-1234',
    '415.555.1234',
    '+1 415 555 1234',
    '1-800-555-0199',
    '+44 20 7946 0958',
    '+49 (0) 30 123456',
    '0044 20 7946 0958',
    '020 7946 0958',
    '07700 900123',
    '01 42 68 53 00',
    '0412 345 678',
    '98765 43210',
    'five zero seven zero zero zero one eight nine two',
    'five oh seven, double oh oh, one eight nine two',
  ])('are found without a word before them: %s', (text) => {
    expect(redacted(text)).toBe('[phone number]')
  })

  it.each([
    ['call me at 5070001892', 'call me at [phone number]'],
    ['my phone is 555-1234', 'my phone is [phone number]'],
    ['my mobile number is 6123 4567', 'my mobile number is [phone number]'],
    ['202-555-0143 or 2025550143', '[phone number] or [phone number]'],
    [
      'area code four one five then five five five twelve twelve, call me',
      'area code [phone number], call me',
    ],
  ])('are found after a cue in any shape: %s', (text, expected) => {
    expect(redacted(text)).toBe(expected)
  })
})

it('finds bank accounts and PINs after their words, and IBANs by their check digits', () => {
  expect(redacted('IBAN GB29 NWBK 6016 1331 9268 19')).toBe('IBAN [bank account]')
  expect(redacted('DE89370400440532013000 please')).toBe('[bank account] please')
  expect(redacted('routing number 021000021')).toBe('routing number [bank account]')
  expect(redacted('my pin is 1234')).toBe('my pin is [pin]')
})

describe('what is no secret stays', () => {
  it.each([
    'Order ID: 3348917502',
    '7916676427',
    'tracking number 1Z999AA10123456784',
    'USPS 9400 1000 0000 0000 0000 00',
    'order number 1234567890123456',
    'I paid $1,234.56 on 12/25/2024 at 10:15',
    'meet at ten fifteen or ten thirty',
    'we have two and then three options',
    'it has been more than 90 days',
    'I bought 12 items for 45 dollars and 99 cents',
    'one hundred and twenty five dollars',
    'call us 24/7',
    'all promo codes expire after 7 days',
    'card ending in 4242',
    'the last four digits of my card are 4242',
    'my zip code is 90210',
    'IP 192.168.100.200',
    '2024-11-03T10:15:00Z',
    'invoice 20241103-0001',
    'August 19, 2020',
    'I look at amazon dot com',
    'I shop at target.com every day',
    'reference number is three three four eight nine one seven five zero two',
    'I waited 45 minutes, called 3 times, and got 2 different answers',
    'IMEI 356938035643809',
    'the security code was sent to my phone',
    'the code is 4567 for 10 percent off',
    'I have 2 cards, 3 accounts, 10 orders from 2019 to 2024',
    'one two three go',
    'my username is cminh730',
    'Order #112-3456789-1234567 shipped on 3/4/2024',
    'FedEx 7712 3456 7890',
    'we close at five thirty and open at nine',
    'account 9876543210 shows a balance of 1,024.50',
    'ticket 8832719 opened 2024-05-06 10:22:33',
    'my zip is nine four one one oh',
    'it is a 2019 model 3 with 45000 miles',
    'your verification code is 482913',
    'I work at walmart dot com support',
    'between 10 000 and 20 000',
    'GTIN 4006381333931',
    'ISBN 978-3-16-148410-0',
    'timestamp 1700000000000',
    'id 550e8400-e29b-41d4-a716-446655440000',
    'order AB12 3456 7890 1234 5678',
    'on the back of the box it says 123',
    'expires on 12/25 according to the milk carton',
    'ten nine eight seven six five four three two one',
    'I was number 35 in the queue, then 34, 33, 32, 31, 30, 29',
    'the total is one thousand two hundred thirty four dollars and fifty six cents',
    'gate code is 1234',
  ])('%s', (text) => {
    expect(redacted(text)).toBe(text)
  })
})

describe('a number dictated over several turns', () => {
  const talk = (...turns: [string | null, string][]) =>
    redactSegments(turns.map(([speaker, text]) => ({ speaker, text }))).map((result) => result.text)

  it('is one number, with what the other speaker says or repeats between', () => {
    expect(
      talk(
        ['agent', 'can i have the card number'],
        ['customer', 'sure it is four one one one'],
        ['agent', 'mm-hm'],
        ['customer', 'one one one one'],
        ['agent', 'okay'],
        ['customer', 'one one one one uh'],
        ['agent', 'one one one one'],
        ['customer', 'one one one one'],
        ['agent', 'and the security code on the back'],
        ['customer', 'one two three'],
        ['agent', 'one two three thanks your total is forty five dollars'],
      ),
    ).toEqual([
      'can i have the card number',
      'sure it is [card number]',
      'mm-hm',
      '[card number]',
      'okay',
      '[card number] uh',
      '[card number]',
      '[card number]',
      'and the security code on the back',
      '[card code]',
      '[card code] thanks your total is forty five dollars',
    ])
  })

  it('is found where all speakers are unknown, and where each part is a message of its own', () => {
    expect(talk([null, '4111 1111'], [null, '1111 1111'])).toEqual(['[card number]', '[card number]'])
    expect(
      talk(
        ['a', 'card number please'],
        ['c', '4111'],
        ['c', '1111'],
        ['c', '1111'],
        ['c', '1111'],
        ['c', '12/25'],
        ['c', '123'],
      ),
    ).toEqual([
      'card number please',
      '[card number]',
      '[card number]',
      '[card number]',
      '[card number]',
      '[expiry date]',
      '[card code]',
    ])
  })

  it('is found as a phone number or an e-mail address too', () => {
    expect(
      talk(
        ['agent', 'what is your phone number'],
        ['caller', 'five zero seven'],
        ['caller', 'zero zero zero one eight nine two'],
        ['agent', 'and the email'],
        ['caller', 'j smith'],
        ['caller', 'at gmail dot com'],
      ),
    ).toEqual([
      'what is your phone number',
      '[phone number]',
      '[phone number]',
      'and the email',
      '[e-mail]',
      '[e-mail]',
    ])
  })

  it('leaves the last four digits and the order number that are read back', () => {
    const turns: [string, string][] = [
      ['agent', 'card ending in four two four two is that right'],
      ['customer', 'yes four two four two'],
      ['agent', 'and order number?'],
      ['customer', '3348917502'],
    ]
    expect(talk(...turns)).toEqual(turns.map(([, text]) => text))
  })
})

const pieces = [
  '4111 1111 1111 1111',
  '4111',
  '1111',
  'four one one one',
  'one',
  'oh',
  'double five',
  'forty-one',
  'to',
  'for',
  'card number',
  'card',
  'security code',
  'on the back',
  'expires',
  '12/25',
  'december',
  '2027',
  'my social is',
  '123-45-6789',
  'phone number',
  '415-555-1234',
  '+44',
  '(0)',
  'jo.smith@example.org',
  'at gmail dot com',
  'john',
  'order number',
  'pin',
  'routing number',
  'uh',
  'okay',
  ',',
  '.',
  '-',
  '\n',
  '$45',
  'dollars',
  '[card number]',
  '[PII]',
  'GB29 NWBK 6016 1331 9268 19',
  'x4111111111111111y',
]
const someText = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 })), { maxLength: 40 })
  .chain((parts) => fc.constantFrom(' ', '', ', ').map((glue) => parts.join(glue)))

describe('whatever the text', () => {
  it('redacting twice changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ speaker: fc.constantFrom('a', 'b', null), text: someText }), { maxLength: 6 }),
        (segments) => {
          const once = redactSegments(segments)
          const again = redactSegments(segments.map((segment, at) => ({ ...segment, text: once[at]!.text })))
          expect(again).toEqual(once.map((result) => ({ text: result.text, spans: [] })))
        },
      ),
      { numRuns: 1500 },
    )
  })

  it('the spans say what was replaced in the text as given', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const { text: result, spans } = redact(text)
        let at = 0
        let rest = result
        for (const span of spans) {
          const kept = text.slice(at, span.start)
          expect(rest.startsWith(kept)).toBe(true)
          expect(span.end).toBeGreaterThan(span.start)
          rest = rest.slice(kept.length).replace(/^\[[a-z -]+\]/, '')
          at = span.end
        }
        expect(rest).toBe(text.slice(at))
      }),
      { numRuns: 1500 },
    )
  })

  it('a card number between any words never survives', () => {
    const words = fc.array(
      fc.constantFrom(...'the my order it was 20 two okay call phone is at card and to pay'.split(' ')),
    )
    fc.assert(
      fc.property(words, words, fc.constantFrom(' ', '-', '. ', ', '), (before, after, glue) => {
        const card = ['5555', '5555', '5555', '4444'].join(glue)
        expect(redacted([...before, 'here', card, 'there', ...after].join(' '))).not.toContain('5555')
      }),
    )
  })

  it.each([
    ['digits in one', (n: number) => '4'.repeat(n * 5)],
    ['groups of digits', (n: number) => '4111 '.repeat(n)],
    ['spoken digits', (n: number) => 'four one '.repeat(n)],
    ['sounding like digits', (n: number) => 'one to '.repeat(n)],
    ['at signs', (n: number) => 'a@'.repeat(n)],
    ['dots', (n: number) => 'a.'.repeat(n)],
    ['spoken addresses', (n: number) => 'dot at '.repeat(n)],
    ['brackets', (n: number) => '['.repeat(n)],
    ['cues', (n: number) => 'card number expires security code '.repeat(n)],
    ['cues and numbers', (n: number) => 'card number 411 expires 12 phone '.repeat(n)],
    ['secrets', (n: number) => 'jo@example.org 415-555-1234 x '.repeat(n)],
    ['cards', (n: number) => '4111111111111111, '.repeat(n)],
  ])('the work grows with the length of the text and not faster: %s', (_, build) => {
    const work = (size: number) => {
      const meter = { steps: 0 }
      redactSegments([{ speaker: null, text: build(size) }], meter)
      return meter.steps
    }
    const small = work(1000)
    const large = work(4000)
    expect(large).toBeLessThan(4.5 * small + 1000)
  })

  it('nor faster with every segment another speaker', () => {
    const work = (size: number) => {
      const meter = { steps: 0 }
      const segments = Array.from({ length: size }, (_, at) => ({
        speaker: `s${at}`,
        text: 'four one one one',
      }))
      redactSegments(segments, meter)
      return meter.steps
    }
    expect(work(4000)).toBeLessThan(4.5 * work(1000))
  })
})
