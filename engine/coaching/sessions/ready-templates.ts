import { msg, type MessageDescriptor } from '#speech'

interface ReadyTemplate {
  key: string
  name: MessageDescriptor
  /** Measures it is for. */
  drivers: readonly string[]
  /** Questions of the starter scorecard it is for, and forms' questions that ask the same. */
  asks: readonly string[]
  questions: readonly MessageDescriptor[]
}

/** The questions to ask in a session that come with Debrief. They are said in the language of whoever looks, and become a workspace's own text where one is changed or a session takes them over. */
export const readyTemplates: readonly ReadyTemplate[] = [
  {
    key: 'anything',
    name: msg`Any behaviour`,
    drivers: [],
    asks: [],
    questions: [
      msg`What went through your mind at this point of the call?`,
      msg`What would the customer say they needed from us just then?`,
      msg`When does this come easily to you, and what is different on those calls?`,
      msg`What gets in the way: time, the system, the wording, something else?`,
      msg`What will you try on your next ten calls, and how will we both see it?`,
    ],
  },
  {
    key: 'greeting',
    name: msg`Opening`,
    drivers: [],
    asks: ['greeting'],
    questions: [
      msg`What do you want a customer to know after your first ten seconds?`,
      msg`Listen to these two openings: which one would you rather have been greeted with, and why?`,
      msg`What makes it hard to open the same way late in a shift?`,
      msg`How would you say it in your own words?`,
    ],
  },
  {
    key: 'verification',
    name: msg`Verification`,
    drivers: [],
    asks: ['verification'],
    questions: [
      msg`At which point do you decide whether you have to verify somebody?`,
      msg`What could happen to the customer if we act without asking here?`,
      msg`Which wording feels natural enough to use every time?`,
      msg`What in the system makes it easy to skip, and whom should we tell?`,
    ],
  },
  {
    key: 'empathy',
    name: msg`Acknowledging the trouble`,
    drivers: [],
    asks: ['empathy'],
    questions: [
      msg`What did the customer tell you here besides the facts?`,
      msg`What would you have wanted to hear in their place?`,
      msg`How can you say that you have understood without promising anything?`,
      msg`On which calls do you do this well already?`,
    ],
  },
  {
    key: 'recap',
    name: msg`Recap and next steps`,
    drivers: [],
    asks: ['recap'],
    questions: [
      msg`What will this customer do when they hang up? What do they still not know?`,
      msg`If they ring again tomorrow, what will it be about?`,
      msg`What is the shortest recap that would have settled it?`,
      msg`When do you leave it out, and what is happening then?`,
    ],
  },
  {
    key: 'further-help',
    name: msg`Offering further help`,
    drivers: [],
    asks: ['further-help'],
    questions: [
      msg`How did you know that there was nothing else?`,
      msg`What might this customer have asked if you had left them room?`,
      msg`How do you offer it so that it does not sound like the end of a script?`,
    ],
  },
  {
    key: 'closing',
    name: msg`Closing`,
    drivers: [],
    asks: ['closing'],
    questions: [
      msg`What is the last thing you want them to remember?`,
      msg`How did this call end for the customer?`,
      msg`What would make it a goodbye of your own?`,
    ],
  },
  {
    key: 'silence',
    name: msg`Silence and holds`,
    drivers: ['silence_share', 'hold_time'],
    asks: [],
    questions: [
      msg`What were you doing while nobody spoke here?`,
      msg`What did the customer know about what was going on?`,
      msg`Which look-ups take longest, and could they wait until after the call?`,
      msg`Who finds this faster, and how do they do it?`,
    ],
  },
  {
    key: 'taking-turns',
    name: msg`Letting customers finish`,
    drivers: ['overtalk_share', 'interruptions_per_minute', 'talk_share'],
    asks: [],
    questions: [
      msg`What was the customer about to say here?`,
      msg`How do you notice that somebody has finished?`,
      msg`What happens to the rest of a call when somebody feels interrupted?`,
      msg`What could you do with your hands or your notes while they talk?`,
    ],
  },
  {
    key: 'pace',
    name: msg`Pace`,
    drivers: ['speech_rate'],
    asks: [],
    questions: [
      msg`What would you have written down if you had been the customer?`,
      msg`Where in a call do you speed up, and why there?`,
      msg`Which part of this had to be understood word by word?`,
    ],
  },
  {
    key: 'transfers',
    name: msg`Transfers`,
    drivers: ['transfer_rate'],
    asks: [],
    questions: [
      msg`What did you need to keep this contact: knowledge, a right in the system, time?`,
      msg`What did the customer have to say again to the next person?`,
      msg`Which of these would you keep today?`,
      msg`Which of these could nobody have kept, so that we should change the process?`,
    ],
  },
  {
    key: 'after-call-work',
    name: msg`After-call work`,
    drivers: ['acw_time'],
    asks: [],
    questions: [
      msg`What do you do between two contacts, step by step?`,
      msg`Which of it could be written during the contact?`,
      msg`What do you write that nobody reads?`,
      msg`What would be lost if it were shorter?`,
    ],
  },
  {
    key: 'attendance',
    name: msg`Adherence and absence`,
    drivers: ['adherence', 'unplanned_absence'],
    asks: [],
    questions: [
      msg`What does your day look like at the times that do not fit the plan?`,
      msg`Which parts of the plan does the work itself keep you from keeping?`,
      msg`Is there anything I should know, or could arrange, that would make it easier?`,
      msg`What would a plan you could keep look like?`,
    ],
  },
]
