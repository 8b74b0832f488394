// The empirical constants and word lists of the published VADER rules (Hutto & Gilbert 2014, and its reference release).

export const boosterStep = 0.293
export const capitalsStep = 0.733
export const negationFactor = -0.74
export const exclamationStep = 0.292
export const questionStep = 0.18
export const questionMost = 0.96
export const normalisation = 15

const strengthening = `absolutely amazingly awfully completely considerable considerably decidedly deeply effing enormous
 enormously entirely especially exceptional exceptionally extreme extremely fabulously flipping flippin frackin fracking
 fricking frickin frigging friggin fully fuckin fucking fuggin fugging greatly hella highly hugely incredible incredibly
 intensely major majorly more most particularly purely quite really remarkably so substantially thoroughly total totally
 tremendous tremendously uber unbelievably unusually utter utterly very`

const weakening = `almost barely hardly kinda kindof kind-of less little marginal marginally occasional occasionally partly
 scarce scarcely slight slightly somewhat sorta sortof sort-of`

const negating = `aint arent cannot cant couldnt darent didnt doesnt ain't aren't can't couldn't daren't didn't doesn't dont
 hadnt hasnt havent isnt mightnt mustnt neither don't hadn't hasn't haven't isn't mightn't mustn't neednt needn't never none
 nope nor not nothing nowhere oughtnt shant shouldnt uhuh wasnt werent oughtn't shan't shouldn't uh-uh wasn't weren't without
 wont wouldnt won't wouldn't rarely seldom despite`

const words = (list: string) => list.split(/\s+/)

/** Degree words and what they add to the valence that follows them. */
export const boosters: ReadonlyMap<string, number> = new Map([
  ...words(strengthening).map((word) => [word, boosterStep] as const),
  ...words(weakening).map((word) => [word, -boosterStep] as const),
])

/** Two-word dampeners; found only as the words before a sentiment word. */
export const boosterPairs: ReadonlyMap<string, number> = new Map([
  ['just enough', -boosterStep],
  ['kind of', -boosterStep],
  ['sort of', -boosterStep],
])

export const negations: ReadonlySet<string> = new Set(words(negating))

/** Phrases whose valence is not that of their words. */
export const specialPhrases: ReadonlyMap<string, number> = new Map([
  ['the shit', 3],
  ['the bomb', 3],
  ['bad ass', 1.5],
  ['badass', 1.5],
  ['bus stop', 0],
  ['yeah right', -2],
  ['kiss of death', -1.5],
  ['to die for', 3],
  ['beating heart', 3.1],
  ['broken heart', -2.9],
])
