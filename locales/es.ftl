### Rapporteur, español. Las claves son las de en.ftl.

## En todas partes

common-close = Cerrar
common-cancel = Cancelar
common-done = Listo
common-save = Guardar
common-more = Más
common-loading = Cargando…
common-try-again = Reintentar
common-not-recorded = No consta

## Barra superior, menú personal, paleta

nav-skip = Ir al contenido
nav-brand = Rapporteur, panorama
nav-label = Páginas de la edición
nav-editions = Ediciones
nav-edition-switch = { $edition }, cambiar de edición
nav-overview = Panorama
nav-sessions = Sesiones
nav-key-points = Puntos clave
nav-document = Documento
nav-export = Exportar
nav-find = Buscar
palette-title = Ir a
palette-placeholder = Nombre de una sesión o página
palette-results = Resultados
palette-page = Página
palette-none = Nada con ese nombre.
person-menu = Sus ajustes
person-language = Idioma
person-theme = Colores
person-theme-light = Claros
person-theme-dark = Oscuros
person-theme-system = Como en este dispositivo
person-density = Tamaño del texto
person-density-compact = Compacto
person-density-comfortable = Cómodo
person-sign-out = Cerrar sesión
role-coordinator = coordinación
role-rapporteur = relatoría
role-moderator = moderación
role-editor = edición
role-translator = traducción
role-reviewer = revisión
role-staff = secretaría
role-reader = lectura

## Red, versión nueva

network-none = Sin red
network-no-server = No se puede llegar al servidor
network-keep-working = Puede seguir escribiendo: todo queda en este dispositivo y se envía cuando vuelva la conexión.
kept-answers = Desde este dispositivo
kept-answers-since = Las listas y los datos que aparecen aquí se obtuvieron el { $time } y pueden ser antiguos.
kept-answers-old = Las listas y los datos que aparecen aquí se obtuvieron antes y pueden ser antiguos.
update-waits = Hay una versión más nueva de esta página.
update-take = Cargarla ahora

## Lo que falló

failure-not-found-title = Esta página no existe
failure-not-found-text = Puede que se haya movido o que usted no tenga acceso. Lo que escribió está a salvo.
failure-go-home = Ir al panorama
failure-no-edition-title = Todavía no hay ninguna edición
failure-no-edition-text = Ha iniciado sesión, pero no tiene abierta ninguna edición. Diríjase a la coordinación de su segmento.
sign-out-failed = Su sesión sigue abierta
sign-out-failed-text = Quien abra después este navegador entrará con su nombre. Cierre la sesión de nuevo cuando haya red.
sign-out-unsent = No todo lo que escribió está en el servidor
sign-out-unsent-text = { $count ->
    [one] Un texto contiene palabras que solo están en este dispositivo.
    [many] { $count } textos contienen palabras que solo están en este dispositivo.
   *[other] { $count } textos contienen palabras que solo están en este dispositivo.
}
sign-out-unsent-after = Quedan aquí bajo su nombre y se envían cuando vuelva a iniciar sesión en este dispositivo. Si no es su propio dispositivo, espere a que estén en el servidor.
sign-out-sent = Todo lo que escribió está en el servidor
sign-out-sent-text = Ya no hay palabras que solo estén en este dispositivo.
sign-out-anyway = Cerrar sesión de todos modos
kept-title = Este dispositivo guarda palabras que no están en el servidor
kept-text = Si ya no puede abrir su texto, descárguelas y entréguelas a la coordinación.
kept-unread = { $count ->
    [one] Un texto no se pudo leer por completo en este dispositivo. No borre los datos de este navegador y abra esta página más tarde.
    [many] { $count } textos no se pudieron leer por completo en este dispositivo. No borre los datos de este navegador y abra esta página más tarde.
   *[other] { $count } textos no se pudieron leer por completo en este dispositivo. No borre los datos de este navegador y abra esta página más tarde.
}
kept-file-notes = Notas: { $title }
kept-file-document = Documento final: { $title }
kept-file-words = Palabras guardadas en este dispositivo
kept-file-time = Tal como estaba en este dispositivo el { $time }. Puede que el servidor no lo tenga todo.
kept-file-footnotes = Notas al pie
kept-file-footnotes-gone = Notas al pie cuya llamada ya no está en el texto
kept-file-no-statement = Sin enunciado
kept-file-quote = Cita: { $quote }
kept-file-themes = Temas: { $themes }
kept-file-addressee = Dirigido a: { $addressee }
kept-file-kind = Tipo: { $word }
kept-file-stance = Postura: { $word }
kept-file-recording = Constancia: grabación { $number }, en { $time }
kept-file-link = Constancia: { $address }
kept-file-speaker = Dicho por: { $name }
kept-file-loose = Palabras cuyo lugar en el texto no se conoce
# Nombres de archivos.
kept-file-name-notes = Notas - { $title } - { $date }
kept-file-name-document = Documento final - { $title } - { $date }
kept-file-name-words = Palabras guardadas - { $date }
failure-signed-out-title = Su sesión está cerrada
failure-signed-out-text = Lo que escribió en este dispositivo sigue aquí. Se enviará cuando vuelva a iniciar sesión.
failure-no-access-title = Ya no tiene acceso a esta edición
failure-no-access-text = Lo que escribió en este dispositivo sigue aquí. Consulte a la coordinación de su segmento.
failure-crash-title = No se pudo mostrar esta página
failure-crash-text = Lo que escribió está a salvo. Vuelva a intentarlo; si continúa así, comunique a la coordinación lo que dice aquí.
failure-offline-title = Todavía no está en este dispositivo
failure-offline-text = Esta página no se había abierto en este dispositivo, así que necesita la red una primera vez.
error-unreachable = No se puede llegar al servidor.
error-key-point-not-insertable = Este punto clave no puede entrar así en el documento. Póngale un enunciado que no nombre a nadie o déjelo de lado.
error-unknown = El servidor no pudo hacerlo ({ $code }).
error-page-failed = Algo falló en esta página ({ $name }). Vuelva a cargar la página.
error-signed-out = Su sesión está cerrada.
error-not-found = No existe, o usted no tiene acceso.
error-forbidden = Su función no lo permite.
error-internal = Algo falló en el servidor. No se cambió nada.
error-not-saved = El servidor no pudo guardarlo. Allí no se cambió nada.
error-body-invalid = El servidor no pudo leer la solicitud. Vuelva a cargar la página.
error-method-not-allowed = El servidor no hace esto aquí. Vuelva a cargar la página.
error-sign-in-link-expired = Este enlace ha caducado
error-sign-in-link-used = Este enlace ya se usó
error-sign-in-link-unknown = Este enlace no funciona
error-too-many-requests = Demasiadas solicitudes. Espere unos minutos y vuelva a intentarlo.
error-pages-busy = El servidor está ocupado con las páginas de otras peticiones. Inténtelo de nuevo en un momento.
error-statement-missing = Este punto clave aún no tiene enunciado. Escríbalo en las notas de la sesión y acéptelo después.
error-reason-needed = Hace falta un motivo.
error-changed-meanwhile = Alguien lo cambió entretanto. Mírelo de nuevo y decida.
error-decision-not-possible = El estado de este punto clave no permite esa decisión.
error-session-step-not-possible = El estado de la sesión no permite ese paso.
error-other-site = La solicitud no procede de esta página. Vuelva a cargarla.
error-draft-has-text = El documento contiene texto escrito por personas. No se sobrescribió.
error-document-busy = Otras personas están escribiendo en el documento en este momento. Inténtelo de nuevo.
error-language-unknown = Este idioma no es uno de los del segmento.
error-format-unknown = Este formato no se conoce.
error-date-unknown = Esto no es una fecha. Escriba el año, el mes y el día, por ejemplo 2023-10-09.
error-group-unknown = Los párrafos no se pueden agrupar así.
error-paper-unknown = Este tamaño de papel no se conoce.

