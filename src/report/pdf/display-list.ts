import type { FontKey } from './metrics.ts'

/** A document laid out: what to paint on each page, and the structure that the paint belongs to. */
export interface Layout {
  width: number
  height: number
  pages: Page[]
  root: StructNode
  outline: OutlineItem[]
  warnings: string[]
}

export interface Page {
  marks: Mark[]
}

/** Operations that are painted together, as a piece of an element or as an artifact that readers pass over. */
export type Mark = { node: StructNode; ops: Op[] } | { artifact: Artifact; ops: Op[] }

export type Artifact = 'layout' | 'repeat' | 'header' | 'footer'

export interface StructNode {
  type: string
  attributes: StructAttributes
  children: StructNode[]
}

export interface StructAttributes {
  alt?: string
  scope?: 'Column' | 'Row'
  /** How many columns a cell takes; one where it is left out. */
  columns?: number
  listNumbering?: 'Decimal' | 'Disc'
  box?: Box
}

export interface Box {
  x: number
  y: number
  w: number
  h: number
}

export interface OutlineItem {
  title: string
  level: number
  page: number
  y: number
}

export interface Paint {
  fill?: string
  stroke?: string
  lineWidth?: number
}

export interface TextOp {
  op: 'text'
  x: number
  baseline: number
  text: string
  font: FontKey
  size: number
  colour: string
}

export type Op =
  | TextOp
  | ({ op: 'rect'; radius?: number } & Box & Paint)
  | { op: 'line'; x1: number; y1: number; x2: number; y2: number; stroke: string; lineWidth: number; dash?: number }
  | ({ op: 'circle'; x: number; y: number; r: number } & Paint)
  | ({ op: 'poly'; points: [number, number][]; closed: boolean } & Paint)
