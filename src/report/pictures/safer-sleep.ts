import type { Figure, Shape } from '../pdf/blocks.ts'
import { sheetWords as words } from '../sleep/sheet-words.ts'

const INK = '#212b32'
const BLUE = '#005eb8'
const PALE = '#e8edee'
const SIDE = 112

const picture = (caption: string, alt: string, shapes: readonly Shape[]): Figure => ({
  kind: 'figure',
  w: SIDE,
  h: SIDE,
  shapes,
  alt,
  caption,
})

/** A baby seen from above, on the back: a face that looks up. `x` and `y` are the middle of the head. */
const baby = (x: number, y: number, k = 1): Shape[] => [
  {
    shape: 'rect',
    x: x - 12 * k,
    y: y + 8 * k,
    w: 24 * k,
    h: 32 * k,
    radius: 10 * k,
    fill: '#fff',
    stroke: INK,
    lineWidth: 1.5,
  },
  { shape: 'circle', x: x - 6 * k, y: y + 40 * k, r: 3.4 * k, fill: '#fff', stroke: INK, lineWidth: 1.5 },
  { shape: 'circle', x: x + 6 * k, y: y + 40 * k, r: 3.4 * k, fill: '#fff', stroke: INK, lineWidth: 1.5 },
  { shape: 'circle', x, y, r: 11 * k, fill: '#fff', stroke: INK, lineWidth: 1.5 },
  { shape: 'circle', x: x - 4 * k, y: y - 2 * k, r: 1.4 * k, fill: INK },
  { shape: 'circle', x: x + 4 * k, y: y - 2 * k, r: 1.4 * k, fill: INK },
  {
    shape: 'poly',
    points: [
      [x - 4 * k, y + 4 * k],
      [x - 1.5 * k, y + 6 * k],
      [x + 1.5 * k, y + 6 * k],
      [x + 4 * k, y + 4 * k],
    ],
    stroke: INK,
    lineWidth: 1.2,
  },
]

/** A cot seen from above. */
const cot = (x: number, y: number, w: number, h: number): Shape[] => [
  { shape: 'rect', x, y, w, h, radius: 5, fill: '#fff', stroke: BLUE, lineWidth: 3 },
  { shape: 'rect', x: x + 6, y: y + 4, w: w - 12, h: h - 8, radius: 3, fill: PALE },
  ...Array.from({ length: Math.floor(h / 10) - 1 }, (_, i): Shape[] => {
    const at = y + 10 * (i + 1)
    return [
      { shape: 'line', x1: x, y1: at, x2: x + 5, y2: at, stroke: BLUE, lineWidth: 1.5 },
      { shape: 'line', x1: x + w - 5, y1: at, x2: x + w, y2: at, stroke: BLUE, lineWidth: 1.5 },
    ]
  }).flat(),
]

const cross = (x: number, y: number, w: number, h: number): Shape[] =>
  [
    { shape: 'line', x1: x, y1: y, x2: x + w, y2: y + h, stroke: '#fff', lineWidth: 8 },
    { shape: 'line', x1: x + w, y1: y, x2: x, y2: y + h, stroke: '#fff', lineWidth: 8 },
    { shape: 'line', x1: x, y1: y, x2: x + w, y2: y + h, stroke: INK, lineWidth: 4 },
    { shape: 'line', x1: x + w, y1: y, x2: x, y2: y + h, stroke: INK, lineWidth: 4 },
  ] as Shape[]

/** Four pictures that need few words. What is told never is crossed out, and said so under the picture. */
export const sleepPictures = (): readonly Figure[] => [
  picture(words.pictures.back, words.pictures.backAlt, [...cot(20, 4, 72, 104), ...baby(56, 57)]),
  picture(words.pictures.room, words.pictures.roomAlt, [
    { shape: 'rect', x: 4, y: 10, w: 62, h: 92, radius: 4, fill: '#fff', stroke: INK, lineWidth: 2 },
    { shape: 'rect', x: 10, y: 16, w: 23, h: 16, radius: 5, fill: PALE, stroke: INK, lineWidth: 1 },
    { shape: 'rect', x: 37, y: 16, w: 23, h: 16, radius: 5, fill: PALE, stroke: INK, lineWidth: 1 },
    { shape: 'rect', x: 4, y: 42, w: 62, h: 60, radius: 4, fill: PALE, stroke: INK, lineWidth: 1 },
    ...cot(72, 30, 38, 72),
    ...baby(91, 64, 0.72),
  ]),
  picture(words.pictures.clear, words.pictures.clearAlt, [
    ...cot(4, 8, 58, 96),
    { shape: 'rect', x: 70, y: 8, w: 38, h: 24, radius: 8, fill: '#fff', stroke: INK, lineWidth: 1.5 },
    ...cross(78, 9, 22, 22),
    { shape: 'circle', x: 81, y: 46, r: 5, fill: '#fff', stroke: INK, lineWidth: 1.5 },
    { shape: 'circle', x: 97, y: 46, r: 5, fill: '#fff', stroke: INK, lineWidth: 1.5 },
    { shape: 'circle', x: 89, y: 56, r: 12, fill: '#fff', stroke: INK, lineWidth: 1.5 },
    ...cross(78, 45, 22, 22),
    { shape: 'rect', x: 70, y: 76, w: 38, h: 28, radius: 3, fill: PALE, stroke: INK, lineWidth: 1.5 },
    { shape: 'line', x1: 70, y1: 85, x2: 108, y2: 85, stroke: INK, lineWidth: 1 },
    { shape: 'line', x1: 70, y1: 94, x2: 108, y2: 94, stroke: INK, lineWidth: 1 },
    ...cross(78, 79, 22, 22),
  ]),
  picture(words.pictures.sofa, words.pictures.sofaAlt, [
    { shape: 'rect', x: 12, y: 26, w: 88, h: 44, radius: 9, fill: PALE, stroke: INK, lineWidth: 2 },
    { shape: 'rect', x: 18, y: 60, w: 76, h: 22, radius: 3, fill: '#fff', stroke: INK, lineWidth: 2 },
    { shape: 'rect', x: 4, y: 46, w: 16, h: 40, radius: 6, fill: PALE, stroke: INK, lineWidth: 2 },
    { shape: 'rect', x: 92, y: 46, w: 16, h: 40, radius: 6, fill: PALE, stroke: INK, lineWidth: 2 },
    { shape: 'rect', x: 14, y: 86, w: 7, h: 8, fill: INK },
    { shape: 'rect', x: 91, y: 86, w: 7, h: 8, fill: INK },
    { shape: 'rect', x: 46, y: 40, w: 40, h: 21, radius: 9, fill: '#fff', stroke: INK, lineWidth: 1.5 },
    { shape: 'circle', x: 36, y: 49, r: 12, fill: '#fff', stroke: INK, lineWidth: 1.5 },
    { shape: 'circle', x: 32, y: 47, r: 1.5, fill: INK },
    { shape: 'circle', x: 40, y: 47, r: 1.5, fill: INK },
    { shape: 'line', x1: 33, y1: 54, x2: 39, y2: 54, stroke: INK, lineWidth: 1.2 },
    { shape: 'circle', x: 56, y: 56, r: 52, stroke: INK, lineWidth: 4 },
    { shape: 'line', x1: 19, y1: 93, x2: 93, y2: 19, stroke: '#fff', lineWidth: 9 },
    { shape: 'line', x1: 19, y1: 93, x2: 93, y2: 19, stroke: INK, lineWidth: 4 },
  ]),
]