## Inicio de sesión

sign-in-title = Iniciar sesión
sign-in-email = Correo electrónico
sign-in-email-hint = Enviamos un enlace. Sirve una sola vez, durante 15 minutos. No necesita contraseña.
sign-in-email-wrong = Escriba una dirección como nombre@example.org.
sign-in-send = Enviarme un enlace
sign-in-sending = Enviando…
sign-in-not-sent = No se envió el enlace
sign-in-new = ¿Es nuevo aquí? La coordinación de su segmento le invita.
sign-in-times = Las horas son las de este dispositivo.
sign-in-sent-title = Mire su correo
sign-in-sent-text = Si { $email } consta aquí, hay un enlace en camino.
sign-in-sent-at = Enviado
sign-in-works-until = Válido hasta
sign-in-works-once = { $time }, una sola vez
sign-in-sent-hint = Ábralo en este dispositivo. ¿Nada después de dos minutos? Mire entre el correo no deseado.
sign-in-other-address = Usar otra dirección
sign-in-link-title = ¿Iniciar sesión?
sign-in-link-text = Abrió un enlace de inicio de sesión. Continúe para entrar en este dispositivo.
sign-in-link-continue = Continuar
sign-in-link-busy = Iniciando sesión…
sign-in-link-hint = Los programas de correo abren los enlaces para comprobarlos. Solo este botón gasta el enlace.
sign-in-failed-text = No ha iniciado sesión. Lo que escribió en este dispositivo sigue aquí.
sign-in-new-link = Enviar un enlace nuevo
sign-in-already = Ha iniciado sesión como { $name }.
sign-in-enter = Abrir el espacio de trabajo
sign-in-as-other = Iniciar sesión como otra persona

## Sesiones

session-state-planned = Prevista
session-state-assigned = Asignada
session-state-live = En curso
session-state-submitted = Entregada
session-state-confirmed = Confirmada
session-state-locked = Bloqueada
session-kind-session = Sesión
session-kind-roundtable = Mesa redonda
session-kind-regional = Regional
session-kind-closing = Clausura
session-numbered = { $kind ->
    [roundtable] Mesa redonda { $number }
    [regional] Regional { $number }
    [closing] Clausura { $number }
   *[session] Sesión { $number }
}
session-untitled = Título sin publicar
session-untitled-at = { $event }: título sin publicar
session-listed = { $name }: { $title }
session-no-date = Fecha sin fijar
session-when = { $day }, { $hours }
session-when-zone = { $day }, { $hours } ({ $zone })
session-attribution-named = Con nombres
session-attribution-chatham-house = Regla de Chatham House
sessions-count = { $count ->
    [one] { $count } sesión
    [many] { $count } de sesiones
   *[other] { $count } sesiones
}
sessions-without = { $count ->
    [one] { $count } sin punto clave
    [many] { $count } sin punto clave
   *[other] { $count } sin punto clave
}
sessions-empty = Todavía no hay sesiones en esta edición
sessions-empty-hint = La coordinación importa el programa; las sesiones aparecerán aquí por orden cronológico.
sessions-yours = Le toca escribir
sessions-rapporteurs = Relatoría: { $names }
sessions-no-rapporteur = Sin relator asignado
sessions-key-points = { $count ->
    [one] { $count } punto clave
    [many] { $count } de puntos clave
   *[other] { $count } puntos clave
}
sessions-characters = Notas: { $count } caracteres

## Panorama

