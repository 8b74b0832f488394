import { t } from '@lingui/core/macro'
/** The modifier's name on this keyboard. */
export const modKey = /mac|iphone|ipad/i.test(globalThis.navigator?.userAgent ?? '') ? '⌘' : t`Ctrl`

/** Every shortcut there is, for the help dialog; the key names as one presses them in turn. */
export const shortcuts: { group: string; keys: string[]; does: string }[] = [
  { group: t`Anywhere`, keys: [`${modKey} K`], does: t`Search agents, teams, commands and what was said` },
  { group: t`Anywhere`, keys: ['?'], does: t`Show these shortcuts` },
  { group: t`Anywhere`, keys: ['g', 'c'], does: t`Go to Coaching` },
  { group: t`Anywhere`, keys: ['g', 'v'], does: t`Go to Conversations` },
  { group: t`Anywhere`, keys: ['g', 'q'], does: t`Go to Quality` },
  { group: t`Anywhere`, keys: ['g', 'p'], does: t`Go to Patterns` },
  { group: t`Anywhere`, keys: ['g', 'd'], does: t`Go to Data` },
  { group: t`Anywhere`, keys: ['g', 's'], does: t`Go to Settings` },
  { group: t`Anywhere`, keys: ['g', 'm'], does: t`Go to My sessions, in the profile of an agent` },
  { group: t`Anywhere`, keys: ['g', 'h'], does: t`Show what is missing in the data` },
  { group: t`Coaching`, keys: ['j'], does: t`Next agent (also the down arrow in the list)` },
  { group: t`Coaching`, keys: ['k'], does: t`Previous agent (also the up arrow in the list)` },
  { group: t`Coaching`, keys: ['/'], does: t`Find an agent in the list; Enter opens the first` },
  { group: t`Coaching`, keys: ['s'], does: t`Prepare a session on the first action` },
  { group: t`Coaching`, keys: ['e'], does: t`Open the evidence of the first action` },
  { group: t`Coaching`, keys: ['n'], does: t`Show the arithmetic of the first action` },
  { group: t`Coaching`, keys: ['m'], does: t`Mark the first action as coached today` },
  {
    group: t`Conversations`,
    keys: ['j'],
    does: t`Next row (or the down arrow); in a conversation, next turn`,
  },
  {
    group: t`Conversations`,
    keys: ['k'],
    does: t`Previous row (or the up arrow); in a conversation, turn before`,
  },
  { group: t`Conversations`, keys: [t`Home`], does: t`First row` },
  { group: t`Conversations`, keys: [t`End`], does: t`Last row` },
  { group: t`Conversations`, keys: [t`Enter`], does: t`Open the conversation of the row` },
  { group: t`Conversations`, keys: ['/'], does: t`Search what was said; the down arrow goes to the hits` },
  { group: t`Conversations`, keys: ['n'], does: t`Next moment of a conversation` },
  { group: t`Conversations`, keys: ['p'], does: t`Previous moment of a conversation` },
  { group: t`Listening`, keys: [t`Space`], does: t`Play or pause` },
  { group: t`Listening`, keys: ['←', '→'], does: t`Five seconds back or on` },
  { group: t`Listening`, keys: ['⇧ ←', '⇧ →'], does: t`Turn before or next turn` },
  { group: t`Listening`, keys: ['[', ']'], does: t`Slower or faster` },
  { group: t`Listening`, keys: ['l'], does: t`Loop the turn being spoken, or end the loop` },
  { group: t`Listening`, keys: ['f'], does: t`Let the transcript follow the voice, or not` },
  { group: t`Scoring`, keys: ['j', 'k'], does: t`Next or previous question` },
  { group: t`Scoring`, keys: ['1', '…', '9'], does: t`Choose an answer and go on` },
  { group: t`Scoring`, keys: ['0'], does: t`The question does not apply` },
  { group: t`Scoring`, keys: ['m'], does: t`Attach the turn being heard or chosen, or the words selected` },
  { group: t`Scoring`, keys: [',', '.'], does: t`Turn before or next turn` },
  { group: t`Scoring`, keys: ['t'], does: t`Note on the question; Escape leaves it` },
  { group: t`Scoring`, keys: ['c'], does: t`Remark on the whole conversation` },
  { group: t`Scoring`, keys: [t`Enter`], does: t`Into the field of a question with a number or words` },
  { group: t`Scoring`, keys: [t`Backspace`], does: t`Clear the answer` },
  { group: t`Scoring`, keys: ['s'], does: t`Skip the review, with a reason` },
  { group: t`Scoring`, keys: [t`${modKey} Enter`], does: t`Submit` },
  { group: t`Calibration`, keys: ['j', 'k'], does: t`Next or previous question, over all conversations` },
  { group: t`Calibration`, keys: ['d'], does: t`Next difference that is not settled` },
  { group: t`Calibration`, keys: ['1', '…', '9'], does: t`Settle at the answer of that reviewer` },
  { group: t`Disputes`, keys: ['u'], does: t`The answer stays` },
  { group: t`Disputes`, keys: ['o'], does: t`Overturn it` },
  { group: t`Disputes`, keys: ['0', '…', '9'], does: t`Overturn it with this answer; 0 does not apply` },
  { group: t`Disputes`, keys: ['w', 'y'], does: t`The reviewer was wrong; it is goodwill` },
  { group: t`Disputes`, keys: ['r'], does: t`To the remark; Escape leaves it` },
  { group: t`Disputes`, keys: [t`${modKey} Enter`], does: t`Decide` },
  { group: t`Disputes`, keys: ['j'], does: t`Next open dispute` },
  { group: t`Questions`, keys: ['j', 'k'], does: t`Next or previous question` },
  { group: t`Questions`, keys: [t`Enter`], does: t`Show or hide what the verdict rests on` },
  { group: t`People in Data`, keys: ['c'], does: t`Confirm that the chosen box is one person` },
  { group: t`People in Data`, keys: ['a'], does: t`Keep the chosen pair apart` },
]

/** Which groups belong to which pages, by how their address begins. */
const groupsOfPages: { begins: string; groups: string[] }[] = [
  { begins: '/quality/reviews/', groups: [t`Scoring`, t`Listening`] },
  { begins: '/quality/disputes/', groups: [t`Disputes`] },
  { begins: '/quality/calibration/', groups: [t`Calibration`] },
  { begins: '/conversations/', groups: [t`Conversations`, t`Listening`] },
]

/** The groups of shortcuts, those of the page at `pathname` first. */
export function groupsHere(pathname: string): string[] {
  const here = groupsOfPages.find(({ begins }) => pathname.startsWith(begins))?.groups ?? []
  return [...new Set([...here, ...shortcuts.map(({ group }) => group)])]
}
