/** Text into the XML of a workbook: what XML cannot hold is left out, the rest comes out as itself. */

export const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/**
 * Spreadsheets read "_x0041_" as a letter by its code (ECMA-376 Part 1, 22.9.2.19), so that a text that looks like one
 * gets its first mark as a code.
 */
export const xmlText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

export const attribute = (text: string): string =>
  xmlText(text).replaceAll('"', '&quot;').replaceAll('\n', ' ')