overview-sessions = Sesiones
overview-time-zone = Horas del lugar: { $zone }
overview-decided = { $decided } de { $all } puntos clave decididos
overview-programme = Programa
overview-make-draft = Hacer el borrador preliminar
overview-open-document = Abrir el documento
overview-no-date = Fecha sin fijar
overview-times-not-set = Horas sin fijar
overview-time-not-set = Hora sin fijar
overview-now = Ahora
overview-no-notes = Todavía sin notas
overview-no-key-point = Todavía sin punto clave
overview-card-key-points = { $count ->
    [one] { $count } punto clave
    [many] { $count } de puntos clave
   *[other] { $count } puntos clave
}
coverage-title = Cobertura
coverage-explained = puntos clave por sesión y tema
coverage-gaps = { $count ->
    [one] { $count } laguna antes de publicar
    [many] { $count } de lagunas antes de publicar
   *[other] { $count } lagunas antes de publicar
}
coverage-no-gaps = Sin lagunas
coverage-empty = Todavía no hay sesiones que contar
coverage-theme = Tema
coverage-all = Total
coverage-none = ninguno
coverage-key-points = Puntos clave
coverage-cell = { $count ->
    [one] { $count } punto clave, { $theme }, { $session }
    [many] { $count } de puntos clave, { $theme }, { $session }
   *[other] { $count } puntos clave, { $theme }, { $session }
}
coverage-regions = { $count ->
    [one] Región sin punto clave: { $regions }
    [many] Regiones sin punto clave: { $regions }
   *[other] Regiones sin punto clave: { $regions }
}
deadlines-title = Plazos
deadlines-none = No hay plazos fijados.
deadlines-overdue = Vencido hace { $amount }
deadlines-left = Quedan { $amount }
deadlines-opens = Abre en { $amount }
deadlines-due = Vence: { $time }
deadlines-days = { $count ->
    [one] { $count } día
    [many] { $count } de días
   *[other] { $count } días
}
deadlines-hours = { $hours } h { $minutes } min
deadlines-minutes = { $count } min

## Puntos clave

key-point-state-captured = Recogido
key-point-state-confirmed = Confirmado
key-point-state-accepted = Aceptado
key-point-state-used = Usado
key-point-state-merged = Fusionado
key-point-state-set-aside = Descartado
key-point-kind-call-to-action = Llamado a la acción
key-point-kind-observation = Observación
key-point-stance-convergence = Convergencia
key-point-stance-divergence = Divergencia
key-point-stance-proposal = Propuesta
key-point-basis-concept = De la nota conceptual, no se dijo
key-point-passage-gone = Su pasaje ya no está en las notas
key-point-no-statement = Aún sin enunciado
key-point-no-theme = Todavía sin tema
key-point-no-addressee = Todavía sin destinatario

## Tablero

board-count = { $count ->
    [one] { $count } punto clave
    [many] { $count } de puntos clave
   *[other] { $count } puntos clave
} · { $sessions ->
    [one] { $sessions } sesión
    [many] { $sessions } de sesiones
   *[other] { $sessions } sesiones
} · { $undecided } por decidir
board-states = Estado
board-all = Todos
board-filters = Filtros
board-filter-text = Buscar en los enunciados
board-filter-session = Sesión
board-filter-theme = Tema
board-filter-addressee = Destinatario
board-any-session = Todas las sesiones
board-any-theme = Todos los temas
board-any-addressee = Todos los destinatarios
board-clear = Borrar filtros
board-empty = Todavía no hay puntos clave
board-empty-hint = Los relatores los marcan en las notas de las sesiones; aparecen aquí por sí solos.
board-no-match = Ningún punto clave coincide
board-no-match-hint = Ninguno cumple todos los filtros puestos.
board-accept-confirmed = { $count ->
    [one] Aceptar { $count } confirmado
    [many] Aceptar los { $count } de confirmados
   *[other] Aceptar los { $count } confirmados
}
board-hint-captured = por confirmar con la moderación o decidir ahora
board-hint-confirmed = a la espera de la edición
board-hint-accepted = listos para el documento
board-hint-accepted-concept = { $ready ->
    [one] { $ready } listo para el documento
    [many] { $ready } listos para el documento
   *[other] { $ready } listos para el documento
} · { $concept ->
    [one] { $concept } de una nota conceptual queda fuera
    [many] { $concept } de notas conceptuales quedan fuera
   *[other] { $concept } de notas conceptuales quedan fuera
}
board-hint-used = figuran en el documento
board-hint-merged = forman parte de otro punto clave
board-hint-set-aside = cada uno con su motivo
detail-title = Punto clave
detail-none = Elija un punto clave para ver su fuente y decidir.
detail-none-reader = Elija un punto clave para ver su fuente y qué fue de él.
detail-keys = Flechas: elegir · A: aceptar · S: descartar · E: abrir en las notas
detail-place = { $at } de { $of }
detail-previous = Punto clave anterior
detail-next = Punto clave siguiente
detail-source = Fuente en las notas
detail-source-in = Fuente en las notas: { $session }
detail-session = Sesión
detail-open-notes = Abrir en las notas
detail-marked-by = Marcado por
detail-by-at = { $name }, { $time }
detail-speaker = Dicho por
detail-evidence = Constancia
detail-recording = Grabación en { $time }
detail-themes = Temas
detail-addressee = Destinatario
detail-kind = Tipo
detail-stance = Postura
detail-decided-by = Decidido por
detail-reason = Motivo
detail-used-in = Usado en
detail-go-to-paragraph = Ir al párrafo
detail-concept-title = De la nota conceptual
detail-concept-text = Nadie lo ha dicho. Nunca entra en el documento como algo que se dijo.
detail-gone-text = Las palabras se borraron de las notas. La cita de abajo es lo que decían.
detail-accept = Aceptar
detail-confirm = Confirmar
detail-set-aside = Descartar…
detail-reopen = Reabrir
detail-not-decided = No se tomó la decisión
board-meanwhile-by = { $name } decidió sobre esto entretanto. Ahora está: { $state }.
board-meanwhile = Esto cambió entretanto. Ahora está: { $state }.
set-aside-title = ¿Descartar este punto clave?
set-aside-reason = Motivo
set-aside-hint = Una frase; queda en el registro.
set-aside-reason-missing = Escriba una frase; queda en el registro.
set-aside-do = Descartar

## Escritura: barra de herramientas, menú «/», enlaces, notas al pie

