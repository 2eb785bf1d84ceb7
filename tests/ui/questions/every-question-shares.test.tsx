import { describe, expect, it } from 'vitest'
import { packV1 } from '../../../src/guidance/whole.ts'
import { LEFT_OPEN } from '../../../src/ui/questions/form-state.ts'
import { SHARES } from '../harness/every-question.tsx'

describe('the questions that are tried at the screen', () => {
  it('are those of every step of the pack, each in one share', () => {
    const shared = Object.values(SHARES).flat()
    expect([...shared].sort()).toEqual(packV1.steps.map((s) => s.id).sort())
  })

  it('have no part that goes by the name of the honest blank', () => {
    const parts = packV1.steps.flatMap((s) => s.questions).flatMap((q) => q.parts.map((p) => p.id))
    expect(parts).not.toContain(LEFT_OPEN)
    expect(parts.filter((id) => id.startsWith('-') || id.includes('--'))).toEqual([])
  })
})
