/** Names this edition in every entry and on every page of a report. */
export const PACK_ID = 'linnet-2026-11/1'