writing-toolbar = Formato
writing-undo = Deshacer
writing-redo = Rehacer
writing-bold = Negrita
writing-italic = Cursiva
writing-bullets = Lista con viñetas
writing-numbers = Lista numerada
writing-indent = Aumentar sangría
writing-outdent = Reducir sangría
writing-link = Enlace
writing-footnote = Nota al pie
writing-more = Más formato
writing-mark-key-point = Marcar como punto clave
writing-block = Tipo de párrafo
writing-block-now = Tipo de párrafo: { $block }
writing-block-paragraph = Texto
writing-block-heading-1 = Título 1
writing-block-heading-2 = Título 2
writing-block-heading-3 = Título 3
writing-block-quote = Cita
writing-block-operative = Párrafo de la parte dispositiva
writing-block-preambular = Párrafo del preámbulo
writing-block-group = Título de grupo
writing-block-theme = Título de tema
writing-block-voice = Fórmula de apertura
writing-block-title = Título
writing-block-subtitle = Subtítulo
writing-block-fact-place = Lugar y fechas
writing-block-fact-organisers = Organización
writing-block-fact-status = Carácter
writing-block-annex = Anexo
writing-slash = Insertar
writing-link-add = Añadir un enlace
writing-link-change = Cambiar el enlace
writing-link-remove = Quitar el enlace
writing-link-address = Dirección
writing-link-wrong = Escriba una dirección como https://example.org.
writing-footnote-text = Texto de la nota
writing-footnote-number = Nota { $number }
writing-table = Tabla
writing-placeholder-notes = Anote lo que se dice. Escriba / para un título o una lista; Ctrl Alt K marca las palabras seleccionadas como punto clave.
writing-placeholder-document = El documento está vacío.
writing-leaving = Tab no sale del texto: en una lista, Tab aumenta la sangría del elemento y Mayús+Tab la reduce. Escape y después Tab lleva fuera del texto.
writing-text-notes = Notas: { $session }
writing-text-document = Texto: { $title }
writing-images-dropped = { $count ->
    [one] Se dejó fuera { $count } imagen: el texto no contiene imágenes.
    [many] Se dejaron fuera { $count } de imágenes: el texto no contiene imágenes.
   *[other] Se dejaron fuera { $count } imágenes: el texto no contiene imágenes.
}
writing-nothing-selected = Primero seleccione las palabras y luego márquelas.
writing-reading-only = Puede leer este texto mientras se escribe. Su función no lo escribe.
writing-session-locked = Esta sesión está bloqueada. Su texto queda como está.
writing-session-handed-in = Estas notas se han entregado. Quedan como están hasta que alguien las reabra.
writing-opening = Abriendo el texto…
writing-missing-title = El texto no está aquí
writing-missing-text = No se había abierto en este dispositivo y no se puede llegar al servidor. Se abrirá por sí solo cuando haya conexión.
writing-no-access-title = No tiene acceso a este texto
writing-no-access-text = El servidor no se lo da y este dispositivo no guarda ninguna copia. Consulte a la coordinación de su segmento.
writing-failed-title = No se pudo abrir el texto

## Buscar en un texto

find-open = Buscar en el texto
find-words = Palabras que buscar
find-previous = Resultado anterior
find-next = Resultado siguiente
find-none = Sin resultados
find-count = { $at } de { $count }
find-said = { $count ->
    [one] { $at } de { $count } resultado
    [many] { $at } de { $count } de resultados
   *[other] { $at } de { $count } resultados
}
find-table = Tabla { $number }
find-open-footnote = Abrir la nota

## Línea de estado: qué hay en este dispositivo y qué hay en el servidor

status-label = Estado de lo que escribió
status-device-everything = En este dispositivo: todo
status-device-not-saved = En este dispositivo: sin guardar, puede que el disco esté lleno
status-device-writing = En este dispositivo: guardando
status-server-signed-out = Su sesión está cerrada: lo que escriba queda en este dispositivo
status-server-everything = En el servidor: todo
status-server-everything-at = En el servidor: todo, { $time }
status-server-up-to = { $day ->
    [today] En el servidor: todo hasta las { $time }
   *[another] En el servidor: todo hasta el { $time }
}
status-server-nothing-yet = En el servidor: todavía no
status-server-unknown = El servidor aún no ha respondido
status-server-refused = El servidor no aceptó lo que escribió: puede que ya no tenga permiso para escribir aquí
status-server-not-saved = Sin guardar en el servidor: no confirma lo que escribió
status-server-reading = Tal como está en el servidor
status-server-seen = { $day ->
    [today] Tal como estaba en el servidor a las { $time }
   *[another] Tal como estaba en el servidor el { $time }
}
status-waiting = { $count ->
    [one] { $count } cambio en espera
    [many] { $count } de cambios en espera
   *[other] { $count } cambios en espera
}
status-offline-since = { $day ->
    [today] Sin noticias del servidor desde las { $time }.
   *[another] Sin noticias del servidor desde el { $time }.
}
status-next-try = { $count ->
    [0] Intentándolo ahora.
    [one] Próximo intento en { $count } s.
    [many] Próximo intento en { $count } s.
   *[other] Próximo intento en { $count } s.
}
status-try-now = Intentar ahora
status-download = Descargar lo que escribió

## Notas de una sesión

