/** The modifier's name on this keyboard. */
export const modKey = /mac|iphone|ipad/i.test(globalThis.navigator?.userAgent ?? '') ? '⌘' : 'Ctrl'

/** Every shortcut there is, for the help dialog; the key names as one presses them in turn. */
export const shortcuts: { group: string; keys: string[]; does: string }[] = [
  { group: 'Anywhere', keys: [`${modKey} K`], does: 'Search agents, teams, commands and what was said' },
  { group: 'Anywhere', keys: ['?'], does: 'Show these shortcuts' },
  { group: 'Anywhere', keys: ['g', 'c'], does: 'Go to Coaching' },
  { group: 'Anywhere', keys: ['g', 'v'], does: 'Go to Conversations' },
  { group: 'Anywhere', keys: ['g', 'q'], does: 'Go to Quality' },
  { group: 'Anywhere', keys: ['g', 'p'], does: 'Go to Patterns' },
  { group: 'Anywhere', keys: ['g', 'd'], does: 'Go to Data' },
  { group: 'Anywhere', keys: ['g', 's'], does: 'Go to Settings' },
  { group: 'Anywhere', keys: ['g', 'h'], does: 'Show what is missing in the data' },
  { group: 'Coaching', keys: ['j'], does: 'Next agent (also the down arrow in the list)' },
  { group: 'Coaching', keys: ['k'], does: 'Previous agent (also the up arrow in the list)' },
  { group: 'Coaching', keys: ['/'], does: 'Find an agent in the list; Enter opens the first' },
  { group: 'Coaching', keys: ['s'], does: 'Prepare a session on the first action' },
  { group: 'Coaching', keys: ['e'], does: 'Open the evidence of the first action' },
  { group: 'Coaching', keys: ['n'], does: 'Show the arithmetic of the first action' },
  { group: 'Coaching', keys: ['m'], does: 'Mark the first action as coached today' },
  { group: 'Conversations', keys: ['j'], does: 'Next row (or the down arrow); in a conversation, next turn' },
  {
    group: 'Conversations',
    keys: ['k'],
    does: 'Previous row (or the up arrow); in a conversation, turn before',
  },
  { group: 'Conversations', keys: ['Home'], does: 'First row' },
  { group: 'Conversations', keys: ['End'], does: 'Last row' },
  { group: 'Conversations', keys: ['Enter'], does: 'Open the conversation of the row' },
  { group: 'Conversations', keys: ['/'], does: 'Search what was said; the down arrow goes to the hits' },
  { group: 'Conversations', keys: ['n'], does: 'Next moment of a conversation' },
  { group: 'Conversations', keys: ['p'], does: 'Previous moment of a conversation' },
  { group: 'Listening', keys: ['Space'], does: 'Play or pause' },
  { group: 'Listening', keys: ['←', '→'], does: 'Five seconds back or on' },
  { group: 'Listening', keys: ['⇧ ←', '⇧ →'], does: 'Turn before or next turn' },
  { group: 'Listening', keys: ['[', ']'], does: 'Slower or faster' },
  { group: 'Listening', keys: ['l'], does: 'Loop the turn being spoken, or end the loop' },
  { group: 'Listening', keys: ['f'], does: 'Let the transcript follow the voice, or not' },
  { group: 'Scoring', keys: ['j', 'k'], does: 'Next or previous question' },
  { group: 'Scoring', keys: ['1', '…', '9'], does: 'Choose an answer and go on' },
  { group: 'Scoring', keys: ['0'], does: 'The question does not apply' },
  { group: 'Scoring', keys: ['m'], does: 'Attach the turn being heard or chosen, or the words selected' },
  { group: 'Scoring', keys: [',', '.'], does: 'Turn before or next turn' },
  { group: 'Scoring', keys: ['t'], does: 'Note on the question; Escape leaves it' },
  { group: 'Scoring', keys: ['c'], does: 'Remark on the whole conversation' },
  { group: 'Scoring', keys: ['Enter'], does: 'Into the field of a question with a number or words' },
  { group: 'Scoring', keys: ['Backspace'], does: 'Clear the answer' },
  { group: 'Scoring', keys: ['s'], does: 'Skip the review, with a reason' },
  { group: 'Scoring', keys: [`${modKey} Enter`], does: 'Submit' },
  { group: 'Calibration', keys: ['j', 'k'], does: 'Next or previous question, over all conversations' },
  { group: 'Calibration', keys: ['d'], does: 'Next difference that is not settled' },
  { group: 'Calibration', keys: ['1', '…', '9'], does: 'Settle at the answer of that reviewer' },
  { group: 'Disputes', keys: ['u'], does: 'The answer stays' },
  { group: 'Disputes', keys: ['o'], does: 'Overturn it' },
  { group: 'Disputes', keys: ['0', '…', '9'], does: 'Overturn it with this answer; 0 does not apply' },
  { group: 'Disputes', keys: ['w', 'y'], does: 'The reviewer was wrong; it is goodwill' },
  { group: 'Disputes', keys: ['r'], does: 'To the remark; Escape leaves it' },
  { group: 'Disputes', keys: [`${modKey} Enter`], does: 'Decide' },
  { group: 'Disputes', keys: ['j'], does: 'Next open dispute' },
  { group: 'Questions', keys: ['j', 'k'], does: 'Next or previous question' },
  { group: 'Questions', keys: ['Enter'], does: 'Show or hide what the verdict rests on' },
  { group: 'People in Data', keys: ['c'], does: 'Confirm that the chosen box is one person' },
  { group: 'People in Data', keys: ['a'], does: 'Keep the chosen pair apart' },
]

/** Which groups belong to which pages, by how their address begins. */
const groupsOfPages: { begins: string; groups: string[] }[] = [
  { begins: '/quality/reviews/', groups: ['Scoring', 'Listening'] },
  { begins: '/quality/disputes/', groups: ['Disputes'] },
  { begins: '/quality/calibration/', groups: ['Calibration'] },
  { begins: '/conversations/', groups: ['Conversations', 'Listening'] },
]

/** The groups of shortcuts, those of the page at `pathname` first. */
export function groupsHere(pathname: string): string[] {
  const here = groupsOfPages.find(({ begins }) => pathname.startsWith(begins))?.groups ?? []
  return [...new Set([...here, ...shortcuts.map(({ group }) => group)])]
}
