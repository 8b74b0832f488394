import type { Page } from 'playwright-core'

/** A text with letters that stands on the page. */
export interface ShownText {
  text: string
  /** The element it stands in, or its attribute: `button.m_87cf2631`, `input[placeholder]`. */
  where: string
  /** The texts of the elements around it, from inside to outside: a hit that is underlined is a part of a sentence. */
  around: string[]
}

/** Every text that is seen or read out, with those of attributes and of fields. */
export function shownTexts(page: Page): Promise<ShownText[]> {
  return page.evaluate(() => {
    const said = [
      'aria-label',
      'aria-description',
      'aria-roledescription',
      'aria-valuetext',
      'title',
      'placeholder',
      'alt',
    ]
    // what is for machines is the same in every language, and so are keys with a letter on them
    const silent =
      'script, style, noscript, template, code, code *, [translate=no], [translate=no] *, textarea[aria-hidden=true]'
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()}${[...element.classList].map((one) => `.${one}`).join('')}`
    const isKey = (node: Node) => /^(?:⟦\w+⟧)?\s?\p{L}$/u.test(node.textContent ?? '')
    // only where something stands outside of marks is it worth the time to look around
    const isMarked = (text: string) => !/\p{L}/u.test(text.replaceAll(/⟦[^⟦⟧]*⟧/g, ''))
    const around = (element: Element) => {
      const texts: string[] = []
      for (let at: Element | null = element; at && texts.length < 4; at = at.parentElement)
        texts.push(at.textContent.slice(0, 2000))
      return texts
    }
    const shown: { text: string; where: string; around: string[] }[] = []
    const add = (text: string | null | undefined, where: string, around: string[] = []) => {
      if (text && /\p{L}/u.test(text)) shown.push({ text, where, around })
    }
    add(document.title, 'title')
    for (const element of document.body.querySelectorAll('*')) {
      // what is not seen may still be read out, unless it is not drawn at all
      if (element.matches(silent) || !element.checkVisibility()) continue
      for (const name of said) add(element.getAttribute(name), `${nameOf(element)}[${name}]`)
      // what was chosen; what was typed is a person's
      if (element instanceof HTMLInputElement && element.matches('[readonly], [aria-haspopup]'))
        add(element.value, `${nameOf(element)}[value]`)
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE && !(element.matches('kbd') && isKey(node)))
          add(node.textContent, nameOf(element), isMarked(node.textContent ?? '') ? [] : around(element))
    }
    return shown
  })
}
