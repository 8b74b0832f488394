import { agent, customer, meanwhile, rings } from './dialogue.ts'
import type { Dialogue } from './dialogue.ts'

/** Two conversations that no queue ever saw: a visit recorded with one microphone, and a call made from the desk. */
export const OUTSIDE_CALLS: readonly Dialogue[] = [
  {
    agent: 'kdobrowicz',
    customer: 'shopkeeper',
    kind: 'field visit',
    title: 'Field visit: a line for the bakery',
    queue: null,
    reason: 'Business line',
    direction: 'outbound',
    isMono: true,
    outside: { startTime: '2026-11-05T09:30:00+00:00', reference: 'visit-0311' },
    lines: [
      agent('Good morning, I am Katarzyna from Wrenfield Connect. Thank you for having me.', 700),
      customer('Come in, mind the flour. So, the card reader loses the line about twice a day.'),
      agent('And what does that cost you, when it happens at noon?'),
      customer('Ten customers, maybe. They do not wait, they just go next door.'),
      agent('I see. May I look where the cable comes in?', 500),
      customer('Behind the oven. It gets rather hot there.', 400),
      agent('That is the reason, I think. The box gets too warm and starts again.', 4200),
      customer('Well, I never. Can you move it?'),
      agent(
        'Yes. I would put it above the door, and give you a second way over the mobile network. That is $22 a month.',
      ),
      customer('And if I do not like it?'),
      agent(
        'Then you cancel within thirty days. I write down what we said, and you have it this afternoon.',
        500,
      ),
      customer('That sounds fair. Will you take a bun?'),
      agent('Gladly, thank you!', 300),
    ],
  },
  {
    agent: 'lkahananui',
    customer: 'shopkeeper',
    kind: 'lending talk',
    title: 'Lending talk: a higher limit for the workshop',
    queue: null,
    reason: 'Limit change',
    direction: 'outbound',
    isMono: false,
    outside: { startTime: '2026-11-12T15:00:00+00:00', reference: 'lending-0042' },
    lines: [
      rings(2),
      customer('Baird Cycles, hello?', 700),
      agent(
        'Hello, Mister Baird. This is Leilani from Wrenfield Card Services. You asked about a higher limit. Is this a good time?',
      ),
      customer('It is, go ahead.'),
      agent('Before we talk numbers, what would you use it for?', 500),
      customer(
        'Stock, mostly. I buy in February and sell in May, so for three months I am short by about six thousand.',
      ),
      meanwhile('agent', 'Right.', 0.7),
      agent('Thank you, that helps. And how much can you pay back each month, without it hurting?', 600),
      customer('From May on, about two thousand.', 1300),
      agent(
        'Then five thousand would be safe, and six would be tight. The yearly rate is 17.9 percent, and you may pay it back early at no cost.',
        900,
      ),
      customer('Let us take five, then.'),
      agent(
        'Good. So, five thousand, from February, and I send you the offer to read in peace. Nothing is signed today.',
      ),
      customer('Thank you for being so straight with me.'),
      agent('You are welcome. Have a good day.', 300),
    ],
  },
]
