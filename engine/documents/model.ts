/**
 * A document as plain data: what it says and in which order, and nothing of how it looks. `toHtml` and `toPdf` write the same one. All texts are
 * plain text; what looks like markup is printed as it stands.
 */
export interface DebriefDocument {
  title: string
  subtitle?: string
  /** BCP 47, as `en-GB`: hyphens and quotation of readers, and the metadata. */
  language: string
  author?: string
  /** When it was made, epoch milliseconds. */
  createdAtMs: number
  paper: 'A4' | 'Letter'
  /** Stands at the foot of every page, beside the page number. */
  foot: string
  blocks: readonly Block[]
}

/** A run of text. */
export type Span = string | { text: string; is: 'strong' | 'emphasis' | 'muted' }
export type Text = string | readonly Span[]

/** A drawing of `charts/`: a complete `<svg>` element with width, height and viewBox, in points. */
export interface Drawing {
  svg: string
  width: number
  height: number
}

/** One figure that is read before anything else. */
export interface KeyFigure {
  label: string
  value: string
  note?: string
}

export interface TableColumn {
  label: string
  /** Figures stand right; left where nothing is said. */
  align?: 'left' | 'right' | 'centre'
  /** A share of what is left (`rest`), as wide as its widest cell (`auto`), or points. */
  width?: 'rest' | 'auto' | number
}

export type Cell = Text | { drawing: Drawing; alternative: string }

export interface ListItem {
  text: Text
  /** A box before it, empty or ticked; no box where it is left out. */
  isChecked?: boolean
}

/** One turn of a conversation. */
export interface QuoteTurn {
  speaker: string
  /** As it is read, `03:24`. */
  time?: string
  text: string
  /** The turn it is about. */
  isMoment?: boolean
}

export type Block =
  | {
      kind: 'section'
      title: string
      blocks: readonly Block[]
      /** Begins a page of its own. */
      startsPage?: boolean
      /** Short, and not torn over two pages. */
      isTogether?: boolean
    }
  | { kind: 'paragraph'; text: Text; tone?: 'lead' | 'small' }
  | { kind: 'figures'; items: readonly KeyFigure[] }
  | {
      kind: 'table'
      caption?: string
      columns: readonly TableColumn[]
      rows: readonly (readonly Cell[])[]
      note?: Text
    }
  | { kind: 'list'; items: readonly ListItem[]; isOrdered?: boolean }
  | { kind: 'quote'; title?: Text; turns: readonly QuoteTurn[]; source?: Text }
  | { kind: 'callout'; tone: 'note' | 'good' | 'attention'; title?: string; text: Text }
  /** Side by side; the shares are of the width, equal where left out. */
  | { kind: 'columns'; columns: readonly { blocks: readonly Block[]; share?: number }[] }
  | { kind: 'figure'; drawing: Drawing; caption?: Text; alternative: string }
  /** Plays in HTML; on paper it is its title and the sentence that says where it can be heard. */
  | { kind: 'audio'; title: string; mimeType: string; data: Uint8Array; onPaper?: string }
  /** Ruled lines to write on. */
  | { kind: 'lines'; label?: string; count: number }
  | { kind: 'pageBreak' }
  /** Markup the program itself wrote, for HTML only: a form to fill in. Never with text of a person that was not escaped by `escapeHtml`. */
  | { kind: 'trustedHtml'; html: string }
