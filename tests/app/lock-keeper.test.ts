// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchForLock } from '../../src/app/lock-keeper.ts'

/** Both clocks in seconds; the wall clock can be set apart from the other. */
const clocks = { wall: 0, running: 0 }
let hidden = false
const reasons: string[] = []
let watch: ReturnType<typeof watchForLock>

/** Tabs of this page hear each other, and never themselves. */
class Channel {
  static open = new Set<Channel>()
  onmessage: ((e: { data: unknown }) => void) | null = null
  constructor() {
    Channel.open.add(this)
  }
  postMessage(data: unknown) {
    for (const other of Channel.open) if (other !== this) other.onmessage?.({ data })
  }
}
const otherTab = () => new Channel()

/** Time goes by, second for second, as it does for a page that runs. */
function pass(seconds: number) {
  for (let n = 0; n < seconds; n++) {
    clocks.wall++
    clocks.running++
    vi.advanceTimersByTime(1000)
  }
}
const touch = () => dispatchEvent(new Event('keydown'))
function show(shown: boolean) {
  hidden = !shown
  document.dispatchEvent(new Event('visibilitychange'))
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  vi.stubGlobal('BroadcastChannel', Channel)
  vi.spyOn(Date, 'now').mockImplementation(() => 1_000_000 + clocks.wall * 1000)
  vi.spyOn(performance, 'now').mockImplementation(() => clocks.running * 1000)
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden)
  clocks.wall = clocks.running = 0
  hidden = false
  reasons.length = 0
  watch = watchForLock((reason) => reasons.push(reason))
})
afterEach(() => {
  watch.stop()
  Channel.open.clear()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('an open session', () => {
  it('locks once, five minutes after the last touch', () => {
    pass(200)
    touch()
    pass(299)
    expect(reasons).toEqual([])
    pass(1)
    expect(reasons).toEqual(['idle'])
    pass(1000)
    touch()
    expect(reasons).toEqual(['idle'])
  })

  it('does not let a touch open what is due already', () => {
    clocks.wall += 3600
    touch()
    expect(reasons).toEqual(['slept'])
  })

  it('locks a minute after it was hidden, and not when it is shown again before', () => {
    show(false)
    pass(59)
    show(true)
    pass(60)
    expect(reasons).toEqual([])
    show(false)
    pass(60)
    expect(reasons).toEqual(['hidden'])
  })

  it.each(['focus', 'pageshow', 'resume'])('reads the clocks before anything is shown again: %s', (type) => {
    clocks.wall += 61
    dispatchEvent(new Event(type))
    expect(reasons).toEqual(['slept'])
  })

  it('locks when the clock was set back', () => {
    pass(10)
    clocks.wall -= 3600
    pass(1)
    expect(reasons).toEqual(['clock-moved-back'])
  })
})

describe('several tabs', () => {
  it('lock together', () => {
    otherTab().postMessage('lock')
    expect(reasons).toEqual(['another-tab'])
  })

  it('stay open together: activity in one counts for all', () => {
    const other = otherTab()
    pass(299)
    other.postMessage('active')
    pass(299)
    expect(reasons).toEqual([])
    pass(1)
    expect(reasons).toEqual(['idle'])
  })

  it('hear of activity at most every two seconds', () => {
    const heard: unknown[] = []
    otherTab().onmessage = (e) => heard.push(e.data)
    pass(3)
    touch()
    touch()
    pass(2)
    touch()
    pass(1)
    touch()
    expect(heard).toEqual(['active', 'active'])
  })

  it('are told to lock, and no more is said once it is stopped', () => {
    const heard: unknown[] = []
    const other = otherTab()
    other.onmessage = (e) => heard.push(e.data)
    watch.lockOthers()
    expect(heard).toEqual(['lock'])
    watch.stop()
    other.postMessage('lock')
    pass(1000)
    expect(reasons).toEqual([])
  })
})
