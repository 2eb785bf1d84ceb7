import type { Device, Tab } from './device.ts'
import type { World } from './world.ts'

/** Turns in any order; a tab may end at any of its gates. */
export async function goOn(world: World, most: number): Promise<void> {
  const { turns, chance } = world
  for (let n = 0; n < most && turns.waiting().length > 0; n++) {
    const turn = chance.pick(turns.waiting())
    const tab = turn.page as Tab
    if (world.harm.loss > 0 && turn.page.name !== 'wire' && chance.happens(0.01)) {
      const device = world.devices.find((each) => each.tabs.includes(tab))
      if (device) {
        end(world, device, tab, `crash as it ${turn.what.replace(/^\S*\d /, '')}`)
        continue
      }
    }
    world.note(`${turn.page.name} ${turn.what}`)
    await turns.give(turn)
  }
}

export function end(world: World, device: Device, tab: Tab, how: string): void {
  world.count(how)
  device.end(tab)
  if (device.tabs.length === 0) device.open()
}
