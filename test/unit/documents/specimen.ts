import {
  bars,
  heatMap,
  intervalRows,
  sparkline,
  trend,
  type Block,
  type DebriefDocument,
} from '../../../engine/documents/index.ts'

const percent = (value: number) => `${Math.round(value * 100)}%`

/** Every kind of block once, with letters of three alphabets. */
export function specimen(more: readonly Block[] = []): DebriefDocument {
  return {
    title: 'One-to-one with Zoë Łukaszewicz',
    subtitle: 'Team East, week of 23 November 2026',
    language: 'en-GB',
    author: 'Ines Ferreira',
    createdAtMs: Date.UTC(2026, 10, 28, 12),
    paper: 'A4',
    foot: 'Debrief. For the supervisor only.',
    blocks: [
      {
        kind: 'figures',
        items: [
          { label: 'Contacts', value: '1,284', note: '1 to 28 November' },
          { label: 'Evaluated', value: '31', note: '2.4% of contacts' },
          { label: 'Satisfaction', value: '4.3 of 5', note: 'very likely 4.1 to 4.5' },
          { label: 'To see', value: '3 people' },
        ],
      },
      {
        kind: 'section',
        title: 'What to talk about',
        blocks: [
          {
            kind: 'paragraph',
            tone: 'lead',
            text: [
              'Confirms the next step in ',
              { text: '4 of 10', is: 'strong' },
              ' calls; a good peer reaches 8 of 10.',
            ],
          },
          {
            kind: 'paragraph',
            text: [
              'Текст по-русски, ελληνικά κείμενα, naïve façade — “quotes” and ',
              { text: 'emphasis', is: 'emphasis' },
              ', <b>no markup</b> & no script, 5 − 3 ≥ 2, 世界.',
            ],
          },
          {
            kind: 'figure',
            drawing: intervalRows(
              [
                {
                  label: 'Confirms the next step',
                  mean: 0.42,
                  low: 0.31,
                  high: 0.55,
                  peerMean: 0.7,
                  benchmark: 0.82,
                  value: '42%',
                  isStrong: true,
                },
                {
                  label: 'Greets by name & asks how one may help',
                  mean: 0.91,
                  low: 0.86,
                  high: 0.95,
                  peerMean: 0.88,
                  value: '91%',
                  isStrong: false,
                },
              ],
              { format: percent },
            ),
            caption:
              'Dot: where Zoë probably stands; line: 95% interval; stroke: peers; diamond: a good peer.',
            alternative: 'Confirms the next step 42%, interval 31% to 55%, peers 70%, good peer 82%.',
          },
          {
            kind: 'quote',
            title: 'Call of 12 November',
            turns: [
              { speaker: 'Customer', time: '03:24', text: 'So what happens now?' },
              { speaker: 'Agent', time: '03:27', text: 'We will be in touch.', isMoment: true },
            ],
            source: 'Billing, 7 min 12 s',
          },
          {
            kind: 'callout',
            tone: 'attention',
            title: 'Must address',
            text: 'No consent was asked for in one of 31 calls.',
          },
          {
            kind: 'section',
            title: 'Agreed',
            blocks: [
              {
                kind: 'list',
                items: [
                  { text: 'Says what happens next, and by when', isChecked: true },
                  {
                    text: 'Asks whether anything else is open, in the customer’s own words, before the call ends, and waits for the answer even when it takes a while',
                    isChecked: false,
                  },
                ],
              },
              { kind: 'list', isOrdered: true, items: [{ text: 'Listen' }, { text: 'Ask' }] },
              { kind: 'list', items: [{ text: 'A point' }, { text: 'Another' }] },
            ],
          },
        ],
      },
      {
        kind: 'columns',
        columns: [
          {
            share: 2,
            blocks: [
              {
                kind: 'table',
                caption: 'Figures',
                columns: [
                  { label: 'Driver', width: 'rest' },
                  { label: 'Course', width: 78 },
                  { label: 'n', align: 'right' },
                  { label: 'Value', align: 'right' },
                ],
                rows: [
                  [
                    'Next step',
                    { drawing: sparkline([0.5, 0.45, null, 0.4, 0.42]), alternative: 'falling' },
                    '31',
                    '42%',
                  ],
                  [
                    'Empathy',
                    { drawing: sparkline([0.7, 0.75, 0.72, 0.8, 0.86]), alternative: 'rising' },
                    '31',
                    '86%',
                  ],
                ],
                note: 'Weekly.',
              },
            ],
          },
          {
            blocks: [
              {
                kind: 'paragraph',
                text: 'Beside it stands a remark that is long enough to run over several lines of a narrow column.',
              },
            ],
          },
        ],
      },
      {
        kind: 'section',
        title: 'Across teams',
        blocks: [
          {
            kind: 'figure',
            drawing: heatMap({
              columns: ['Next step', 'Empathy', 'Average handling time'],
              rows: [
                {
                  label: 'East',
                  cells: [
                    { text: '42%', shade: -0.9, isSure: true },
                    { text: '80%', shade: 0.1, isSure: false },
                    null,
                  ],
                },
                {
                  label: 'West',
                  cells: [
                    { text: '75%', shade: 0.6, isSure: true },
                    { text: '78%', shade: -0.2, isSure: false },
                    { text: '6:10', shade: 1, isSure: true },
                  ],
                },
              ],
            }),
            alternative: 'East is behind in next step.',
          },
          {
            kind: 'figure',
            drawing: trend(
              [0.5, 0.52, 0.48, 0.51, 0.72, 0.5].map((value, at) => ({
                label: `W${at + 40}`,
                value,
                isSignal: value > 0.7,
              })),
              { centre: 0.5, low: 0.4, high: 0.6 },
              { format: percent },
            ),
            caption: 'A trend',
            alternative: 'One week lies above its limits.',
          },
          {
            kind: 'figure',
            drawing: bars([
              { label: 'Resolution', value: 0.12, text: '+0.12', low: 0.08, high: 0.16 },
              { label: 'Hold', value: -0.04, text: '-0.04', low: -0.07, high: -0.01 },
            ]),
            alternative: 'Resolution moves satisfaction most.',
          },
          {
            kind: 'audio',
            title: 'The moment, 12 s',
            mimeType: 'audio/wav',
            data: new Uint8Array([82, 73, 70, 70]),
            onPaper: 'It plays in the HTML form of this sheet.',
          },
          { kind: 'lines', label: 'Notes', count: 4 },
        ],
      },
      ...more,
    ],
  }
}