notes-all-sessions = Todas las sesiones
notes-session = Sesión
notes-submit = Entregar las notas…
notes-submit-title = ¿Entregar las notas?
notes-submit-text = Se pide a la moderación que confirme los puntos clave. Nadie escribe ya en las notas hasta que se reabran.
notes-submit-do = Entregar
notes-unsent = { $count ->
    [one] { $count } cambio no está todavía en el servidor. Se envía primero.
    [many] { $count } de cambios no están todavía en el servidor. Se envían primero.
   *[other] { $count } cambios no están todavía en el servidor. Se envían primero.
}
notes-unsent-away = { $count ->
    [one] { $count } cambio no está todavía en el servidor, y no se puede llegar a él. Las notas podrán entregarse cuando responda.
    [many] { $count } de cambios no están todavía en el servidor, y no se puede llegar a él. Las notas podrán entregarse cuando responda.
   *[other] { $count } cambios no están todavía en el servidor, y no se puede llegar a él. Las notas podrán entregarse cuando responda.
}
notes-confirm = Confirmar los puntos clave…
notes-confirm-title = ¿Confirmar los puntos clave de esta sesión?
notes-confirm-text = { $count ->
    [one] { $count } punto clave se confirma como dicho en la sesión. Después decide la edición.
    [many] { $count } de puntos clave se confirman como dichos en la sesión. Después decide la edición.
   *[other] { $count } puntos clave se confirman como dichos en la sesión. Después decide la edición.
}
notes-confirm-do = Confirmar
notes-reopen = Reabrir
notes-not-moved = El estado de la sesión no cambió
facts-questions = Preguntas de política
facts-people = Oradores
facts-no-people = No consta ningún orador en esta sesión.
facts-moderator = Moderación
facts-remote = En línea
facts-named = Se puede nombrar a los oradores.
facts-chatham-house = Se puede usar lo dicho, pero no quién lo dijo. No nombre a nadie en las notas.
facts-recording = Grabación
facts-no-recording = No se conoce ninguna grabación.
facts-recording-open = Abrir la grabación { $number }
facts-rapporteurs = Relatores
facts-links = Enlaces
facts-remark = Observación
points-order = En el orden del texto
points-empty = Todavía no hay puntos clave
points-empty-hint = Seleccione una frase de las notas y pulse «Marcar como punto clave».
points-empty-reader = Los puntos clave aparecen aquí según los marcan los relatores.
points-card = Punto clave { $number }
points-open = Punto clave { $number }: { $statement }
points-show = Mostrar en el texto
points-fold = Plegar
points-move = Mover a las palabras seleccionadas
points-remove = Quitar este punto clave
points-remove-title = ¿Quitar este punto clave?
points-remove-state = { $state ->
    [confirmed] Está confirmado.
    [accepted] Está aceptado.
    [merged] Se fusionó con otro.
    [set-aside] Se descartó.
   *[used] Se usa en el documento.
}
points-remove-unused = Sale de las notas y de la lista de puntos clave, con su decisión. Ningún borrador lo recogerá ya.
points-remove-used = El documento conserva su párrafo y esta fuente, y la lista de puntos clave sigue mostrándolo. Las notas ya no lo muestran y nadie puede decidir más sobre él.
points-remove-do = Quitar
points-removed = Punto clave quitado
points-gone-text = Sus palabras se borraron o se movieron. El enunciado se conserva. Seleccione palabras del texto y elija «Mover a las palabras seleccionadas», o déjelo así. Era:
points-statement = Enunciado para el documento
points-themes = Temas
points-theme-add = Añadir…
points-theme-remove = Quitar { $theme }
points-addressee = Dirigido a
points-no-speaker = Nadie en particular
points-marked-by = Marcado por { $name }
points-not-sent = De momento solo en este dispositivo
points-evidence-none = Ninguna
points-evidence-recording = Grabación
points-evidence-recording-numbered = Grabación { $number }
points-evidence-link = Enlace
points-evidence-time = Momento de la grabación
points-evidence-address = Dirección
points-evidence-time-wrong = Escriba un tiempo como 00:16:20.
points-evidence-now = Ahora ({ $time })

## Documento final

