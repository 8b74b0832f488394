/** How somebody sounds: a voice of eSpeak NG with pitch and range 0..99, and how loud, in decibels around the usual. */
export interface Voice {
  voice: string
  wordsPerMinute: number
  pitch: number
  range: number
  levelDb: number
}

const voice = (name: string, wordsPerMinute: number, pitch: number, range = 45, levelDb = 0): Voice => ({
  voice: name,
  wordsPerMinute,
  pitch,
  range,
  levelDb,
})

/** The agents of the sample who can be heard, by login. */
export const AGENT_VOICES: Record<string, Voice> = {
  twierzba: voice('en+m3', 172, 42),
  enwachuku: voice('en+m7', 165, 30, 50),
  crathbone: voice('en-gb-x-gbcwmd+m1', 160, 40),
  dvossberg: voice('en-us+m6', 148, 28, 35),
  dapplethwaite: voice('en-gb-x-rp+m4', 196, 48, 55, 1),
  retchebarne: voice('en-us+f4', 176, 50, 30),
  smulcairn: voice('en-gb-scotland+f3', 158, 58, 60),
  aokafor: voice('en+f2', 160, 52, 55),
  atepania: voice('en-us+f1', 152, 48, 50),
  dfontaineau: voice('en-us+m2', 178, 52, 40),
  kdobrowicz: voice('en+f5', 162, 55, 45),
  lkahananui: voice('en-us+f2', 155, 60, 55),
}

/** Customers, by the kind of person they are. */
export const CUSTOMER_VOICES = {
  calmWoman: voice('en-us+f5', 158, 46, 45, -1),
  briskMan: voice('en-us+m8', 178, 50, 50),
  oldMan: voice('en+m5', 132, 32, 40, -2),
  oldWoman: voice('en-us+grandma', 136, 44, 40, -1),
  upsetWoman: voice('en+f1', 184, 66, 75, 1),
  upsetMan: voice('en-us+m4', 182, 52, 75, 1),
  youngWoman: voice('en-us+f3', 172, 68, 55, -1),
  shopkeeper: voice('en-gb-scotland+m2', 160, 46, 50),
} as const satisfies Record<string, Voice>
