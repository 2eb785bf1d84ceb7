import type { GuidancePack } from '../../domain/question.ts'
import { CLAIM_RAISERS } from './claim-raisers.ts'
import { PACK_ID } from './pack-id.ts'
import { adv } from './steps/adv.ts'
import { agy } from './steps/agy.ts'
import { ana } from './steps/ana.ts'
import { cap } from './steps/cap.ts'
import { chd } from './steps/chd.ts'
import { con } from './steps/con.ts'
import { eng } from './steps/eng.ts'
import { net } from './steps/net.ts'
import { pln } from './steps/pln.ts'
import { pre } from './steps/pre.ts'
import { pro } from './steps/pro.ts'
import { rev } from './steps/rev.ts'
import { saf } from './steps/saf.ts'
import { slp } from './steps/slp.ts'
import { start } from './steps/start.ts'
import { sup } from './steps/sup.ts'
import { tri } from './steps/tri.ts'

/** Frozen once used: a change of wording, condition or option is a new pack with a new id. */
export const packV1: GuidancePack = {
  id: PACK_ID,
  steps: [start, eng, pre, chd, con, cap, net, adv, pro, slp, saf, agy, tri, ana, pln, rev, sup],
  claimRaisers: CLAIM_RAISERS,
}
