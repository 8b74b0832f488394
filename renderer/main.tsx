import './app/before-everything.ts'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import '@mantine/dropzone/styles.css'
import './app/global.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { watchPage } from './app/page-crashes.ts'
import { speak } from './app/speak.ts'

watchPage()

const container = document.querySelector('#root')
if (!container) throw new Error('The page has no #root element.')
await speak()
const { App } = await import('./app/app.tsx')
createRoot(container).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
