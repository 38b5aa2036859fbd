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
common-session = Sesión
common-theme = Tema
common-addressee = Destinatario
common-themes = Temas
common-language = Idioma
common-reason = Motivo
common-confirm = Confirmar
common-reopen = Reabrir
common-all-sessions = Todas las sesiones
common-go-paragraph = Ir al párrafo
common-preamble = Preámbulo
common-recording = Grabación
common-remark = Observación

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
palette-none = Nada lleva ese nombre.
person-menu = Sus ajustes
person-theme = Colores
person-theme-light = Claros
person-theme-dark = Oscuros
person-theme-system = Como en este dispositivo
person-density = Tamaño del texto
person-density-compact = Compacto
person-density-comfortable = Cómodo
person-sign-out = Salir
role-coordinator = coordinación
role-rapporteur = relatoría
role-moderator = moderación
role-editor = redacción
role-translator = traducción
role-reviewer = revisión
role-staff = secretaría
role-reader = lectura

## Red, versión nueva

network-none = Sin red
network-no-server = Sin conexión con el servidor
network-keep-working = Puede seguir escribiendo: todo queda en este dispositivo y se enviará cuando vuelva la conexión.
kept-answers = Datos guardados en este dispositivo
kept-answers-since = Estas listas y estos datos se cargaron el { $time } y pueden estar desactualizados.
kept-answers-old = Estas listas y estos datos se cargaron antes y pueden estar desactualizados.
update-waits = Hay una versión más reciente de esta página.
update-take = Cargar ahora

## Lo que falló

