import type { ClaimRaiser } from '../../domain/question.ts'

const yes = (question: string, part: string, is: readonly string[], topic: string, says: string): ClaimRaiser => ({
  question,
  part,
  is,
  topic,
  polarity: 'says-yes',
  says,
})
const no = (question: string, part: string, is: readonly string[], topic: string, says: string): ClaimRaiser => ({
  ...yes(question, part, is, topic, says),
  polarity: 'says-no',
})
const amount = (question: string, part: string, topic: string, says: string, is?: readonly string[]): ClaimRaiser => ({
  question,
  part,
  ...(is && { is }),
  topic,
  polarity: 'amount',
  says,
})
/** The part is worded as what an adult tells. */
const told = (raiser: ClaimRaiser): ClaimRaiser => ({ ...raiser, asTold: true })

const PLACES = ['own-cot', 'next-to-me', 'adult-bed', 'sofa', 'armchair', 'car-seat', 'sling', 'floor', 'other-home']
const KEPT_IN_THE_HOME = ['high', 'reach', 'carried']

/** Which answers make a claim that is worth checking: reassuring and worrying ones alike, each as data. */
export const CLAIM_RAISERS: readonly ClaimRaiser[] = [
  yes('CON-01', 'status', ['now'], 'K-USE', '{who} uses {substance} now'),
  no('CON-01', 'status', ['last-12-months'], 'K-USE', '{who} has not used {substance} in the last 28 days'),
  no('CON-01', 'status', ['longer-ago'], 'K-USE', '{who} has not used {substance} in the last 12 months'),
  no('CON-01', 'status', ['never'], 'K-USE', '{who} has never used {substance}'),
  no('PRE-06', 'use', ['none-known'], 'K-USE', '{who} has never had a problem with drugs or alcohol'),
  no('CON-08', 'stopped', ['when-pregnant'], 'K-PREG', '{who} stopped using {substance} because of the pregnancy'),
  no('CON-08', 'stopped', ['other-reason'], 'K-USE', '{who} has stopped using {substance}'),
  amount('CON-08', 'stopped', 'K-AMT', '{who} has cut down on {substance}', ['cut-down']),
  amount('CON-02', 'days-28', 'K-AMT', '{who} used {substance} on {n} of the last 28 days'),
  amount('CON-03', 'units-week', 'K-AMT', '{who} drinks {n} units in a week'),
  amount('CON-05', 'pattern', 'K-AMT', '{who} uses {substance} at weekends only', ['weekends-only']),
  told(yes('CON-09', 'says-engaging', ['going-well'], 'K-TX', 'treatment is going well for {who}')),
  told(yes('CON-09', 'says-engaging', ['some-difficulty'], 'K-TX', 'treatment goes on for {who}, with difficulty')),
  told(no('CON-09', 'says-engaging', ['not-engaging'], 'K-TX', '{who} is not taking part in treatment now')),
  told(yes('CON-09', 'says-medicine', ['as-prescribed'], 'K-RX', '{who} takes the medicine as prescribed')),
  told(no('CON-09', 'says-medicine', ['not-as-prescribed'], 'K-RX', '{who} does not always take it as prescribed')),
  no('CON-09', 'use-on-top', ['no'], 'K-RX', '{who} uses nothing on top of the medicine'),
  yes('CON-15', 'where', ['relative', 'school'], 'K-CARE', 'when {who} uses, {child} is {option}'),
  yes('CON-15', 'where', ['same-home-other-adult'], 'K-CARE', 'when {who} uses, another adult looks after {child}'),
  yes('CAP-04', 'what', ['another-adult'], 'K-CARE', 'when {who} has used, another adult looks after {child}'),
  yes('CAP-04', 'what', ['nobody', 'child-watches'], 'K-CARE', 'when {who} has used, for {child}: {option}'),
  yes('CAP-05', 'enough', ['always', 'mostly'], 'K-MON', 'there is enough money for what the children need'),
  no('CAP-05', 'enough', ['often-short'], 'K-MON', 'money is often short for what the children need'),
  no('CAP-06', 'has', ['no'], 'K-CARE', 'the child was never driven, carried or left with anybody who was affected'),
  told(yes('CAP-13', 'says', ['always-watched', 'mostly-watched'], 'K-CARE', 'the child is {option}')),
  told(no('CAP-13', 'says', ['sometimes-alone'], 'K-CARE', 'the child is {option}')),
  told(no('NET-16', 'says', ['no-one-else'], 'K-HH', 'nobody else lives or stays here')),
  told(yes('NET-16', 'says', ['others'], 'K-HH', 'others live or stay here')),
  told(no('NET-15', 'says', ['none'], 'K-USE', 'nobody else here uses drugs or alcohol')),
  told(yes('NET-15', 'says', ['yes'], 'K-USE', 'somebody else here uses drugs or alcohol')),
  no('NET-03', 'tie', ['does-not-come'], 'K-HH', '{who} does not come here'),
  no('NET-03', 'tie', ['used-to-live'], 'K-HH', '{who} used to live here, and does not now'),
  no('NET-03', 'tie', ['should-not-come'], 'K-HH', '{who} does not come here, and should not'),
  no('NET-05', 'use', ['none-asked', 'none-not-asked'], 'K-USE', '{who} does not use drugs or alcohol'),
  yes('NET-05', 'use', ['current', 'current-problem', 'suspected'], 'K-USE', '{who} uses drugs or alcohol'),
  no('NET-12', 'come', ['no'], 'K-HH', 'nobody comes here to use, drink, buy or sell'),
  yes('NET-14', 'agreed', ['yes'], 'K-SUP', 'somebody has agreed to have the children tonight if need be'),
  told(yes('PRE-04', 'says', ['all-kept'], 'K-ANC', '{who} kept every antenatal appointment')),
  told(no('PRE-04', 'says', ['some-missed', 'none-kept'], 'K-ANC', '{who} did not keep every antenatal appointment')),
  {
    question: 'PRE-05',
    blank: 'asked-none',
    topic: 'K-PREV',
    polarity: 'says-no',
    says: '{who} has no earlier children elsewhere',
  },
  told(yes('CHD-04', 'says', ['up-to-date'], 'K-ANC', 'health checks and vaccinations are up to date for {child}')),
  told(no('CHD-04', 'says', ['behind'], 'K-ANC', 'health checks and vaccinations are behind for {child}')),
  told(yes('CHD-04', 'says-kept', ['kept'], 'K-ANC', 'health appointments are kept for {child}')),
  told(yes('CHD-10', 'says', ['good'], 'K-CARE', '{child} does well at nursery or school')),
  told(no('CHD-10', 'says', ['some-difficulty'], 'K-CARE', '{child} has some difficulty at nursery or school')),
  told(yes('ADV-04', 'says', ['fine'], 'K-MH', '{who} feels well in mood')),
  told(no('ADV-04', 'says', ['low', 'anxious'], 'K-MH', '{who} does not feel well in mood: {option}')),
  told(yes('PRO-06', 'says', ['plenty', 'some'], 'K-SUP', 'there is help from family or others: {option}')),
  told(no('PRO-06', 'says', ['none'], 'K-SUP', 'there is no help from family or others')),
  told(yes('SLP-12', 'says-place', PLACES, 'K-SLEEP', 'the baby sleeps here: {option}')),
  told(no('SLP-12', 'says-never', ['never'], 'K-SLEEP', 'the baby never sleeps on a sofa or in an adult bed')),
  told(yes('SLP-12', 'says-never', ['sometimes'], 'K-SLEEP', 'the baby sometimes sleeps on a sofa or in an adult bed')),
  yes('SLP-09', 'last-night', PLACES, 'K-SLEEP', 'last night the baby slept here: {option}'),
  ...['SAF-01', 'SAF-02', 'SAF-03'].flatMap((store) => [
    told(yes(store, 'says', ['locked'], 'K-STORE', 'this is locked away: {thing}')),
    told(yes(store, 'says', KEPT_IN_THE_HOME, 'K-STORE', 'this is kept here: {thing}, {option}')),
    told(no(store, 'says', ['not-in-home'], 'K-STORE', 'this is not in the home: {thing}')),
  ]),
  no('SAF-08', 'given', ['no'], 'K-CARE', 'the child was never given anything to sleep or settle'),
  {
    question: 'SAF-06',
    blank: 'asked-none',
    topic: 'K-CARE',
    polarity: 'says-no',
    says: 'no child was hurt or swallowed anything',
  },
]
