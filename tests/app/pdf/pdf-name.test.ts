import { expect, it } from 'vitest'
import { pdfName } from '../../../src/app/pdf/pdf-name.ts'

it('names a PDF by the day alone', () => {
  expect(pdfName(new Date(2026, 10, 4, 23, 59))).toBe('linnet-2026-11-04.pdf')
})