failure-not-found-title = Esta página no existe
failure-not-found-text = Puede que se haya movido o que usted no tenga acceso. Lo que escribió está a salvo.
failure-go-home = Ir al panorama
failure-no-edition-title = Todavía no hay ninguna edición
failure-no-edition-text = Ha entrado, pero no tiene abierta ninguna edición. Consulte a la coordinación de su segmento.
sign-out-failed = No se pudo salir
sign-out-failed-text = Quien abra después este navegador entrará con su nombre. Vuelva a salir cuando haya red.
sign-out-unsent = No todo lo que escribió está en el servidor
sign-out-unsent-text = { $count ->
    [one] Un texto contiene palabras que solo están en este dispositivo.
    [many] { $count } de textos contienen palabras que solo están en este dispositivo.
   *[other] { $count } textos contienen palabras que solo están en este dispositivo.
}
sign-out-unsent-after = Quedan aquí bajo su nombre y se enviarán cuando vuelva a entrar en este dispositivo. Si el dispositivo no es suyo, espere a que estén en el servidor.
sign-out-sent = Todo lo que escribió está en el servidor
sign-out-sent-text = Ya no hay palabras que solo estén en este dispositivo.
sign-out-anyway = Salir de todos modos
kept-title = Este dispositivo guarda palabras que no están en el servidor
kept-text = Si ya no puede abrir el texto al que pertenecen, descárguelas y entréguelas a la coordinación.
kept-unread = { $count ->
    [one] Un texto no se pudo leer por completo en este dispositivo. No borre los datos de este navegador y vuelva a abrir esta página más tarde.
    [many] { $count } de textos no se pudieron leer por completo en este dispositivo. No borre los datos de este navegador y vuelva a abrir esta página más tarde.
   *[other] { $count } textos no se pudieron leer por completo en este dispositivo. No borre los datos de este navegador y vuelva a abrir esta página más tarde.
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
kept-file-recording = Respaldo: grabación { $number }, en { $time }
kept-file-link = Respaldo: { $address }
kept-file-speaker = Dicho por: { $name }
kept-file-loose = Palabras cuyo lugar en el texto no se conoce
# Nombres de archivos.
kept-file-name-notes = Notas - { $title } - { $date }
kept-file-name-document = Documento final - { $title } - { $date }
kept-file-name-words = Palabras guardadas - { $date }
failure-signed-out-title = Tiene que volver a entrar
failure-signed-out-text = Lo que escribió en este dispositivo sigue aquí. Se enviará cuando vuelva a entrar.
failure-no-access-title = Ya no tiene acceso a esta edición
failure-no-access-text = Lo que escribió en este dispositivo sigue aquí. Consulte a la coordinación de su segmento.
failure-crash-title = No se pudo mostrar esta página
failure-crash-text = Lo que escribió está a salvo. Inténtelo de nuevo; si se repite, comunique a la coordinación lo que dice aquí.
failure-offline-title = Todavía no está en este dispositivo
failure-offline-text = Esta página no se había abierto en este dispositivo: necesita la red una primera vez.
error-unreachable = No hay conexión con el servidor.
error-key-point-not-insertable = Este punto clave no puede entrar así en el documento. Póngale un enunciado que no nombre a nadie o descártelo.
error-unknown = El servidor no pudo hacerlo ({ $code }).
error-page-failed = Una parte de esta página falló ({ $name }). Vuelva a cargar la página.
error-signed-out = Tiene que volver a entrar.
error-not-found = No existe, o usted no tiene acceso.
error-forbidden = Su función no lo permite.
error-internal = Algo falló en el servidor. No se cambió nada.
error-not-saved = El servidor no pudo guardarlo. Allí no se cambió nada.
error-body-invalid = El servidor no pudo leer la solicitud. Vuelva a cargar la página.
error-method-not-allowed = El servidor no permite esta operación aquí. Vuelva a cargar la página.
error-sign-in-link-expired = Este enlace ha caducado
error-sign-in-link-used = Este enlace ya se usó
error-sign-in-link-unknown = Este enlace no funciona
error-too-many-requests = Demasiadas solicitudes. Espere unos minutos y vuelva a intentarlo.
error-busy = El servidor está ocupado con otras peticiones. Inténtelo de nuevo en un momento.
error-exports-full = El archivo no se ha conservado: sus archivos ocupan todo el espacio previsto en este sitio. Pida a quien lo administra que libere espacio.
error-pages-too-many = El documento es demasiado largo para mostrarlo aquí página a página. Descárguelo.
error-statement-missing = Este punto clave aún no tiene enunciado. Escríbalo en las notas de la sesión y acéptelo después.
error-key-point-doubled = Las notas de varias sesiones contienen un punto clave con este identificador. Indique a qué sesión se refiere.
error-reason-needed = Hace falta un motivo.
error-key-points-too-many = Es demasiado a la vez. Elija como máximo { $most } puntos clave.
error-speaker-not-named = Según la regla de Chatham House no se nombra a nadie. No indique quién lo dijo.
error-changed-meanwhile = Alguien lo ha cambiado entretanto. Vuelva a mirarlo y decida.
error-decision-not-possible = El estado de este punto clave no permite esa decisión.
error-session-step-not-possible = El estado de la sesión no permite ese paso.
error-other-site = La solicitud no procede de esta página. Vuelva a cargarla.
error-draft-has-text = Hay personas que han escrito en el documento: no se sobrescribió.
error-document-busy = Otras personas están escribiendo en el documento en este momento. Inténtelo de nuevo.
error-language-unknown = No es uno de los idiomas del segmento.
error-format-unknown = Este formato es desconocido.
error-date-unknown = Esto no es una fecha. Escriba el año, el mes y el día, por ejemplo 2023-10-09.
error-group-unknown = Los párrafos no se pueden agrupar así.
error-paper-unknown = Este tamaño de papel es desconocido.

## Inicio de sesión

sign-in-title = Entrar
sign-in-email = Correo electrónico
sign-in-email-hint = Se entra con un enlace que sirve una sola vez. No necesita contraseña.
sign-in-email-wrong = Escriba una dirección como nombre@example.org.
sign-in-send = Pedir un enlace
sign-in-sending = Pidiendo…
sign-in-not-sent = No se creó ningún enlace
sign-in-new = ¿Es su primera vez? La coordinación de su segmento le invita.
sign-in-sent-title = Su enlace está en el registro del servidor
sign-in-sent-text = No se envía ningún correo. Si { $email } consta aquí, quien administra este servidor encuentra su enlace de acceso en el registro. Pídaselo.
sign-in-sent-hint = Abra el enlace en este dispositivo. Sirve una sola vez y por poco tiempo.
sign-in-other-address = Usar otra dirección
sign-in-link-title = ¿Entrar?
sign-in-link-text = Abrió un enlace de acceso. Continúe para entrar en este dispositivo.
sign-in-link-account = Este enlace abre la sesión de { $name } ({ $email }) en este dispositivo. Si no es usted, cierre esta página.
sign-in-link-continue = Continuar
sign-in-link-busy = Entrando…
sign-in-link-hint = El enlace solo se usa cuando pulse este botón.
sign-in-failed-text = No ha entrado. Lo que escribió en este dispositivo sigue aquí.
sign-in-new-link = Pedir un enlace nuevo
sign-in-already = Ha entrado como { $name }.
sign-in-enter = Abrir el espacio de trabajo
sign-in-as-other = Entrar como otra persona

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
time-on-both-clocks = { $time } · { $own } en su hora local
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
sessions-empty-hint = La coordinación importa el programa; después, las sesiones aparecen aquí por orden cronológico.
sessions-yours = Le toca escribir
sessions-rapporteurs = Relatoría: { $names }
sessions-no-rapporteur = Sin relatoría asignada
sessions-key-points = { $count ->
    [one] { $count } punto clave
    [many] { $count } de puntos clave
   *[other] { $count } puntos clave
}
sessions-characters = Notas: { $count } caracteres

## Panorama

overview-time-zone = Hora local: { $zone }
overview-decided = { $decided } de { $all } puntos clave decididos
overview-programme = Programa
overview-open-document = Abrir el documento
overview-times-not-set = Horas sin fijar
overview-time-not-set = Hora sin fijar
overview-now = Ahora { $time }
overview-no-notes = Todavía sin notas
overview-no-key-point = Todavía sin punto clave
overview-not-counted = { $count ->
    [one] { $count } descartado o fusionado
    [many] { $count } de descartados o fusionados
   *[other] { $count } descartados o fusionados
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
coverage-all = Total
coverage-none = ninguno
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
coverage-not-counted = { $count ->
    [one] Hay { $count } más en el tablero: descartado, fusionado, desaparecido de las notas o de una sesión ajena al documento.
    [many] Hay { $count } de puntos más en el tablero: descartados, fusionados, desaparecidos de las notas o de una sesión ajena al documento.
   *[other] Hay { $count } más en el tablero: descartados, fusionados, desaparecidos de las notas o de una sesión ajena al documento.
}
deadlines-title = Plazos
deadlines-none = No hay plazos fijados.
deadlines-overdue = Vencido hace { $amount }
deadlines-left = Restante: { $amount }
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
key-point-kind-call-to-action = Llamamiento a la acción
key-point-kind-observation = Constatación
key-point-kind-unsaid = Sin indicar
key-point-stance-convergence = Convergencia
key-point-stance-divergence = Divergencia
key-point-stance-proposal = Propuesta
key-point-stance-unsaid = Sin indicar
key-point-basis-concept = De la nota conceptual, no dicho
key-point-passage-gone = Su pasaje ya no está en las notas
key-point-no-statement = Todavía sin enunciado
key-point-doubled = Su identificador figura también en otras notas
key-point-doubled-text = Las notas de { $sessions } contienen un punto clave con el mismo identificador: uno es copia del otro. Decida sobre cada uno por separado y quite de sus notas el que no corresponda.
key-point-reworded-since = { $state }, con otra redacción desde entonces
key-point-reworded = Cambió su redacción después de la decisión
key-point-reworded-text = La decisión vale para las palabras que se leyeron. El borrador toma esas palabras hasta que la redacción examine las nuevas.
key-point-reworded-seen = Palabras examinadas
key-point-reworded-now = Palabras de las notas ahora
key-point-corrected = Corregido por { $name }
key-point-noted = En las notas
key-point-noted-then = En las notas cuando se corrigió
key-point-noted-now = En las notas ahora
key-point-noted-fact = En las notas, { $name }: { $words }
key-point-overtaken = Las notas cambiaron de redacción después de la corrección
key-point-keep-correction = Mantener la corrección
key-point-use-notes = Usar las palabras de las notas
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
board-any-theme = Todos los temas
board-any-addressee = Todos los destinatarios
board-clear = Borrar filtros
board-empty-hint = La relatoría los marca en las notas de las sesiones; aparecen aquí por sí solos.
board-no-match = Ningún punto clave coincide
board-no-match-hint = Quite un filtro para ver más.
board-accept-confirmed = { $count ->
    [one] Aceptar { $count } confirmado
    [many] Aceptar los { $count } de confirmados
   *[other] Aceptar los { $count } confirmados
}
board-hint-captured = por confirmar con la moderación o decidir ahora
board-hint-confirmed = pendientes de la redacción
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
board-hint-used = en el documento
board-hint-merged = fusionados con otro punto clave
board-hint-set-aside = cada uno con su motivo
detail-title = Punto clave
detail-none = Elija un punto clave para ver su fuente y decidir.
detail-none-reader = Elija un punto clave para ver su fuente y qué se hizo con él.
detail-keys = Flechas: elegir · A: aceptar · S: descartar · C: corregir · X: seleccionar · E: abrir en las notas
detail-place = { $at } de { $of }
detail-previous = Punto clave anterior
detail-next = Punto clave siguiente
detail-source = Fuente en las notas
detail-source-in = Fuente en las notas: { $session }
detail-open-notes = Abrir en las notas
detail-marked-by = Marcado por
detail-by-at = { $name }, { $time }
detail-speaker = Dicho por
detail-evidence = Respaldo
detail-recording = Grabación en { $time }
detail-kind = Tipo
detail-stance = Postura
detail-decided-by = Decidido por
detail-used-in = Usado en
detail-go-messages = Ir a los mensajes
detail-concept-title = De la nota conceptual
detail-concept-text = Nadie lo ha dicho. Nunca entra en el documento como algo que se dijo.
detail-gone-text = Las palabras se borraron de las notas. La cita de abajo es lo que decían.
detail-quote-names = Sus palabras en las notas nombran a alguien. Solo figuran allí.
detail-accept = Aceptar
detail-before-accept = Antes de aceptarlo
detail-no-theme = No indica ningún tema, así que la cobertura no lo cuenta en ninguno.
detail-no-addressee = No indica destinatario, así que irá en «Otros puntos».
detail-no-kind = Nadie ha indicado si es un llamamiento a la acción.
detail-no-stance = Nadie ha indicado la postura de la sala; el borrador lo trata como no discutido.
detail-accept-reworded = Aceptar las nuevas palabras
detail-confirm-reworded = Confirmar las nuevas palabras
detail-set-aside = Descartar…
detail-correct = Corregir…
correct-hint = Las notas quedan como están. El tablero y el documento usan lo que se escriba aquí.
correct-hint-used = Las notas quedan como están, y también el párrafo que ya figura en el documento. El tablero usa lo que se escriba aquí.
correct-missing = Escriba un enunciado o use las palabras de las notas.
correct-nobody-named = Según la regla de Chatham House no se nombra a nadie.
correct-meanwhile = Alguien lo ha cambiado mientras usted escribía. Lo que escribió sigue aquí.
correct-meanwhile-seen = Lo he visto; mantener lo mío
correct-not-saved = No se guardó
correct-leave-title = ¿Salir de esta corrección?
correct-leave-text = Lo que escribió no se ha guardado.
correct-stay = Seguir escribiendo
correct-leave = Salir sin guardar
detail-not-decided = No se tomó la decisión
board-meanwhile-by = { $name } decidió entretanto. Ahora está: { $state }.
board-meanwhile = Ha cambiado entretanto. Ahora está: { $state }.
board-done = { $state }: «{ $statement }»
board-done-several = { $count ->
    [one] { $state }: { $count } punto clave
    [many] { $state }: { $count } de puntos clave
   *[other] { $state }: { $count } puntos clave
}
board-left-out = { $count ->
    [one] { $count } punto clave quedó fuera porque había cambiado. Examínelo de nuevo.
    [many] { $count } de puntos clave quedaron fuera porque habían cambiado. Examínelos de nuevo.
   *[other] { $count } puntos clave quedaron fuera porque habían cambiado. Examínelos de nuevo.
}
board-corrected = Corregido
board-choose = Seleccionar: { $statement }
board-choose-all = { $count ->
    [one] Seleccionar el que se muestra
    [many] Seleccionar los { $count } de puntos que se muestran
   *[other] Seleccionar los { $count } que se muestran
}
board-choose-none = No seleccionar ninguno
board-chosen = { $count ->
    [one] { $count } seleccionado
    [many] { $count } de seleccionados
   *[other] { $count } seleccionados
}
board-accept-chosen = Aceptar ({ $count })
board-set-aside-chosen = Descartar ({ $count })…
set-aside-title = { $count ->
    [one] ¿Descartar este punto clave?
    [many] ¿Descartar { $count } de puntos clave?
   *[other] ¿Descartar { $count } puntos clave?
}
set-aside-hint = Una frase; se conserva.
set-aside-reason-missing = Escriba una frase; se conserva.
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
writing-move-up = Subir el párrafo
writing-move-down = Bajar el párrafo
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
writing-block-fact-status = Naturaleza
writing-block-annex = Anexo
writing-slash = Insertar
writing-link-add = Añadir un enlace
writing-link-change = Cambiar el enlace
writing-link-remove = Quitar el enlace
writing-link-address = Dirección
writing-link-wrong = Escriba una dirección como https://example.org.
writing-footnote-text = Texto de la nota al pie
writing-footnote-number = Nota al pie { $number }
writing-table = Tabla
writing-placeholder-notes = Anote lo que se dice. Escriba / para un título o una lista; Ctrl Alt K marca las palabras seleccionadas como punto clave.
writing-placeholder-touch = Anote lo que se dice. Para marcar un punto clave, seleccione sus palabras y pulse «Marcar como punto clave».
writing-placeholder-document = El documento está vacío.
writing-leaving = En una lista, Tab aumenta la sangría y Mayús+Tab la reduce. Para salir del texto, pulse Escape y después Tab.
writing-text-notes = Notas: { $session }
writing-text-document = Texto: { $title }
writing-images-dropped = { $count ->
    [one] Se dejó fuera { $count } imagen: este texto no admite imágenes.
    [many] Se dejaron fuera { $count } de imágenes: este texto no admite imágenes.
   *[other] Se dejaron fuera { $count } imágenes: este texto no admite imágenes.
}
writing-nothing-selected = Primero seleccione las palabras y luego márquelas.
writing-reading-only = Puede seguir este texto mientras se escribe. Su función no permite modificarlo.
writing-session-locked = Esta sesión está bloqueada. Sus notas ya no se pueden modificar.
writing-session-handed-in = Estas notas se han entregado. Para seguir escribiendo, pida a la moderación o a la redacción que las reabra.
writing-ended = Ya no puede escribir aquí
writing-not-taken = El servidor no aceptó lo último que escribió. Sigue en este dispositivo y se enviará si puede volver a escribir aquí. Por seguridad, descárguelo.
writing-not-confirmed = Lo que escribió está en este dispositivo. Deje esta página abierta; por seguridad, descárguelo.
writing-opening = Abriendo el texto…
writing-missing-title = Este texto no está en este dispositivo
writing-missing-text = No se había abierto aquí y no hay conexión con el servidor. Se abrirá por sí solo cuando la haya.
writing-no-access-title = No tiene acceso a este texto
writing-no-access-text = No tiene acceso a él en el servidor y este dispositivo no guarda ninguna copia. Consulte a la coordinación de su segmento.
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
find-open-footnote = Abrir la nota al pie

## Línea de estado: qué hay en este dispositivo y qué hay en el servidor

status-label = Estado de lo que escribió
status-device-everything = En este dispositivo: todo
status-device-not-saved = En este dispositivo: sin guardar, puede que el disco esté lleno
status-device-writing = En este dispositivo: guardando
status-server-signed-out = Tiene que volver a entrar: lo que escriba queda en este dispositivo
status-server-crowded = El servidor no admite más conexiones. Cierre las páginas que no necesite; lo que escriba queda en este dispositivo.
status-server-everything = En el servidor: todo
status-server-everything-at = En el servidor: todo, { $time }
status-server-went-back = El servidor ha vuelto a un estado anterior. Se está poniendo al día desde este dispositivo.
status-server-caught-up = El servidor había vuelto a un estado anterior; ya está al día.
status-server-up-to = { $day ->
    [today] En el servidor: todo hasta las { $time }
   *[another] En el servidor: todo hasta el { $time }
}
status-server-nothing-yet = En el servidor: todavía no
status-server-unknown = El servidor aún no ha respondido
status-server-refused = El servidor rechazó lo que escribió: puede que ya no tenga permiso para escribir aquí
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

notes-submit = Entregar las notas…
notes-submit-title = ¿Entregar las notas?
notes-submit-text = Se pedirá a la moderación que confirme los puntos clave. Nadie podrá escribir en las notas hasta que se reabran.
notes-submit-do = Entregar
notes-unsent = { $count ->
    [one] { $count } cambio no está todavía en el servidor. Se enviará primero.
    [many] { $count } de cambios no están todavía en el servidor. Se enviarán primero.
   *[other] { $count } cambios no están todavía en el servidor. Se enviarán primero.
}
notes-unsent-away = { $count ->
    [one] { $count } cambio no está todavía en el servidor, y no hay conexión con él. Las notas podrán entregarse cuando la haya.
    [many] { $count } de cambios no están todavía en el servidor, y no hay conexión con él. Las notas podrán entregarse cuando la haya.
   *[other] { $count } cambios no están todavía en el servidor, y no hay conexión con él. Las notas podrán entregarse cuando la haya.
}
notes-confirm = Confirmar los puntos clave…
notes-confirm-title = ¿Confirmar los puntos clave de esta sesión?
notes-confirm-text = { $count ->
    [one] { $count } punto clave se confirmará como dicho en la sesión. Después decide la redacción.
    [many] { $count } de puntos clave se confirmarán como dichos en la sesión. Después decide la redacción.
   *[other] { $count } puntos clave se confirmarán como dichos en la sesión. Después decide la redacción.
}
notes-not-moved = El estado de la sesión no cambió
notes-too-many-points = La página «Puntos clave» solo muestra los primeros { $most } de estas notas
notes-too-many-points-text = Los demás permanecen en las notas. Quite las marcas que nadie necesita.
facts-questions = Preguntas sobre políticas públicas
facts-people = Oradores
facts-no-people = No consta ningún orador en esta sesión.
facts-moderator = Moderación
facts-remote = En línea
facts-named = Se puede nombrar a los oradores.
facts-chatham-house = Se puede usar lo dicho, pero no quién lo dijo. No nombre a nadie en las notas.
facts-no-recording = No consta ninguna grabación.
facts-recording-open = Abrir la grabación { $number }
facts-rapporteurs = Relatoría
facts-links = Enlaces
points-order = En el orden del texto
points-empty = Todavía no hay puntos clave
points-empty-hint = Seleccione una frase de las notas y pulse «Marcar como punto clave».
points-empty-reader = Los puntos clave aparecen aquí según los marca la relatoría.
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
points-remove-unused = Desaparece de las notas y de la lista de puntos clave, junto con su decisión. No entrará en ningún borrador.
points-remove-used = El documento conserva su párrafo y esta fuente, y el punto clave sigue en la lista. Desaparece de las notas y ya nadie puede decidir sobre él.
points-remove-do = Quitar
points-removed = Punto clave quitado
points-gone-text = Sus palabras se borraron o se movieron. El enunciado se conserva. Seleccione palabras del texto y elija «Mover a las palabras seleccionadas», o déjelo así. Era:
points-statement = Enunciado para el documento
points-theme-add-label = Añadir un tema
points-theme-add = Añadir…
points-theme-remove = Quitar { $theme }
points-addressee = Dirigido a
points-no-speaker = Sin nombre
points-marked-by = Marcado por { $name }
points-not-sent = De momento solo en este dispositivo
points-evidence-none = Ninguno
points-evidence-recording-numbered = Grabación { $number }
points-evidence-time = Momento de la grabación
points-evidence-time-wrong = Escriba un tiempo como 00:16:20.
points-evidence-unsaved = Respaldo aún sin guardar
points-evidence-now = Ahora ({ $time })

## Documento final

output-state-outline = Esquema
output-state-zero-draft = Borrador cero
output-state-revision = Revisión
output-state-in-review = En examen
output-state-final = Final
output-state-published = Publicado
output-state-archived = Archivado
output-title = Documento final
output-compiled-at = Borrador elaborado el { $time }
output-none-title = Todavía no hay documento final
output-none-text = En cualquier momento, también durante las sesiones, se puede elaborar un borrador cero con los puntos clave aceptados.
output-none-reader = Aparecerá aquí cuando la redacción haya elaborado el borrador cero.
output-compile = Elaborar el borrador cero
output-compile-more = Nuevo borrador…
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
outline-panel-outline-empty = Las partes del documento aparecerán aquí.
outline-panel-annex = Anexo { $number }: { $title }
sources-title-of = Párrafo { $number }
sources-count = { $count ->
    [0] sin fuente
    [one] { $count } fuente
    [many] { $count } de fuentes
   *[other] { $count } fuentes
}
sources-choose = Ponga el cursor en un párrafo para ver de dónde viene.
sources-none = Este párrafo no se basa en ningún punto clave
sources-none-hint = El anexo de fuentes lo indicará.
sources-session-unknown = Sesión desconocida
sources-statement = Enunciado:
sources-changed = El punto clave se ha reformulado desde entonces
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
not-used-insert-differed = Insertar donde difirieron las opiniones
not-used-inserting = Insertando…
not-used-close = Volver a las fuentes
not-used-none = Todos los puntos clave aceptados están usados
not-used-none-hint = Los puntos clave que se acepten después aparecerán aquí.
not-used-failed = No se insertó
compile-title = Elaborar un borrador cero
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
compile-has-text-hint = Un nuevo borrador cero reemplazaría sus palabras, por eso no se elabora. Los puntos clave aceptados después están en «Todavía sin usar»; los mensajes de una sesión son un documento aparte.
compile-findings = Excluidos o por revisar
compile-not-counted = No se pudo contar lo que entra
compile-confirmed = { $count ->
    [one] { $count } punto clave confirmado espera una decisión
    [many] { $count } de puntos clave confirmados esperan una decisión
   *[other] { $count } puntos clave confirmados esperan una decisión
}
compile-about-track = El documento final
compile-about-messages = Los mensajes de una sesión
compile-session-choice = { $session } ({ $count ->
    [one] { $count } aceptado
    [many] { $count } aceptados
   *[other] { $count } aceptados
})
compile-no-session = Ninguna sesión tiene todavía un punto clave: no hay mensajes que elaborar.
compile-group = Agrupar los párrafos por
compile-groups = Orden y títulos de los grupos
compile-groups-words = Los títulos están en el idioma del documento. Deje uno vacío para usar sus palabras habituales.
compile-groups-none = Todavía no hay ningún grupo: ningún punto clave aceptado entra en el borrador.
compile-groups-usual = Orden y títulos habituales
compile-group-heading = Título del grupo «{ $name }»
compile-group-up = Subir «{ $name }»
compile-group-down = Bajar «{ $name }»
compile-group-moved = «{ $name }» es ahora { $at } de { $of }
compile-words = Título, naturaleza del documento y preámbulo
compile-words-messages = Título y naturaleza del documento
compile-status = Naturaleza del documento
compile-status-default = Documento no negociado.
compile-left-empty = Déjelo vacío para usar las palabras habituales.
compile-voice = Quién habla
compile-voice-usual = Fórmula habitual
compile-voice-own = Otra fórmula
compile-voice-none = Nadie
compile-voice-usual-hint = «Nosotros, los parlamentarios…», con el lugar y el foro.
compile-voice-none-hint = El documento no habla en nombre de nadie.
compile-voice-words = Fórmula de apertura
compile-preamble-usual = Frases habituales
compile-preamble-own = Otras frases
compile-preamble-none = Ninguno
compile-preamble-words = Frases, una por línea
compile-preamble-hint = Cada una empieza con un gerundio. Las palabras entre asteriscos van en cursiva: *Recordando* el tema…
compile-busy = Elaborando el borrador…
compile-failed = No se elaboró ningún borrador

## Exportar

export-nothing = Todavía no hay nada que exportar
export-nothing-hint = Elabore primero el borrador cero; tarda menos de un segundo.
export-options = Opciones
export-checks-and-download = Comprobaciones y descarga
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
export-language-original = original
export-paper = Papel
export-paper-a4 = A4
export-paper-us-letter = Carta (EE. UU.)
export-line-numbers = Números de línea, de cinco en cinco
export-date = Fecha del documento
export-date-hint = Déjela vacía para usar la de hoy en la sede.
export-no-pages = Este formato no tiene páginas; la vista previa muestra las del PDF.
export-preview = Vista previa
export-preview-busy = Preparando las páginas…
export-preview-failed = No se pueden mostrar las páginas
export-previous-page = Página anterior
export-next-page = Página siguiente
export-page-of = Página { $page } de { $pages }
export-page-alt = Página { $page } de { $pages } de { $title }
export-download = Descargar { $format }
export-download-hint = El archivo se crea con el texto tal como está ahora en el servidor.
export-making = Creando el archivo…
export-failed = No se creó el archivo { $format }
export-reported = El archivo { $format } se creó, con estos problemas
export-pdf-waits = Corrija el error antes de crear el PDF. Los demás formatos ya se pueden crear.
export-needs-server = Los archivos se crean en el servidor; ahora no hay conexión con él.
export-files = Archivos creados
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
    [one] { $count } observación
    [many] { $count } de observaciones
   *[other] { $count } observaciones
}
checks-error = Error
checks-warning = Advertencia
checks-none = Nada que corregir
checks-go-key-point = Ir al punto clave
checks-go-unused = Ir a «Todavía sin usar»

### Textos de los documentos exportados: claves que empiezan por document-.

### Output document: the words of the files that are made. Each file is in its document's language.

document-title = Documento final: { $track }
document-messages-title = Mensajes: { $event }
document-kind = Documento final
document-kind-messages = Mensajes
document-original = Original: { $language }
document-footer = Documento no negociado
document-page = Página { $n } / { $total }
document-draft = borrador
document-contents = Índice
document-notes = Notas al pie
document-annex = Anexo
document-not-recorded = No consta
document-version-zero-draft = Borrador cero

document-fact-place = Lugar y fechas
document-fact-organisers = Organizan
document-fact-status = Naturaleza
document-fact-rapporteur = { $count ->
    [one] Relatoría
   *[other] Relatoría
}
document-place-and-dates = { $place }, { $days }
document-status = *Documento no negociado.* Sus párrafos se han elaborado a partir de los puntos clave de las sesiones del programa anexo, o son texto de la redacción; el anexo de fuentes lo indica para cada uno. No vincula a quienes participaron.
document-messages-status = *Documento no negociado.* Estos mensajes se han elaborado a partir de los puntos clave marcados en las notas de la sesión. No vinculan a quienes participaron.

document-voice = Nosotros, los parlamentarios participantes,
document-having-met = *Habiéndonos reunido* { $occasion },
document-having-met-theme = *Habiéndonos reunido* { $occasion } bajo el lema «{ $theme }»,
document-occasion = { $days } ({ $names })
document-recalling = *Recordando* el lema general, «{ $theme }» ({ $forum }),
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
document-programme-people = Oradores y moderación
document-programme-note = Las horas son locales. «No consta» señala lo que no se conoce.
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
document-sources-intro = Cada párrafo se basa en los puntos clave indicados a su lado. Los oradores solo se nombran cuando la regla de la sesión lo permite.
document-sources-none = Ningún punto clave: texto de la redacción.
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
document-note-empty-hint = Escriba la nota al pie o elimine su llamada.
document-table-header-missing = La primera fila de una tabla, que nombra las columnas, está vacía.
document-table-header-missing-hint = Escriba en la primera fila qué contiene cada columna.
document-alt-text-missing = Una imagen no tiene descripción.
document-alt-text-missing-hint = Describa la imagen para quienes no pueden verla.
document-image-left-out = Se ha omitido una imagen; su descripción ocupa su lugar.
document-image-left-out-hint = Diga con palabras lo que muestra la imagen.
document-link-dropped = Un enlace no lleva a ninguna página web ni dirección de correo; solo se ha conservado su texto: { $address }
document-link-dropped-hint = Use una dirección que comience por https:// o mailto:.
document-glyph-missing = Ninguna fuente tiene { $characters } ({ $codes }); el PDF muestra { $instead } en su lugar.
document-glyph-missing-hint = Escríbalo de otro modo, o pida a quien administra el sitio que instale una fuente que lo tenga.
document-glyph-left-out = Ninguna fuente tiene { $characters } ({ $codes }) sobre la letra anterior; el PDF lo omite.
document-glyph-left-out-hint = Escríbalo de otro modo, o pida a quien administra el sitio que instale una fuente que lo tenga.
document-id-doubled = Dos párrafos tienen el mismo identificador; los enlaces llevan al primero.
document-id-doubled-hint = No hay que hacer nada: el próximo cambio en el párrafo lo corrige.
document-standard-missed = El PDF no es plenamente accesible: { $reason }
document-standard-missed-hint = Corrija los problemas que se señalan con él y exporte de nuevo.

### What compiling and checking find.
outline-concept = Un punto clave procede solo de la nota conceptual de su sesión: no consta que nadie lo dijera. Se ha dejado fuera.
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
outline-views-differed = Las opiniones difirieron sobre este punto. Figura aparte de lo acordado.
outline-reworded = Este punto clave cambió de redacción después de aceptarse. Aceptado: «{ $accepted }» Ahora: «{ $now }»
outline-reworded-hint = El documento toma las palabras aceptadas. Examine las nuevas en el tablero: acéptelas o descarte el punto clave.
outline-overtaken = Las notas de este punto clave cambiaron después de que la redacción lo corrigiera. En el documento: «{ $accepted }»
outline-overtaken-hint = Compare las dos redacciones en el tablero: mantenga la corrección o use las palabras de las notas.
outline-views-differed-hint = Diga en el párrafo en qué diferían las opiniones, o descarte el punto clave.
outline-further = Algunos puntos clave no pertenecen a ningún grupo. Figuran bajo un título aparte.
outline-further-hint = Elija para ellos un destinatario o un tema en las notas.
outline-session-unknown = No hay ninguna sesión { $session } en esta edición.
outline-session-unknown-hint = Elija una sesión del programa.
outline-messages-count = «{ $session }» tiene { $count ->
    [one] { $count } mensaje
   *[other] { $count } mensajes
}; lo habitual es de tres a cinco.
outline-messages-count-hint = Acepte más puntos clave de la sesión, o descarte algunos.
check-unused = Ningún párrafo se basa en este punto clave aceptado.
check-unused-hint = Insértelo en el documento, o descártelo con un motivo.
check-without-source = Este párrafo no se basa en ningún punto clave.
check-without-source-hint = Busque un punto clave que lo sustente, o quite el párrafo.
check-empty = El párrafo { $number } está vacío: los archivos solo muestran su número.
check-empty-item = Un elemento de lista está vacío: los archivos solo muestran «{ $number }».
check-empty-hint = Escríbalo, o elimínelo.
check-source-changed = Un punto clave en el que se basa este párrafo se ha reformulado desde entonces.
check-source-changed-hint = Compare el párrafo con él. Para tomar la nueva redacción, elimine el párrafo e inserte de nuevo el punto clave.
check-session-gap = «{ $session }» no tiene ningún punto clave.
check-session-gap-hint = Consulte a la relatoría de la sesión.
check-theme-gap = Ningún punto clave corresponde al tema «{ $theme }».
check-theme-gap-hint = No hay nada que hacer si no se habló de él.
check-region-gap = Ningún punto clave viene de la región «{ $region }».
check-region-gap-hint = No hay nada que hacer si sus sesiones no dejaron ninguno.
check-session-left-out = «{ $session }» no forma parte de este documento: es posterior a la reunión, o no se conoce su fecha.
check-session-left-out-hint = Indique su fecha si se celebró antes.
check-source-gone = Este párrafo se basa en un punto clave que ya no existe.
check-source-gone-hint = Compare el párrafo con las notas.
check-source-names = Las palabras de la fuente guardadas con este párrafo nombran a alguien de una sesión celebrada bajo la regla de Chatham House: «{ $name }».
check-source-perhaps-names = Las palabras de la fuente guardadas con este párrafo quizá nombran a alguien de una sesión celebrada bajo la regla de Chatham House: contienen la palabra «{ $name }».
check-source-names-hint = Elimine el párrafo e inserte de nuevo su punto clave, con un enunciado que no nombre a nadie: así se omiten las palabras de las notas.
check-concept-used = Este párrafo se basa en una nota conceptual: no consta que nadie lo dijera.
check-concept-used-hint = Marque en las notas dónde se dijo, o quite el párrafo.
check-not-accepted = Este párrafo se basa en un punto clave que no está aceptado.
check-not-accepted-hint = Acepte el punto clave, o quite el párrafo.
check-doubled = Un punto clave de las notas de «{ $session }» tiene el mismo identificador que otro de las de «{ $first }».
check-doubled-hint = Uno es copia del otro. Decida sobre cada uno por separado y quite de sus notas el que no corresponda.
