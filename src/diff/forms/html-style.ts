/** The looks of the page: told by strokes first and by colour besides, so that a black and white print says the same. */

export const style = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { font: 15px/1.5 "Times New Roman", Tinos, "Liberation Serif", serif; color: #111; background: #fff; margin: 1.5rem auto; max-width: 78rem; padding: 0 1.25rem; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
h2 { font-size: 1.1rem; margin: 1.25rem 0 .25rem; }
.names { margin: 0; overflow-wrap: anywhere; }
.names span { display: block; }
ol { margin: .25rem 0; padding-left: 2rem; }
li { margin: .15rem 0; overflow-wrap: anywhere; }
.note { color: #444; font-size: .9rem; margin: .25rem 0; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin-top: 1.25rem; }
thead { display: table-header-group; }
th, td { border: 1px solid #999; vertical-align: top; text-align: left; padding: .3rem .6rem; overflow-wrap: anywhere; }
thead th { background: #eee; }
.group th { background: #f6f6f6; font-style: italic; font-weight: normal; }
td p { margin: 0; white-space: pre-line; }
p.title { font-weight: bold; }
.label { font-weight: bold; }
p.part .label { font-weight: normal; color: #555; }
del { color: #8f1d14; background: #fde7e4; text-decoration: line-through; }
ins { color: #0b5a2b; background: #e1f5e6; text-decoration: underline; font-weight: bold; }
tr.changed td { border-left: 4px solid #b07a00; }
tr.removed td:first-child, tr.gone td:first-child { border-left: 4px double #8f1d14; }
tr.added td:last-child, tr.come td:last-child { border-left: 4px double #0b5a2b; }
.move { display: inline-block; font-size: .85rem; color: #1a4b8c; }
tr:target td { outline: 2px solid #1a4b8c; }
@page { size: A4 landscape; margin: 12mm; }
@media print {
  body { margin: 0; max-width: none; padding: 0; font-size: 11pt; }
  tr { break-inside: avoid; }
  a { text-decoration: none; }
  del, ins { background: none; }
}
`
