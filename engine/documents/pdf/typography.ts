import { ink } from '../ink.ts'

/** Points (1/72 inch). */
export const page = {
  A4: { width: 595.28, margins: [56, 54, 56, 62] },
  Letter: { width: 612, margins: [58, 50, 58, 58] },
} as const

/** The scale of sizes: 7.5 for what is beside, 9.5 to read, then each about a quarter larger. */
export const styles = {
  title: { fontSize: 22, bold: true, lineHeight: 1.1, color: ink.text },
  subtitle: { fontSize: 10.5, color: ink.muted, margin: [0, 3, 0, 16] },
  heading1: { fontSize: 14, bold: true, color: ink.accent, lineHeight: 1.15, margin: [0, 16, 0, 6] },
  heading2: { fontSize: 11, bold: true, color: ink.text, lineHeight: 1.15, margin: [0, 10, 0, 4] },
  heading3: { fontSize: 9.5, bold: true, color: ink.text, margin: [0, 6, 0, 3] },
  lead: { fontSize: 11 },
  small: { fontSize: 8, color: ink.muted },
  columnHead: { fontSize: 8, bold: true, color: ink.muted, lineHeight: 1.1 },
  cell: { fontSize: 8.5, lineHeight: 1.2 },
  figureValue: { fontSize: 17, bold: true, lineHeight: 1.1 },
  caption: { fontSize: 8, color: ink.muted, margin: [0, 3, 0, 0] },
  foot: { fontSize: 7.5, color: ink.muted },
} as const

export const body = { font: 'Roboto', fontSize: 9.5, lineHeight: 1.3, color: ink.text } as const

/** Hairlines between rows, a stronger one under the head, none at the sides. */
export const hairlines = {
  hLineWidth: (at: number, node: { table: { headerRows?: number } }) =>
    at < (node.table.headerRows ?? 1) ? 0 : at === node.table.headerRows ? 0.8 : 0.4,
  vLineWidth: () => 0,
  hLineColor: (at: number, node: { table: { headerRows?: number } }) =>
    at === node.table.headerRows ? ink.text : ink.hairline,
  paddingLeft: (at: number) => (at === 0 ? 0 : 6),
  paddingRight: (at: number, node: { table: { widths: unknown[] } }) =>
    at === node.table.widths.length - 1 ? 0 : 6,
  paddingTop: () => 3.5,
  paddingBottom: () => 3,
}

/** Rules above and below a row of figures. */
export const betweenRules = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0,
  hLineColor: () => ink.hairline,
  paddingLeft: () => 0,
  paddingRight: () => 10,
  paddingTop: () => 8,
  paddingBottom: () => 6,
}

/** A bar at the left of what is set apart. */
export const besideBar = (padding: number) => ({
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: (at: number) => (at === 0 ? 0 : 10),
  paddingRight: (at: number) => (at === 0 ? 0 : 10),
  paddingTop: () => padding,
  paddingBottom: () => padding,
})

/** Lines to write on. */
export const ruled = {
  hLineWidth: (at: number) => (at === 0 ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => ink.hairline,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
}
