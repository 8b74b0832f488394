import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Table, Text, Tooltip } from '@mantine/core'
import type {
  AgreementFigures,
  CalibrationFigure,
  CalibrationResults,
} from '../../../../shared/contract/calibration.ts'
import { formatShare } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { figureWords, intervalWords } from './words.ts'

/** Agreement on each question, before anything was settled, with what each reviewer missed of the fails. */
export function QuestionFigures({ results }: { results: CalibrationResults }) {
  return (
    <Section title={t`Questions`} note={t`among the reviewers, before anything was settled`}>
      <AgreementTable
        rows={results.questions.map((question) => ({
          key: question.questionId,
          title: question.title,
          figures: question.before,
          fails: question.after.reduce(
            (sum, { fails }) => ({ items: sum.items + fails.items, found: sum.found + fails.found }),
            { items: 0, found: 0 },
          ),
        }))}
      />
    </Section>
  )
}

interface AgreementRow {
  key: string | number
  title: string
  figures: AgreementFigures
  /** Of all reviewers together. */
  fails?: { items: number; found: number }
}

const columns = [
  ['percentAgreement', 'Alike', 'share'],
  ['ac1', 'AC1', 'coefficient'],
  ['alpha', 'Alpha', 'coefficient'],
  ['cohenKappa', 'Kappa', 'coefficient'],
  ['weightedKappa', 'Weighted', 'coefficient'],
  ['fleissKappa', 'Fleiss', 'coefficient'],
  ['ac2', 'AC2', 'coefficient'],
] as const

/** Every coefficient by question, with its interval; those that cannot be given say why. Cohen’s are for two reviewers, Fleiss’ for more. */
export function AgreementTable({ rows }: { rows: AgreementRow[] }) {
  const areTwo = rows.every(({ figures }) => figures.reviewers <= 2)
  const shown = columns.filter(([name]) =>
    areTwo ? name !== 'fleissKappa' : name !== 'cohenKappa' && name !== 'weightedKappa',
  )
  const hasFails = rows.some(({ fails }) => fails !== undefined)
  return (
    <Table.ScrollContainer minWidth={820}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <Trans>Question</Trans>
            </Table.Th>
            <Table.Th ta="right">
              <Trans>Answers</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Given</Trans>
            </Table.Th>
            {shown.map(([name, label]) => (
              <Table.Th key={name} ta="right">
                {label}
              </Table.Th>
            ))}
            {hasFails && (
              <Table.Th ta="right">
                <Trans>Fails found</Trans>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, title, figures, fails }) => (
            <Table.Tr key={key}>
              <Table.Td>{title}</Table.Td>
              <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                {figures.n}
                <Text size="xs" c="dimmed">
                  <Plural value={figures.items} one="# conversation" other="# conversations" />
                </Text>
              </Table.Td>
              <Table.Td>
                <Text size="xs" c="dimmed" maw={190} lineClamp={2}>
                  {figures.prevalence
                    .map(({ answer, share }) => `${answer} ${formatShare(share)}`)
                    .join(', ')}
                </Text>
              </Table.Td>
              {shown.map(([name, , kind]) => (
                <FigureCell key={name} figure={figures[name]} kind={kind} />
              ))}
              {hasFails && (
                <Table.Td ta="right">
                  {fails === undefined ? '–' : t`${fails.found} of ${fails.items}`}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function FigureCell({ figure, kind }: { figure: CalibrationFigure; kind: 'share' | 'coefficient' }) {
  return (
    <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
      {figure.value === null ? (
        <Tooltip label={figure.reason} multiline maw={300}>
          <span tabIndex={0} aria-label={figure.reason}>
            –
          </span>
        </Tooltip>
      ) : (
        <>
          {figureWords(figure, kind)}
          <Text size="xs" c="dimmed">
            {intervalWords(figure, kind)}
          </Text>
        </>
      )}
    </Table.Td>
  )
}
