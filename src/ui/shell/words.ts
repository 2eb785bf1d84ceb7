/** Every word of the frame around the pages. */
export const shellWords = {
  app: 'Linnet',
  skip: 'Skip to the main part of the page',
  session: 'This session',
  settings: 'This device',
  lock: 'Lock',
  hide: 'Hide screen',
  loading: 'Loading',
  failedTitle: 'This page cannot be shown',
  failed:
    'A part of Linnet did not load, or has a fault. What you recorded is kept on this device. Load the page again; if this stays, connect to the network once and load it again.',
  reload: 'Load again',
}
