// English as numbers are dictated: digit by digit, in pairs ("forty-one eleven"), with "oh", "double" and "triple".

export const unitWords: ReadonlyMap<string, string> = new Map(
  ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map((word, digit) => [
    word,
    String(digit),
  ]),
)

/** Zero under another name; "oh" and "o" count only beside another digit. */
export const zeroWords: ReadonlySet<string> = new Set(['oh', 'o', 'nought', 'naught'])

export const teenWords: ReadonlyMap<string, string> = new Map(
  [
    'ten',
    'eleven',
    'twelve',
    'thirteen',
    'fourteen',
    'fifteen',
    'sixteen',
    'seventeen',
    'eighteen',
    'nineteen',
  ].map((word, index) => [word, String(10 + index)]),
)

export const tenWords: ReadonlyMap<string, string> = new Map(
  ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].map((word, index) => [
    word,
    String(2 + index),
  ]),
)

export const roundWords: ReadonlyMap<string, string> = new Map([
  ['hundred', '00'],
  ['thousand', '000'],
])

export const timesWords: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['triple', 3],
  ['treble', 3],
  ['quadruple', 4],
])

/** Words that recognition writes for a digit; believed only between two spoken digits. */
export const soundalikes: ReadonlyMap<string, string> = new Map([
  ['to', '2'],
  ['too', '2'],
  ['for', '4'],
  ['fore', '4'],
  ['ate', '8'],
  ['won', '1'],
  ['tree', '3'],
])

const fillerList = `uh um er erm ah eh hm hmm mm mmm mhm mmhm uhhuh huh okay ok kay right yeah yep yes yup and then so like well
 alright dash hyphen space slash stroke dot period comma point sorry wait is it's its it that's thats the next again you know
 just please now followed by gap pause let me see got go ahead sure correct perfect great thanks thank noise inaudible
 unintelligible crosstalk agent customer caller representative advisor speaker one-second sec second no actually i mean have
 continue comes after last digits group last final are`

/** Words that may stand between two parts of one dictated number. */
export const fillerWords: ReadonlySet<string> = new Set(fillerList.split(/\s+/))

const unitAfterList = `dollar dollars euro euros pound pounds buck bucks cent cents pence quid usd eur gbp rupees yen percent per
 minute minutes min mins hour hours hr hrs second seconds day days week weeks month months year years yrs am pm o'clock oclock
 item items piece pieces people persons person times time pack packs box boxes pair pairs unit units mile miles km kilometers
 kg lbs lb ounces inch inches feet foot ft cm mm gb mb tb gigs megs kb megabytes gigabytes mbps points stars degrees
 nights guests rooms seats tickets orders users lines devices phones cards accounts calls copies letters digit digits number
 numbers character characters of`

/** A number before one of these is a count, an amount or a time, never part of a dictated number. */
export const unitsAfter: ReadonlySet<string> = new Set(unitAfterList.split(/\s+/))

export const monthNames: ReadonlySet<string> = new Set(
  `january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept
 oct nov dec`.split(/\s+/),
)