output-state-outline = Esquema
output-state-zero-draft = Borrador preliminar
output-state-revision = Revisión
output-state-in-review = En examen
output-state-final = Final
output-state-published = Publicado
output-state-archived = Archivado
output-title = Documento final
output-compiled-at = Compilado el { $time }
output-switch = Documento
output-none-title = Todavía no hay documento final
output-none-text = El borrador preliminar se compila con los puntos clave aceptados, en cualquier momento, también durante las sesiones.
output-none-reader = Aparecerá aquí cuando la edición haya compilado el borrador preliminar.
output-compile = Hacer el borrador preliminar
output-compile-more = Compilar…
output-export = Exportar
output-outline = Esquema
output-sources = Fuentes
output-words = { $count ->
    [one] { $count } palabra
    [many] { $count } de palabras
   *[other] { $count } palabras
}
output-paragraphs = { $count ->
    [one] { $count } párrafo
    [many] { $count } de párrafos
   *[other] { $count } párrafos
}
output-annex-filled = Se completa al exportar
outline-panel-outline = Esquema
outline-panel-outline-empty = Aquí estarán las partes del documento.
outline-panel-preamble = Preámbulo
outline-panel-annex = Anexo { $number }: { $title }
sources-title = Fuentes
sources-title-of = Párrafo { $number }
sources-count = { $count ->
    [0] sin fuente
    [one] { $count } fuente
    [many] { $count } de fuentes
   *[other] { $count } fuentes
}
sources-choose = Ponga el cursor en un párrafo para ver de dónde viene.
sources-none = Ningún punto clave sustenta este párrafo
sources-none-hint = El anexo de fuentes lo indicará.
sources-session-unknown = Sesión desconocida
sources-statement = Enunciado:
sources-changed = El punto clave dice ahora otra cosa
sources-point-gone = Este punto clave ya no está en las notas.
sources-marked-by = Marcado por { $name }, { $time }
key-point-marker-unknown = Marcado por: no consta
not-used-title = Todavía sin usar
not-used-count = { $count ->
    [one] { $count } punto clave aceptado
    [many] { $count } de puntos clave aceptados
   *[other] { $count } puntos clave aceptados
}
not-used-insert = Insertar en su grupo
not-used-inserting = Insertando…
not-used-close = Volver a las fuentes
not-used-none = Todos los puntos clave aceptados están usados
not-used-none-hint = Los que se acepten después aparecerán aquí.
not-used-failed = No se insertó
compile-title = Hacer un borrador preliminar
compile-count = { $count ->
    [0] Todavía no entra en el borrador ningún punto clave aceptado.
    [one] { $count } punto clave aceptado entra en el borrador.
    [many] { $count } de puntos clave aceptados entran en el borrador.
   *[other] { $count } puntos clave aceptados entran en el borrador.
}
compile-out-concept = { $count ->
    [one] { $count } punto clave aceptado, de una nota conceptual, queda fuera: nadie lo ha dicho.
    [many] { $count } de puntos clave aceptados, de notas conceptuales, quedan fuera: nadie los ha dicho.
   *[other] { $count } puntos clave aceptados, de notas conceptuales, quedan fuera: nadie los ha dicho.
}
compile-out-after = { $count ->
    [one] { $count } punto clave aceptado queda fuera: su sesión es posterior a la reunión.
    [many] { $count } de puntos clave aceptados quedan fuera: sus sesiones son posteriores a la reunión.
   *[other] { $count } puntos clave aceptados quedan fuera: sus sesiones son posteriores a la reunión.
}
compile-out-unwritten = { $count ->
    [one] { $count } punto clave aceptado queda fuera: no tiene enunciado.
    [many] { $count } de puntos clave aceptados quedan fuera: no tienen enunciado.
   *[other] { $count } puntos clave aceptados quedan fuera: no tienen enunciado.
}
compile-out-named = { $count ->
    [one] { $count } punto clave aceptado queda fuera: nombra a alguien pese a la regla de Chatham House.
    [many] { $count } de puntos clave aceptados quedan fuera: nombran a alguien pese a la regla de Chatham House.
   *[other] { $count } puntos clave aceptados quedan fuera: nombran a alguien pese a la regla de Chatham House.
}
compile-has-text = Hay personas que han escrito en este documento
compile-has-text-hint = Un nuevo borrador reemplazaría sus palabras, por eso no se hace. Los puntos clave aceptados después están en «Todavía sin usar»; los mensajes de una sesión son un documento aparte.
compile-findings = Excluidos o por revisar
compile-not-counted = No se pudo contar lo que entra
compile-confirmed = { $count ->
    [one] { $count } punto clave confirmado espera una decisión
    [many] { $count } de puntos clave confirmados esperan una decisión
   *[other] { $count } puntos clave confirmados esperan una decisión
}
compile-about = Documento
compile-about-track = El documento final
compile-about-messages = Los mensajes de una sesión
compile-session = Sesión
compile-session-choice = { $session } ({ $count ->
    [one] { $count } aceptado
    [many] { $count } aceptados
   *[other] { $count } aceptados
})
compile-no-session = Ninguna sesión tiene todavía un punto clave: no hay mensajes que hacer.
compile-group = Agrupar los párrafos por
compile-group-addressee = Destinatario
compile-group-theme = Tema
compile-group-session = Sesión
compile-groups = Orden y títulos de los grupos
compile-groups-words = Los títulos están en el idioma del documento. Si uno queda vacío, toma sus palabras habituales.
compile-groups-none = Todavía no hay ningún grupo: ningún punto clave aceptado entra en el borrador.
compile-groups-usual = Orden y títulos habituales
compile-group-heading = Título del grupo «{ $name }»
compile-group-up = Subir «{ $name }»
compile-group-down = Bajar «{ $name }»
compile-group-moved = «{ $name }» es ahora { $at } de { $of }
compile-words = Título, línea de carácter y preámbulo
compile-words-messages = Título y línea de carácter
compile-document-title = Título
compile-status = Línea de carácter
compile-status-default = Documento no negociado.
compile-left-empty = Si queda vacío, se usan las palabras habituales.
compile-voice = Quién habla
compile-voice-usual = Fórmula habitual
compile-voice-own = Otra fórmula
compile-voice-none = Nadie
compile-voice-usual-hint = «Nosotros, los parlamentarios…», con el lugar y el foro.
compile-voice-none-hint = El documento no habla en nombre de nadie.
compile-voice-words = Fórmula de apertura
compile-preamble = Preámbulo
compile-preamble-usual = Frases habituales
compile-preamble-own = Otras frases
compile-preamble-none = Ninguno
compile-preamble-words = Frases, una por línea
compile-preamble-hint = Cada una empieza con un gerundio. Las palabras entre asteriscos van en cursiva: *Recordando* el tema…
compile-do = Hacer el borrador preliminar
compile-busy = Compilando…
compile-failed = No se hizo ningún borrador

## Exportar

export-nothing = Todavía no hay nada que exportar
export-nothing-hint = Primero haga el borrador preliminar; tarda menos de un segundo.
export-options = Opciones
export-checks-and-download = Comprobaciones y descarga
export-document = Documento
export-format = Formato
export-format-pdf = PDF
export-format-docx = Word (DOCX)
export-format-html = Página web (HTML)
export-format-md = Markdown
export-format-json = Pandoc (JSON)
export-name-pdf = PDF
export-name-docx = DOCX
export-name-html = HTML
export-name-md = Markdown
export-name-json = JSON
export-language = Idioma
export-language-original = original
export-paper = Papel
export-paper-a4 = A4
export-paper-us-letter = Carta (EE. UU.)
export-line-numbers = Números de línea, cada cinco
export-date = Fecha del documento
export-date-hint = Si queda vacía, la de hoy.
export-no-pages = Este formato no tiene páginas; la vista previa muestra las del PDF.
export-preview = Vista previa
export-preview-busy = Componiendo las páginas…
export-preview-failed = No se pueden mostrar las páginas
export-previous-page = Página anterior
export-next-page = Página siguiente
export-page-of = Página { $page } de { $pages }
export-page-alt = Página { $page } de { $pages } de { $title }
export-download = Descargar { $format }
export-download-hint = El archivo se hace con el texto tal como está ahora en el servidor.
export-making = Haciendo el archivo…
export-failed = No se hizo el archivo { $format }
export-reported = El archivo { $format } está hecho, con estas carencias
export-pdf-waits = El PDF espera a que se corrija su error; los demás formatos, no.
export-needs-server = El archivo lo hace el servidor; ahora no se puede llegar a él.
export-files = Archivos hechos
export-file = { $format } · { $time } · { $size }
export-file-download = Descargar { $name }
checks-title = Comprobaciones
checks-errors = { $count ->
    [one] { $count } error
    [many] { $count } de errores
   *[other] { $count } errores
}
checks-warnings = { $count ->
    [one] { $count } advertencia
    [many] { $count } de advertencias
   *[other] { $count } advertencias
}
checks-notes = { $count ->
    [one] { $count } nota
    [many] { $count } de notas
   *[other] { $count } notas
}
checks-error = Error
checks-warning = Advertencia
checks-note = Nota
checks-none = Nada que corregir
checks-go-paragraph = Ir al párrafo
checks-go-key-point = Ir al punto clave
checks-go-unused = Ir a «Todavía sin usar»

