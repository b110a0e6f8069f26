/** Stands in for what Web Chat imports and we do not use: its own Direct Line client, and speech. */
function leftOut(): never {
  throw new Error('this part of Web Chat was left out of the bundle');
}

export { leftOut as createAdapters, leftOut as DirectLine, leftOut as DirectLineStreaming };
