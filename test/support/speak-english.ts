import { i18n } from '@lingui/core'

// what the page says in its source is English already
i18n.loadAndActivate({ locale: 'en', messages: {} })