### Textos de los documentos exportados: claves que empiezan por document-.

### Output document: the words of the files that are made. Each file is in its document's language.

document-title = Documento final: { $track }
document-messages-title = Mensajes de { $event }
document-kind = Documento final
document-kind-messages = Mensajes
document-original = Original: { $language }
document-footer = Documento no negociado
document-page = Página { $n } / { $total }
document-draft = borrador
document-contents = Índice
document-notes = Notas
document-annex = Anexo
document-not-recorded = No consta
document-version-zero-draft = Borrador cero

document-fact-place = Lugar y fechas
document-fact-organisers = Organizan
document-fact-status = Carácter
document-fact-rapporteur = { $count ->
    [one] Relatoría
   *[other] Relatoría
}
document-place-and-dates = { $place }, { $days }
document-status = *Documento no negociado.* Sus párrafos se han elaborado a partir de los puntos clave de las sesiones del programa anexo; el anexo de fuentes indica los puntos clave en que se basa cada uno. No vincula a quienes participaron.
document-messages-status = *Documento no negociado.* Estos mensajes se han elaborado a partir de los puntos clave señalados en las notas de la sesión. No vinculan a quienes participaron.

document-voice = Nosotros, los parlamentarios reunidos en { $place } en el marco del { $forum },
document-voice-forum = Nosotros, los parlamentarios reunidos en el marco del { $forum },
document-voice-place = Nosotros, los parlamentarios reunidos en { $place },
document-voice-plain = Nosotros, los parlamentarios participantes,
document-having-met = *Habiéndonos reunido* en { $place }, { $days },
document-having-met-theme = *Habiéndonos reunido* en { $place }, { $days }, bajo el lema «{ $theme }»,
document-recalling = *Recordando* el lema general del { $forum }, «{ $theme }»,
document-noting-meetings = { $count ->
    [one] *Tomando nota con aprecio* de la contribución de la reunión { $meetings },
   *[other] *Tomando nota con aprecio* de las contribuciones de las reuniones { $meetings },
}
document-meeting = «{ $title }»
document-closing = hemos reunido los puntos siguientes.

document-heading-addressed = Dirigido a: { $addressee }
document-heading-further = Otros puntos
document-heading-differed = Puntos en los que las opiniones difirieron
document-annex-programme = Programa
document-annex-participants = Participantes
document-annex-sources = Fuentes

document-preambular-number = PP{ $n }
document-day = { $day } de { $month } de { $year }
document-day-without-year = { $day } de { $month }
document-days-two = { $first } y { $last } de { $month } de { $year }
document-days-more = { $first } a { $last } de { $month } de { $year }
document-days-across = { $first } al { $last }
document-on-day = el { $day } de { $month } de { $year }
document-on-days-two = los días { $first } y { $last } de { $month } de { $year }
document-on-days-more = del { $first } al { $last } de { $month } de { $year }
document-on-days-across = del { $first } al { $last }
document-month-1 = enero
document-month-2 = febrero
document-month-3 = marzo
document-month-4 = abril
document-month-5 = mayo
document-month-6 = junio
document-month-7 = julio
document-month-8 = agosto
document-month-9 = septiembre
document-month-10 = octubre
document-month-11 = noviembre
document-month-12 = diciembre
document-language-ar = árabe
document-language-en = inglés
document-language-es = español
document-language-fr = francés

document-programme-when = Fecha y hora
document-programme-session = Sesión
document-programme-place = Lugar
document-programme-people = Ponentes y moderadores
document-programme-note = Las horas son las del lugar. «No consta» señala lo que no se conoce.
document-session-kind-session = Sesión
document-session-kind-roundtable = Mesa redonda
document-session-kind-regional = Reunión regional
document-session-kind-closing = Clausura
document-session-numbered = { $kind ->
    [roundtable] Mesa redonda { $number }
    [regional] Reunión regional { $number }
    [closing] Clausura { $number }
   *[session] Sesión { $number }
}
document-event-regional = regional
document-person-moderator = moderación
document-person-online = en línea
document-not-named = Sin nombres: la sesión se celebró conforme a la regla de Chatham House.
document-participants-name = Nombre
document-participants-office = Cargo e institución
document-participants-sessions = Sesiones
document-sources-paragraph = Párrafo
document-sources-key-point = Punto clave
document-sources-session = Sesión
document-sources-intro = Cada párrafo se basa en los puntos clave indicados a su lado. Solo se nombra a un orador cuando la regla de la sesión lo permite.
document-sources-none = Ningún punto clave: redactado por los editores.
document-sources-quote = Notas: «{ $quote }»
document-sources-recording = Grabación { $n }, en { $time }

document-imprint = Esta versión
document-imprint-version = { $version } del { $date }.
document-imprint-undated = { $version }.
document-imprint-final = Texto del { $date }.
document-imprint-hash = Su SHA-256 comienza por { $hash }.
document-imprint-original = Idioma del original: { $language }.

