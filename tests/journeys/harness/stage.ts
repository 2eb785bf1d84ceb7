import { afterEach, beforeEach } from 'vitest'
import { aDevice, type Device, type Screen } from './device.ts'
import { Practitioner } from './practitioner.ts'
import { type RunningServer, runServer } from './server.ts'

export interface Stage {
  readonly server: RunningServer
  readonly device: Device
  /** The practitioner at the device; a new one after the browser was opened again. */
  hand(names?: Practitioner['names']): Practitioner
  /** Opens the app for the first time, and sets it up. */
  setUp(names?: Practitioner['names']): Promise<Practitioner>
  /** The same, and then takes the network away for good. */
  setUpThenOffline(names?: Practitioner['names']): Promise<Practitioner>
}

/** A server and a device of its own for each test of a file. */
export function aStage(screen: Screen): Stage {
  let server: RunningServer | undefined
  let device: Device | undefined
  beforeEach(async () => {
    ;[server, device] = await Promise.all([runServer(), aDevice(screen)])
  })
  afterEach(async () => {
    await device?.remove()
    await server?.remove()
  })
  const stage: Stage = {
    get server() {
      if (!server) throw new Error('The server does not run yet')
      return server
    },
    get device() {
      if (!device) throw new Error('The device is not there yet')
      return device
    },
    hand: (names) => new Practitioner(stage.device.page(), names),
    async setUp(names) {
      const hand = stage.hand(names)
      await hand.page.goto(stage.server.url)
      await hand.setUp()
      return hand
    },
    async setUpThenOffline(names) {
      const hand = await stage.setUp(names)
      await hand.readyForOffline()
      await stage.server.stop()
      await hand.page.reload()
      await hand.unlock()
      return hand
    },
  }
  return stage
}
