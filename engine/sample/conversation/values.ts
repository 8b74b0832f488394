import type { Contact } from '../contacts.ts'
import { MAIL_DOMAIN, TEAMS } from '../company.ts'
import type { Random } from '../random.ts'

const GIVEN =
  'Marjorie Owen Delphine Raul Kenji Astrid Bernard Lucinda Farid Nadia Calvin Eloise Gideon Hattie Ivo Jocelyn Leopold Maeve Norbert Odette Percy Quentin Rowena Stellan Tabitha Ulric Verity Winston Xenia Yusuf Zelda Armando Bettina Cedric Dorothea Esteban Fiona Gustav Henrietta Ignatius'.split(
    ' ',
  )
const FAMILY =
  'Abernethy Bellweather Cottingsby Dunmorrow Eastlake Fenwickson Galloway Hartnell Inglesea Jarvisson Kettleby Lorimer Mossgrove Nightingall Oakhurst Pemberly Quigstone Ravensdale Silverlock Thackeray Underhay Vantongeren Wetherall Yarrowick Zimmerlin Castellanes Ferreirinha Obuasi Takedani Srinivas'.split(
    ' ',
  )
const KIDS = 'Milo Posy Jasper Wren Otis Juno Felix Tess Arlo Bea Hugo Nell'.split(' ')
const PETS = 'Biscuit Waffles Pickles Mango Gizmo Pepper Marbles Tofu Sprocket Nutmeg'.split(' ')
const STREETS = [
  'Alder Street',
  'Mill Lane',
  'Juniper Court',
  'Harbor Road',
  'Quarry Hill',
  'Larch Avenue',
  'Canal Walk',
  'Foundry Street',
  'Orchard Drive',
  'Chapel Row',
  'Linden Way',
  'Ferry Lane',
]
const CITIES = [
  'Millbrook',
  'Eastport',
  'Cedar Falls',
  'Ashford',
  'Port Haven',
  'Riverton',
  'Fairmont',
  'Stonebridge',
]
const COUNTRIES = [
  'Portugal',
  'Mexico',
  'Croatia',
  'Japan',
  'Iceland',
  'Morocco',
  'Peru',
  'Greece',
  'Vietnam',
  'Ireland',
]
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const TIMES = [
  'half past nine',
  'ten to eight',
  'quarter past two',
  'eleven thirty',
  'five in the morning',
  'about noon',
  'twenty past six',
]
const BIRTH_YEARS = [
  'sixty-one',
  'seventy-four',
  'eighty-three',
  'eighty-eight',
  'ninety-two',
  'ninety-seven',
  'fifty-eight',
  'sixty-nine',
]
const DIGITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** What the product has to redact. */
export type PersonalDataKind =
  | 'card-number'
  | 'card-number-spoken'
  | 'card-code'
  | 'social-security'
  | 'email'
  | 'phone'
export interface PersonalData {
  contactId: string
  kind: PersonalDataKind
  text: string
}

const ORDINALS: Record<number, string> = { 1: 'st', 2: 'nd', 3: 'rd', 21: 'st', 22: 'nd', 23: 'rd', 31: 'st' }
const spoken = (digits: string) => [...digits].map((digit) => DIGITS[Number(digit)] ?? '').join(' ')
const digitsOf = (count: number, random: Random) =>
  Array.from({ length: count }, () => random.int(0, 9)).join('')

