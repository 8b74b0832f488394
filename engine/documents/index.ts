export { bars, heatMap, intervalRows, sparkline, trend } from './charts/index.ts'
export type { Bar, HeatCell, HeatMap, IntervalRow, TrendLimits, TrendPoint } from './charts/index.ts'
export {
  clockTime,
  dayInShort,
  dayInWords,
  documentLocale,
  instantInWords,
  withDaysInWords,
} from './dates.ts'
export { toHtml, type HtmlOptions } from './html/to-html.ts'
export type {
  Block,
  Cell,
  DebriefDocument,
  Drawing,
  KeyFigure,
  ListItem,
  QuoteTurn,
  Span,
  TableColumn,
  Text,
} from './model.ts'
export { toPdf } from './pdf/to-pdf.ts'
