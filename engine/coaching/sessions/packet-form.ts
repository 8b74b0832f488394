import { exchangeKinds } from '../../../shared/domain/exchange-files.ts'

/** Stands for the name of the file in the sentence that says it was saved. */
export const SAVED_FILE = '%FILE%'

/** Turns the filled-in form of a packet into a file to save. Runs in the agent's browser, from a file, without a network. */
export const replyScript = `
(function () {
  var form = document.getElementById('reply')
  form.addEventListener('submit', function (event) {
    event.preventDefault()
    var reply = JSON.parse(form.getAttribute('data-reply'))
    reply.agrees = form.elements.agrees ? form.elements.agrees.value === 'yes' : null
    reply.comment = document.getElementById('comment').value
    reply.disputes = []
    form.querySelectorAll('textarea[data-moment]').forEach(function (field) {
      if (field.value.trim() !== '')
        reply.disputes.push({ moment: Number(field.getAttribute('data-moment')), title: field.getAttribute('data-title'), comment: field.value })
    })
    var link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([JSON.stringify(reply, null, 2)], { type: 'application/json' }))
    link.download = 'answer-' + reply.sessionId + '.${exchangeKinds.reply}'
    document.body.appendChild(link)
    link.click()
    document.body.removeChild(link)
    document.getElementById('said').textContent = form.getAttribute('data-saved').replace('${SAVED_FILE}', link.download)
  })
})()
`

export const replyStyle = `
form { margin-top: 2rem; padding: 1rem 1.25rem 1.25rem; border: 1px solid #cfcfc9; border-radius: 8px; }
form h2 { margin-top: 0; }
fieldset { border: 0; margin: 0 0 1rem; padding: 0; }
legend { padding: 0; font-weight: 600; }
fieldset label { display: block; margin-top: .4rem; }
.comment span, .dispute span { display: block; margin-bottom: .25rem; }
.dispute { display: block; margin: .75rem 0; }
textarea { width: 100%; box-sizing: border-box; font: inherit; padding: .4rem .5rem; border: 1px solid #8a8a84; border-radius: 4px; }
details { margin: 1rem 0; }
summary { cursor: pointer; }
form button { margin-top: 1rem; font: inherit; font-weight: 600; padding: .55rem 1.1rem; color: #fff; background: #146578; border: 0; border-radius: 6px; cursor: pointer; }
form button:focus-visible, textarea:focus-visible, summary:focus-visible { outline: 2px solid #146578; outline-offset: 2px; }
@media print { form { display: none; } }
`
