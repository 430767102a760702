/** How many pages a PDF of ours has, counted from its bytes and not taken from whoever made it. */

/**
 * Counts the page objects and holds the count against the page tree. Only for files without object streams, as ours
 * are. Throws when the two do not agree: that file must not be handed over.
 */
export const pageCount = (pdf: Uint8Array): number => {
  const text = new TextDecoder('latin1').decode(pdf).replace(/\bstream\r?\n[\s\S]*?endstream\b/g, '')
  const pages = [...text.matchAll(/\/Type\s*\/Page(?![A-Za-z])/g)].length
  const counts = [...text.matchAll(/\/Count\s+(\d+)/g)].map(([, count]) => Number(count))
  if (pages === 0 || !counts.includes(pages))
    throw new Error(`PDF with ${pages} page objects and page tree counts ${counts.join(', ')}`)
  return pages
}