/** A number that passes the Luhn check, in the ranges the card schemes keep for tests. */
function testCardNumber(random: Random): string {
  const body = random.pick(['411111', '400000', '555555']) + digitsOf(9, random)
  let sum = 0
  for (const [index, character] of [...body].entries()) {
    const doubled = Number(character) * (index % 2 === 0 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return `${body}${(10 - (sum % 10)) % 10}`
}

function makeValue(name: string, contact: Contact, random: Random, value: (name: string) => string): string {
  const money = (low: number, high: number) =>
    random.chance(0.55)
      ? `$${random.int(low, high)}`
      : `$${random.int(low, high)}.${random.pick(['99', '50', '40', '85', '20', '15'])}`
  const hour = new Date(contact.startedAt).getUTCHours()
  switch (name) {
    case 'amount':
      return money(84, 189)
    case 'small':
      return money(31, 49)
    case 'small2':
      return money(55, 79)
    case 'credit':
      return money(11, 28)
    case 'tiny':
      return random.pick(['two dollars', 'a dollar fifty', 'three dollars'])
    case 'tiny2':
      return `$${random.int(5, 15)}`
    case 'big':
      return money(260, 1340)
    case 'date': {
      const day = random.int(1, 28)
      return `${day}${ORDINALS[day] ?? 'th'}`
    }
    case 'weekday':
      return random.pick(WEEKDAYS)
    case 'month':
      return MONTHS[(new Date(contact.startedAt).getUTCMonth() + random.pick([1, 10, 11])) % 12] ?? ''
    case 'ref':
      return `${random.pick(['W', 'C', 'R'])}${digitsOf(5, random)}`
    case 'customer':
      return random.pick(GIVEN)
    case 'surname':
      return random.pick(FAMILY)
    case 'agent':
      return contact.agent?.givenName ?? ''
    case 'lead':
      return TEAMS[contact.agent?.team ?? 'Harbor'].supervisor.split(' ')[0] ?? ''
    case 'kid':
      return random.pick(KIDS)
    case 'pet':
      return random.pick(PETS)
    case 'street':
      return random.pick(STREETS)
    case 'city':
      return random.pick(CITIES)
    case 'country':
      return random.pick(COUNTRIES)
    case 'time':
      return random.pick(TIMES)
    case 'birth':
      return `${random.pick(MONTHS)} ${random.int(2, 27)}${random.pick(['th, ', ', '])}${random.pick(BIRTH_YEARS)}`
        .replace(/\b(2|22)th/, '$1nd')
        .replace(/\b(3|23)th/, '$1rd')
        .replace(/\b21th/, '21st')
    case 'zip':
      return digitsOf(5, random)
    case 'pin':
      return digitsOf(4, random)
    case 'last4':
      return digitsOf(4, random)
    case 'code':
      return `${digitsOf(3, random)} ${digitsOf(3, random)}`
    case 'account':
      return `W ${digitsOf(4, random)} ${digitsOf(3, random)}`
    case 'address':
      return `${random.int(2, 240)} ${value('street')}`
    case 'queue':
      return contact.queue === 'Card Services' ? 'card services' : contact.queue.toLowerCase()
    case 'hi':
      return hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening'
    case 'email':
    case 'email2':
      return `${value('customer')}.${value('surname')}${name === 'email' ? '' : random.int(2, 99)}@mail.${MAIL_DOMAIN.split('.')[1]}`.toLowerCase()
    case 'phone':
      return `${random.int(212, 989)} 555 01${digitsOf(2, random)}`
    case 'card':
      return testCardNumber(random).replace(/(\d{4})(?=\d)/g, '$1 ')
    case 'cardSpoken':
      return spoken(testCardNumber(random))
    case 'cvv':
      return digitsOf(3, random)
    case 'ssn':
      return `219-09-${digitsOf(4, random)}`
    default:
      throw new Error(`A line uses $${name}, which nobody can fill.`)
  }
}

const PERSONAL: Record<string, PersonalDataKind> = {
  email: 'email',
  email2: 'email',
  phone: 'phone',
  card: 'card-number',
  cardSpoken: 'card-number-spoken',
  cvv: 'card-code',
  ssn: 'social-security',
}

export interface Values {
  /** A line with its choices made and its words filled in. */
  fill: (template: string) => string
  personalData: PersonalData[]
}

/** The names, amounts and dates of one conversation; each keeps its value from line to line. */
export function createValues(contact: Contact, random: Random): Values {
  const known = new Map<string, string>()
  const personalData: PersonalData[] = []
  const value = (name: string): string => {
    const held = known.get(name)
    if (held !== undefined) return held
    const made = makeValue(name, contact, random, value)
    known.set(name, made)
    return made
  }
  const fill = (template: string): string => {
    let text = template
    while (/\{[^{}]*\}/.test(text)) {
      text = text.replace(/\{([^{}]*)\}/, (_, choices: string) => random.pick(choices.split('|')))
    }
    return text.replace(/\$([a-zA-Z]+\d?)/g, (_, name: string) => {
      const made = value(name)
      const kind = PERSONAL[name]
      const isNew = !personalData.some((item) => item.text === made)
      if (kind && isNew) personalData.push({ contactId: contact.id, kind, text: made })
      return made
    })
  }
  return { fill, personalData }
}
