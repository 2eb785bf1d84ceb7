/** Words of the household panel that do not stand on paper too. */
export const networkPanelWords = {
  show: 'Show the network so far',
  hide: 'Hide the network',
  loading: 'Drawing…',
  notLoaded: 'The network could not be drawn. Try again when the app is loaded afresh.',
  addHere: 'Record it',
}
