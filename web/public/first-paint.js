// Runs before the first paint, so that a dark or right-to-left page does not flash.
(function () {
  var root = document.documentElement
  try {
    var theme = localStorage.getItem('rapporteur.theme') || 'system'
    var dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
    root.dataset.theme = dark ? 'dark' : 'light'
    if (localStorage.getItem('rapporteur.density') === 'comfortable') root.dataset.density = 'comfortable'
    var language = localStorage.getItem('rapporteur.language')
    if (language) {
      root.lang = language
      root.dir = language === 'ar' ? 'rtl' : 'ltr'
    }
  } catch (error) {
    root.dataset.theme = 'light'
  }
})()
