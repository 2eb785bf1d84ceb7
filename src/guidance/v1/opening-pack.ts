import type { GuidancePack } from '../../domain/question.ts'
import { PACK_ID } from './pack-id.ts'
import { start } from './steps/start.ts'

/** The first step alone: enough to begin with while the rest of the same edition is loading. */
export const openingPack: GuidancePack = { id: PACK_ID, steps: [start] }
