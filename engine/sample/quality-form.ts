import type { Behaviour } from './planted.ts'

export interface FormQuestion {
  /** `timing` came with version 4 of the form; the others are as old as the form. `name` is worth nothing (`name-said.ts`). */
  id: Behaviour | 'timing' | 'name'
  title: string
  points: number
  isFatal: boolean
  sinceVersion: number
  failComments: readonly string[]
  passComments: readonly string[]
}

export const FORM_NAME = 'Voice of Wrenfield'

/** The voice quality form. A question keeps its title, and with it its identity, from version 3 to version 4. */
export const FORM_QUESTIONS: readonly FormQuestion[] = [
  {
    id: 'greeting',
    title: 'Greeting and own name',
    points: 5,
    isFatal: false,
    sinceVersion: 3,
    failComments: [
      'No name given.',
      'Straight into "yes, hello".',
      'Company name missing, customer asked where they had landed.',
    ],
    passComments: ['Warm start.', 'Good energy from the first word.'],
  },
  {
    id: 'verification',
    title: 'Customer identity verified',
    points: 15,
    isFatal: true,
    sinceVersion: 3,
    failComments: [
      'Account details discussed before any security question.',
      'Took the calling number as proof. It is not.',
      'Only asked for the name. Needs two items.',
    ],
    passComments: ['Two items, clearly asked.', 'Explained why the questions are needed.'],
  },
  {
    id: 'listening',
    title: 'Let the customer explain',
    points: 10,
    isFatal: false,
    sinceVersion: 3,
    failComments: [
      'Cut in twice during the explanation.',
      'Customer had to say "can I finish".',
      'Jumped to a fix before the problem was out.',
    ],
    passComments: ['Left room, asked one good question.', 'Very patient with a long story.'],
  },
  {
    id: 'empathy',
    title: 'Acknowledged the situation',
    points: 15,
    isFatal: false,
    sinceVersion: 3,
    failComments: [
      'Customer says it is the third call, answer is "okay".',
      'No word about the day off they lost.',
      'Correct but cold.',
      'Went to the account number while the customer was upset.',
    ],
    passComments: [
      'Lovely moment, sounded meant.',
      "Named the problem in the customer's own words.",
      'Calmed a furious caller within a minute.',
    ],
  },
  {
    id: 'accuracy',
    title: 'Correct and complete information',
    points: 20,
    isFatal: false,
    sinceVersion: 3,
    failComments: [
      'The credit was wrong, the policy is thirty days.',
      'Half of the answer; the return box was not mentioned.',
      'Told the customer ten days, it is five.',
      'Article 214 says otherwise.',
    ],
    passComments: ['Spot on, including the exception.', 'Knew the overlap rule by heart.'],
  },
  {
    id: 'ownership',
    title: 'Took ownership',
    points: 10,
    isFatal: false,
    sinceVersion: 3,
    failComments: [
      '"That is another department", without an attempt.',
      'Customer leaves with homework we should have done.',
      'No case raised.',
    ],
    passComments: ['Put their own name on it.', 'Followed it through to the depot.'],
  },
  {
    id: 'recap',
    title: 'Recap of what was agreed',
    points: 15,
    isFatal: false,
    sinceVersion: 3,
    failComments: [
      'Ends after the fix, the customer does not know what happens next.',
      'No summary; the dates were never repeated.',
      'Customer had to ask "so what now?".',
      'Three promises, none of them repeated.',
    ],
    passComments: ['Model recap, used it in the huddle.', 'Clear: what, when, how much.'],
  },
  {
    id: 'furtherHelp',
    title: 'Offered further help',
    points: 5,
    isFatal: false,
    sinceVersion: 3,
    failComments: [
      'Not asked.',
      'Straight from the answer to goodbye.',
      'Customer had a second question and called back for it.',
    ],
    passComments: ['Natural, not read out.'],
  },
  {
    id: 'closing',
    title: 'Courteous close',
    points: 5,
    isFatal: false,
    sinceVersion: 3,
    failComments: ['Line dropped on "okay".', 'No goodbye.'],
    passComments: ['Friendly end, customer laughed.'],
  },
  {
    id: 'timing',
    title: 'Said how long it will take',
    points: 5,
    isFatal: false,
    sinceVersion: 4,
    failComments: ['"Soon" is not a date.', 'No time given for the refund.'],
    passComments: ['Gave a day and kept it realistic.'],
  },
  {
    id: 'name',
    title: 'Used the customer’s name three times',
    points: 20,
    isFatal: false,
    sinceVersion: 3,
    failComments: ['Name used once.', 'No name after the verification.'],
    passComments: ['Name all the way through.'],
  },
]

export const GENERAL_COMMENTS = {
  good: [
    'One for the library.',
    'Strong contact, nothing to add.',
    'Would be happy to be served like this.',
    'Good control of a long call.',
    'Keeps getting better.',
    '',
    '',
    '',
    '',
  ],
  middle: [
    'Solid, the end was rushed.',
    'Good heart, loose structure.',
    'Right answer in the end, long way round.',
    'Listen to minute two together.',
    'Notes on the account are thin.',
    '',
    '',
    '',
    '',
  ],
  poor: [
    'Please listen to this one together.',
    'The customer was right and did not hear it from us.',
    'Not like their other calls.',
    'Several basics missing.',
    'Asked the lead to follow up this week.',
    '',
  ],
} as const