document-title-missing = El documento no tiene título; en sus propiedades, el archivo lleva el nombre de la edición.
document-title-missing-hint = Escriba un título al comienzo del documento.
document-date-missing = El documento no tiene fecha.
document-date-missing-hint = Indique una fecha al exportar.
document-language-missing = No se conoce el idioma del documento; se ha compuesto en inglés.
document-language-missing-hint = Elija el idioma del documento.
document-heading-empty = Un epígrafe no tiene texto.
document-heading-empty-hint = Escriba el epígrafe o elimínelo.
document-note-empty = Una nota al pie no tiene texto.
document-note-empty-hint = Escriba la nota o elimine su llamada.
document-table-header-missing = La primera fila de una tabla, que nombra las columnas, está vacía.
document-table-header-missing-hint = Escriba en la primera fila qué contiene cada columna.
document-alt-text-missing = Una imagen no tiene descripción.
document-alt-text-missing-hint = Describa la imagen para quienes no pueden verla.
document-image-left-out = Se ha omitido una imagen; su descripción ocupa su lugar.
document-image-left-out-hint = Diga con palabras lo que muestra la imagen.
document-link-dropped = Un enlace no lleva a ninguna página ni buzón; solo se ha conservado su texto: { $address }
document-link-dropped-hint = Use una dirección que comience por https:// o mailto:.
document-glyph-missing = Ninguna fuente tiene { $characters } ({ $codes }); en el PDF figura { $instead } en su lugar.
document-glyph-missing-hint = Escríbalo de otro modo.
document-glyph-left-out = Ninguna fuente tiene { $characters } ({ $codes }) sobre la letra anterior; el PDF lo omite.
document-glyph-left-out-hint = Escríbalo de otro modo.
document-id-doubled = Dos párrafos tienen el mismo identificador; los enlaces llevan al primero.
document-id-doubled-hint = No hay que hacer nada: el próximo cambio en el párrafo lo corrige.
document-standard-missed = El PDF no es plenamente accesible: { $reason }
document-standard-missed-hint = Corrija lo que se señala con él y exporte de nuevo.
document-finding = Algo en el texto no se ha podido componer tal como está.
document-finding-hint = Mire el párrafo en la vista previa.

### What compiling and checking find.
outline-concept = Un punto clave figura solo en la nota conceptual de su sesión: no consta que nadie lo dijera. Se ha dejado fuera.
outline-concept-hint = Marque en las notas dónde se dijo, o descártelo.
outline-statement-missing = Un punto clave no tiene enunciado. Se ha dejado fuera.
outline-statement-missing-hint = Escriba su enunciado en las notas de la sesión.
outline-session-after = «{ $session }» empieza después de la reunión. Su punto clave se ha dejado fuera.
outline-session-after-hint = Guárdelo para la próxima edición, o corrija la fecha de la sesión.
outline-name-told = Una frase nombra a alguien de una sesión celebrada bajo la regla de Chatham House: «{ $name }».
outline-name-told-hint = Quite el nombre de la frase.
outline-name-perhaps = Una frase quizá nombra a alguien de una sesión celebrada bajo la regla de Chatham House: contiene la palabra «{ $name }».
outline-name-perhaps-hint = Vuelva a leerla: quite la palabra si es el nombre.
outline-other-language = Un enunciado no está en el idioma del documento.
outline-other-language-hint = Tradúzcalo en el documento.
outline-passage-gone = El pasaje en que se marcó un punto clave ya no está en las notas.
outline-passage-gone-hint = Compruebe que el punto clave sigue siendo válido.
outline-views-differed = Hubo opiniones distintas sobre este punto. Figura aparte de lo acordado.
outline-views-differed-hint = Diga en el párrafo en qué diferían las opiniones, o descarte el punto clave.
outline-further = Algunos puntos clave no indican ningún grupo. Figuran bajo un título aparte.
outline-further-hint = Elija para ellos un destinatario o un tema en las notas.
outline-session-unknown = No hay ninguna sesión { $session } en esta edición.
outline-session-unknown-hint = Elija una sesión del programa.
outline-messages-count = «{ $session }» tiene { $count ->
    [one] { $count } mensaje
   *[other] { $count } mensajes
}; lo habitual es de tres a cinco.
outline-messages-count-hint = Acepte más puntos clave de la sesión, o descarte algunos.
check-unused = Ningún párrafo se apoya en este punto clave aceptado.
check-unused-hint = Insértelo en el documento, o descártelo con un motivo.
check-without-source = Este párrafo no se apoya en ningún punto clave.
check-without-source-hint = Busque el punto clave que lo dice, o quite el párrafo.
check-empty = El párrafo { $number } está vacío: en los archivos figura solo su número.
check-empty-hint = Escríbalo, o elimínelo.
check-source-changed = Un punto clave en el que se apoya este párrafo está redactado ahora de otro modo.
check-source-changed-hint = Compare el párrafo con él. Para tomar sus nuevas palabras, elimine el párrafo e inserte de nuevo el punto clave.
check-session-gap = «{ $session }» no tiene ningún punto clave.
check-session-gap-hint = Pregunte al relator de la sesión.
check-theme-gap = Ningún punto clave corresponde al tema «{ $theme }».
check-theme-gap-hint = No hay nada que hacer si no se habló de él.
check-region-gap = Ningún punto clave viene de la región «{ $region }».
check-region-gap-hint = No hay nada que hacer si sus sesiones no dejaron ninguno.
check-session-left-out = «{ $session }» no forma parte de este documento: es posterior a la reunión, o no se conoce su fecha.
check-session-left-out-hint = Indique su fecha si se celebró antes.
check-source-gone = Este párrafo se apoya en un punto clave que ya no existe.
check-source-gone-hint = Compare el párrafo con las notas.
check-source-names = Las palabras guardadas con este párrafo, tomadas de su fuente, nombran a alguien de una sesión celebrada bajo la regla de Chatham House: «{ $name }».
check-source-perhaps-names = Las palabras guardadas con este párrafo, tomadas de su fuente, quizá nombran a alguien de una sesión celebrada bajo la regla de Chatham House: contienen la palabra «{ $name }».
check-source-names-hint = Elimine el párrafo e inserte de nuevo su punto clave, con un enunciado que no nombre a nadie: así se omiten las palabras de las notas.
check-concept-used = Este párrafo se apoya en algo que solo estaba previsto decir.
check-concept-used-hint = Marque en las notas dónde se dijo, o quite el párrafo.
check-not-accepted = Este párrafo se apoya en un punto clave que no está aceptado.
check-not-accepted-hint = Acepte el punto clave, o quite el párrafo.
