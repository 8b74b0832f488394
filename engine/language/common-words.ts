// The words English speech is mostly made of, after contractions are taken apart: in any English conversation they are about two
// thirds of all words, in another language few of them are. None of them is used as a first name without being one of these first.
const grammar =
  'a an the this that these those and or but if so as than then because while when where what which who how why not no nor yes yeah yep ' +
  'i you he she it we they me him her us them my your his its our their mine yours ours myself yourself ' +
  'am is are was were be been being do does did done doing have has had having will would can could shall should may might must ' +
  'of to in on at by for from with without about into onto over under after before until till since through between up down out off back again ' +
  'here there now today tomorrow tonight yesterday just only also too very really quite still already yet even ever never always all any some ' +
  'every each both either more most less least much many few other another else same such one two three four five six seven eight nine ten ' +
  'first second third last next'

const talk =
  'hello hi hey hiya good morning afternoon evening night day okay right alright well sure fine please thank thanks welcome sorry bye ' +
  'oh ah look listen wait hold moment minute second bit lot thing things something anything nothing everything someone somebody anyone ' +
  'anybody nobody everybody everyone way time times week month year hour hours minutes days weeks months years people person man woman sir ' +
  'maam madam go goes going gone went come comes came coming get gets got getting give gives gave given take takes took taken make makes ' +
  'made making see sees saw seen seeing say says said saying tell tells told telling ask asks asked asking know knows knew known think thinks ' +
  'thought want wants wanted need needs needed like liked love help helps helped helping try tries tried trying use used using put find found ' +
  'call calls called calling hear heard speak speaking spoke talk talking talked read write send sent show let lets keep kept leave left ' +
  'start started stop stopped open close check checked work works worked working change changed pay paid buy bought order ordered happen ' +
  'happens happened happening wrong new old big small long short high low late early able ready happy glad afraid little great bad better best ' +
  'number name address account card bill money phone line email mail message code date order box house home problem issue trouble question ' +
  'matter reason information details service company office business system website app password payment price charge fee plan contract ' +
  'deal offer part end side place point case idea kind sort rest whole half enough own sure true different possible clear quick quickly ' +
  'soon later maybe perhaps probably actually basically exactly anyway though however instead because around near far away together once ' +
  'twice barely hardly loud longer faster sooner turn turns run runs set bring move mean means meant feel seem seems sound sounds believe ' +
  'understand remember forget hope guess suppose wish worry mind care cost it else'

const words = new Set(`${grammar} ${talk}`.split(' '))

/** Whether a normalised word (see `phraseTokens`) is one of the commonest of English speech, and so hardly a name. */
export function isCommonEnglish(word: string): boolean {
  return words.has(word)
}
