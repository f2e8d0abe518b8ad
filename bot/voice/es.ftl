# Español. Breve, cálido y claro, de usted; cada mensaje dice qué pasa después.
#
# Palabras: solicitud (ticket), organización y su personal (responder), voluntariado, coordinación,
# pendientes (queue), tareas (tasks), resumen (digest), función (role), barrio, distrito, cuadrícula.
# Quien lee no tiene género. Nada de «de» ni «a» ante «el»: «la coordinación», «las personas
# voluntarias»; los nombres de organizaciones van tras dos puntos o sin artículo.

## Saludo y ayuda

welcome-resident =
    ¡Hola! Cuénteme con sus palabras qué ocurre o qué necesita en { $city }. Por ejemplo: “La farola de la calle del Roble 12 lleva tres días apagada”.
    Busco a quien se encarga de eso y le aviso de cada paso.
welcome-volunteer = ¡Hola, y gracias por ayudar en { $city }! Escriba “tareas” para ver cuáles están libres. Cuando llegue algo nuevo, le aviso.
welcome-responder = ¡Hola! Las solicitudes nuevas le llegan aquí, con botones. Escriba “pendientes” para ver las que tiene ahora. Para decir algo sobre una, responda a su mensaje.
welcome-coordinator = ¡Hola! Escriba “pendientes” para ver lo que espera su decisión, o “resumen” para ver cómo está la ciudad.
help-resident =
    Escriba qué ocurre o qué necesita, y abro una solicitud con quien se encarga de eso. Una foto o su ubicación ayudan.

    También puede escribir:
    · “cómo va mi solicitud” o “mis solicitudes”
    · “cancelar” o “sigue igual”
    · “quiero hablar con una persona”
    · “quiero hacer voluntariado”
    · “English” o “中文” para cambiar de idioma
help-volunteer =
    Escriba “tareas” para ver las que están libres y elija una con su botón. Desde ese momento es solo suya.
    “hecho” la termina, “al final no puedo” la devuelve. Con “mis horarios” cambia cuándo y dónde le pregunto.
    Si necesita algo para usted, dígamelo también.
help-responder =
    Escriba “pendientes” para ver sus solicitudes. Cada una tiene sus botones: “Aceptar”, “No nos corresponde”, “Preguntar”, “Resuelto”.
    También puede responder al mensaje de una solicitud con sus palabras: “vamos en camino”, “¿qué entrada es?”, “arreglado”.
    Con “resumen” ve el día de un vistazo.
help-coordinator =
    Escriba “pendientes” para ver lo que espera su decisión, o “resumen” para ver cómo está la ciudad.
    Con “Aceptar” se queda usted con la solicitud: puede preguntar, enviar novedades, darla por resuelta o pasarla a otros. Con “Cambiar el tipo” va a quien se encarga de ese asunto; con “Asignar”, a quien usted elija; con “Denegar” termina lo que no es cosa de la ciudad.
    “equipo” muestra quién participa; “invitar” da entrada a alguien.
goodbye = ¡Que le vaya bien! Escriba cuando necesite algo.
thanks-back = ¡De nada! Escriba cuando surja algo.
chitchat = Soy asistente de la ciudad: no doy mucha conversación, pero con las farolas rotas me defiendo. ¿En qué puedo ayudarle?
out-of-scope = Lo siento, con eso no puedo ayudarle. Puedo dar aviso de lo que está roto, buscar ayuda en el barrio y decirle cómo van sus solicitudes.
privacy =
    Guardo lo que me envía y sus solicitudes, para que las cosas se hagan.
    Quien atiende una solicitud ve el texto, las fotos y el lugar, pero no su nombre ni su cuenta.
    Cuando alguien necesita ayuda en casa, la dirección exacta solo la ve quien toma la tarea.
    Guardo los mensajes durante { $messages_for }, las fotos hasta { $photos_for } después de cerrada la solicitud, y quién es usted hasta { $people_for } después de su último mensaje.
    Cuando quiera puede tener una copia de todo, o pedirme que le olvide.
comes-later = Eso todavía no puedo hacerlo; está en preparación. Si no puede esperar, le busco a una persona.
joined-volunteer = ¡Le damos la bienvenida al voluntariado! Cuando alguien necesite ayuda, le aviso. Escriba “tareas” para ver las que hay ahora.
joined-responder = Desde ahora atiende las solicitudes de { $responder }. Las nuevas le llegan aquí; escriba “pendientes” para ver las que ya hay.
joined-coordinator = Ya forma parte de la coordinación. Escriba “pendientes” para ver lo que espera su decisión, o “resumen” para ver cómo está la ciudad.
code-unknown = Esta invitación no sirve: ya se usó o ha caducado. Pida una nueva, por favor.

## Lo que no se entendió

empty-message = Ese mensaje llegó sin palabras. Escriba qué ocurre o qué necesita.
only-emoji = ¡Recibido! Si necesita algo, dígamelo en pocas palabras.
too-long = Ese mensaje es largo. Puedo leer { NUMBER($limit, useGrouping: 0) } caracteres por vez, así que tomé el principio. Si más abajo había algo importante, envíelo otra vez aparte.
slash-order = De las órdenes con barra solo conozco las del menú. Escríbalo con sus palabras.
tap-unknown = Ese botón ya no funciona. Escriba qué quiere hacer.
unsupported = Este tipo de mensaje todavía no lo entiendo. Escríbalo, por favor, o envíe una foto.
bad-photo = No puedo abrir esta imagen. Envíela como foto normal (JPEG o PNG), por favor.
photo-too-large = Esta foto pesa demasiado. Envíe una más pequeña (hasta 10 MB), por favor.
photo-lost = Su foto no llegó. Envíela otra vez, por favor.
language-not-spoken = Ese idioma todavía no lo hablo, pero español sí.
not-understood = Disculpe, no sé si le entiendo bien. ¿Puede decirlo de otra manera? Si abajo hay un botón que encaja, tóquelo.
kept = Deme un momento, por favor. Su mensaje está a salvo y la respuesta llegará aquí por sí sola; no hace falta enviarlo otra vez.
language-which = ¿En qué idioma hablamos?
language-set = De acuerdo, desde ahora en español.
stopped = De acuerdo, lo dejamos. Escriba cuando necesite algo.

## Peligro

emergency =
    Si alguien corre peligro, llame ahora mismo:
    { $numbers }
    Primero póngase a salvo, y no espere respuesta aquí. Lo trato como urgente.
care =
    Me alegra mucho que me escriba. No tiene que pasar por esto a solas. Ahora mismo hay alguien para escucharle:
    { $numbers }
    Si prefiere que le escriba aquí una persona, dígame “quiero hablar con una persona”.
emergency-number = { $number } · { $name }

## Preguntas

ask-category = ¿De qué se trata? Con una o dos palabras basta.
ask-which-kind = Para que llegue enseguida a quien corresponde: ¿de qué se trata sobre todo? Toque una opción o cuénteme un poco más.
ask-place = ¿Dónde es? Escriba la dirección o qué hay cerca, o envíe su ubicación.
ask-place-again = No lo encuentro en el mapa. ¿Hay cerca una calle, un residencial o algún sitio conocido? También puede enviar su ubicación. Lo que escriba ahora lo paso tal cual.
place-which = Hay varios lugares con ese nombre. ¿A cuál se refiere?
place-outside = Ese lugar está fuera de { $city } y ahí no puedo ayudar. ¿A qué lugar de la ciudad se refiere?
place-kept = Anotado: { $spot }. ¿Qué ocurre allí o qué necesita?
photo-kept = Ya tengo la foto. ¿Qué se ve en ella y dónde es?
ask-words = { $verb ->
    [add_note] ¿Qué quiere añadir?
    [answer] Escriba su respuesta y la hago llegar.
    [ask_resident] ¿Qué quiere preguntar? Se lo paso a quien hizo la solicitud.
    [progress] ¿Cómo va? Se lo cuento a quien hizo la solicitud.
    [decline] ¿Por qué debería encargarse otra organización? Con una frase basta.
    [follow_ticket] ¿Qué solicitud es? Escriba su número, por ejemplo K7Q-4M2. Si no lo tiene, dígame qué ocurre y dónde.
    [file_words] ¿Qué debe decir entonces?
   *[other] Dígamelo en una frase, por favor.
}
words-missing = Ese mensaje llegó sin palabras. Dígamelo en una frase, por favor.

## Solicitudes: a quien las hace

ticket-opened =
    Solicitud { $ref } abierta: { $category }
    Lugar: { $spot }
    { $behalf }
    { $why }
    Plazos: respuesta, a más tardar { $answer_by }; solución, a más tardar { $due }.
ticket-moved = { $ref } ({ $category }) pasa a otras manos. { $why }
ticket-accepted =
    Buenas noticias: { $ref } ({ $category }) ya está en manos de { $by }.
    Plazo: hasta { $due }
ticket-claimed = Buenas noticias: { $ref } ({ $category }) ya está en manos de { $by }. Si hace falta saber algo más, se lo preguntarán aquí.
ticket-back = Quien iba a ayudar con { $ref } ({ $category }) al final no puede. Busco a otra persona y le aviso en cuanto la encuentre.
ticket-progress = Novedades de { $ref } ({ $category }), según { $by }: “{ $note }”
ticket-asked =
    Una pregunta sobre { $ref } ({ $category }), de { $by }:
    “{ $question }”
    Toque “Responder” o escriba aquí la respuesta.
ticket-resolved =
    Según { $by }, { $ref } ({ $category }) ya está resuelta.
    Lugar: { $spot }
    ¿Es así?
ticket-resolved-words =
    Según { $by }, { $ref } ({ $category }) ya está resuelta: “{ $note }”
    Lugar: { $spot }
    ¿Es así?
ticket-reopened = Gracias por decírmelo. { $ref } ({ $category }) vuelve a estar abierta, un escalón más arriba. { $why }
ticket-late = { $ref } ({ $category }) tarda más de lo prometido. Lo siento. Se lo he recordado a { $by } y la sigo de cerca hasta que esté hecha.
ticket-closed-quietly = Como no he tenido respuesta suya, cierro { $ref } ({ $category }). Si no está resuelto, escriba “sigue igual” y la abro de nuevo.
ticket-cancelled = { $ref } ({ $category }) queda cancelada. Gracias por decírmelo: le ahorra trabajo a alguien.
ticket-undone = Deshecho: { $ref } queda cancelada y no irá nadie.
ticket-line = { $ref } · { $category } · { $spot } · { $state }
queue-line = { $ref } · { $category } · { $spot } · { $urgency } · { $state } · hasta { $due }
place-changed =
    Corregido. El lugar de { $ref } es ahora: { $spot }
    { $why }
kind-changed =
    Corregido. { $ref } trata ahora de: { $category }
    { $why }
kind-changed-by-staff = { $ref } figura ahora como “{ $category }” y está con quien se encarga de eso.
which-kind = ¿De qué trata { $ref }?
status =
    { $ref }: { $category }
    Lugar: { $spot }
    { $behalf }
    Ahora: { $state }, en manos de { $by }
    Lo último: { $last }
    Plazo: hasta { $due }
status-end =
    { $ref }: { $category }
    Lugar: { $spot }
    Ahora: { $state }
    Lo último: { $last }
tickets =
    Sus solicitudes:
    { $lines }
tickets-followed = Sigue estas solicitudes:
no-tickets = Todavía no tiene solicitudes. Escriba qué ocurre o qué necesita.
note-added = Añadido a { $ref }, gracias.
answer-passed = Gracias. Ya hice llegar su respuesta, y el trabajo en { $ref } continúa.
person-called = He pedido a una persona que lo mire. Le responderá aquí, normalmente en menos de cuatro horas. Su solicitud es { $ref }.
person-called-already = Ya lo tiene una persona y le responderá aquí. Su solicitud es { $ref }.
rate-solved = ¿Está resuelta { $ref } ({ $category })?
rate-contacted = ¡Qué bien! ¿Alguien se puso en contacto con usted por { $ref } mientras estuvo abierta?
rate-stars = ¿Qué le ha parecido la atención en { $ref }? 1 es muy mala; 5, muy buena.
rate-thanks = ¡Gracias! Sus respuestas muestran qué funciona y qué no todavía.

## Por qué

why-nearest = Se encarga: { $responder } ({ $area }).
why-responsible = Se encarga: { $responder }.
why-free = Se encarga: { $responder }. No da abasto ahora: { $nearer }.
why-answers = Se encarga: { $responder }, que suele responder antes. Más cerca, pero pocas veces disponible: { $nearer }.
why-open = Se encarga: { $responder }. Ahora está cerrado: { $nearer }.
why-volunteers = Las personas voluntarias de la zona son quienes antes pueden ayudar. Ya les estoy preguntando.
why-last = Ya está con quien atiende lo que otros no pueden: { $responder }.
why-coordinator = La coordinación está decidiendo quién se encarga.
why-asked-for-person = Se pidió hablar con una persona.
why-declined = La ha pasado a otras manos: { $responder }.
why-no-answer = No hubo respuesta a tiempo.

## Manos y lugares

by-responder = { $responder }
by-volunteer = { $name } (voluntariado)
by-neighbour = una persona voluntaria
by-volunteers = las personas voluntarias
by-coordinator = la coordinación
spot-both = { $place } ({ $area })
spot-place = { $place }
spot-area = { $area }
spot-none = sin lugar indicado

## A las organizaciones

offer-responder =
    Nueva solicitud { $ref }: { $category }
    Lugar: { $spot }
    Urgencia: { $urgency }
    “{ $text }”
    { $details }
    { $behalf }
    { $following }
    { $why }
    Responda a más tardar { $answer_by }, por favor.
offer-coordinator =
    Hace falta su decisión. { $ref }: { $category }
    Lugar: { $spot }
    Urgencia: { $urgency }
    “{ $text }”
    { $details }
    { $behalf }
    { $following }
    { $why }
    Decida a más tardar { $answer_by }, por favor.
alert-emergency =
    ¡PELIGRO PARA LA VIDA! { $ref }: { $category }
    Lugar: { $spot }
    “{ $text }”
    { $details }
    { $behalf }
    Está en manos de { $by }. Asegúrese de que la ayuda va en camino, por favor.
accepted-yours =
    { $ref } es suya: { $category }
    Lugar: { $spot }
    Plazo: hasta { $due }
    { $details }
    Ya se lo he dicho a quien hizo la solicitud.
accepted-already = { $ref } ya es suya.
decline-why = ¿Por qué debería encargarse otra organización de { $ref }? La paso enseguida.
declined = Gracias. { $ref } pasa a otras manos.
cannot-decline = Su oficina es el último escalón de { $ref }: después no hay nadie, así que no se puede rechazar. Si hace falta, acéptela primero y pásela después.
asked = He preguntado a quien hizo la solicitud. { $ref } espera la respuesta, dos días como máximo.
answer-came = Respuesta de quien hizo la solicitud { $ref }: “{ $note }”
answer-missing = Quien hizo la solicitud { $ref } no ha respondido. Continúe con lo que sabe, por favor.
progress-told = Ya se lo he contado a quien hizo la solicitud { $ref }.
resolved = ¡Gracias! Pregunto a quien hizo la solicitud { $ref } si ha quedado resuelto.
note-new = Nuevo en { $ref }: “{ $note }”
note-photo = Se añadió una foto a { $ref }.
owner-changed =
    { $ref } se ha corregido: { $category }
    Lugar: { $spot }
    Sigue en sus manos.
owner-cancelled = Quien hizo la solicitud { $ref } ({ $category }) la ha cancelado. No queda nada por hacer; no hace falta que vaya nadie.
owner-reopened = Quien hizo la solicitud { $ref } dice que no está resuelta. Ha subido un escalón; ustedes no tienen que hacer nada más.
owner-confirmed = Quien hizo la solicitud { $ref } confirma que está resuelta. ¡Gracias!
owner-word =
    Quien hizo la solicitud { $ref } ({ $category }) aún no sabe cómo va. Basta con unas palabras.
    Lugar: { $spot }
owner-soon =
    { $ref } ({ $category }) debería quedar resuelto antes de: { $due }. Si no va a ser posible, avisen a quien hizo la solicitud, por favor.
    Lugar: { $spot }
owner-late =
    { $ref } ({ $category }) va con retraso. Cuente cómo va a quien hizo la solicitud, por favor.
    Lugar: { $spot }
late-alert =
    { $ref } ({ $category }) va con retraso. Está en manos de { $by }.
    Lugar: { $spot }
triage-waits =
    { $ref } ({ $category }) sigue a la espera de su decisión.
    { $why }
queue =
    En sus manos: { $count }
    { $lines }
queue-empty = No tiene nada pendiente. ¡Buen trabajo!
status-staff =
    { $ref }: { $category }
    Lugar: { $spot }
    Urgencia: { $urgency }
    Ahora: { $state }
    Plazo: hasta { $due }
    “{ $text }”
    { $pictures }
    { $details }
    { $behalf }
    { $following }
    { $why }

## Al voluntariado

offer-volunteer =
    Alguien necesita ayuda. { $ref }: { $category }
    Lugar: { $spot }
    “{ $text }”
    { $details }
    { $behalf }
    ¿Puede hacerlo? Responda a más tardar { $answer_by }, por favor.
claim-yours =
    { $ref } es suya: { $category }. ¡Gracias!
    Lugar: { $spot }
    “{ $text }”
    { $details }
    { $behalf }
    Se la guardo hasta { $until }; no irá nadie más. Cuando termine, toque “Hecho”.
claim-taken = { $ref } ya la tomó otra persona. ¡Gracias por ofrecerse!
claimed-already = { $ref } ya es suya.
claim-full = Ya tiene tres tareas en sus manos. Termine antes una, o devuélvala, por favor.
claim-instead = { $ref } está ahora con las personas voluntarias; usted no tiene que aceptarla.
own-ticket = { $ref } es una solicitud suya, así que se encargará otra persona.
given-back = { $ref } vuelve a estar libre para otras personas. Gracias por avisar a tiempo.
lease-ended = Se acabó el tiempo para { $ref }, así que vuelve a estar libre para otras personas. Si sigue con ella, tómela otra vez.
tasks =
    { $lines }
    { $count ->
        [0] Ahora mismo no hay nada más libre.
       *[other] Para tomar una, toque su botón.
    }
task-line = { $ref } · { $category } · { $spot } · { $urgency }
task-line-yours = { $ref } · { $category } · { $spot } · suya
no-tasks = Ahora mismo no hay tareas libres. Cuando alguien necesite ayuda, le aviso.

## Negativas

no-such-ticket = No encuentro entre las suyas la solicitud { $ref }. Compruebe el número, por favor; con “mis solicitudes” las ve todas.
nothing-there = { $verb ->
    [claim] Ahora mismo no hay tareas libres. Cuando alguien necesite ayuda, le aviso.
   *[other] No veo ninguna solicitud de la que pueda tratarse. Si la hay, añada su número, por favor.
}
which-ticket =
    ¿A cuál se refiere?
    { $lines }
moved-on = { $ref } ya pasó a otras manos, así que no tiene que hacer nada más.
cannot-now = { $ref } figura como “{ $state }”, así que eso ahora no se puede hacer.
not-for-role = Eso solo puede hacerlo { $role }. Si quiere participar, escriba “quiero hablar con una persona”.

## Resumen

digest =
    Cómo está todo: { $waiting ->
        [one] { $waiting } pendiente
       *[other] { $waiting } pendientes
    }{ $late ->
        [0] {""}
       *[other] , { $late } con retraso
    }
    Nuevas: { $new } · Resueltas: { $solved }
    { $lines }
digest-quiet = Nada nuevo, nada pendiente, nada con retraso. Un día tranquilo.
digest-by-category =
    {""}
    Por tipo
digest-by-area =
    {""}
    Por zona
digest-category = · { $category }: { digest-counts }
digest-area = · { $area }: { digest-counts }
digest-nowhere = · sin lugar indicado: { digest-counts }
digest-counts = { $waiting ->
        [one] { $waiting } pendiente
       *[other] { $waiting } pendientes
    }{ $late ->
        [0] {""}
       *[other] , { $late } con retraso
    }{ $new ->
        [0] {""}
        [one] , { $new } nueva
       *[other] , { $new } nuevas
    }{ $solved ->
        [0] {""}
        [one] , { $solved } resuelta
       *[other] , { $solved } resueltas
    }
digest-urgent =
    {""}
    Lo más urgente
digest-when = ¿A qué hora quiere recibir el resumen cada día?
digest-set = De acuerdo. El resumen le llega cada día a las { $hour }:00 ({ $zone }).
zone-unknown = No conozco la zona horaria “{ $zone }”. Escríbala así, por favor: Europe/Madrid.

## Lo último que pasó

event-offer = pasada a otras manos { $at }
event-triage = pasada a la coordinación { $at }
event-accept = aceptada { $at }
event-claim = tomada por el voluntariado { $at }
event-decline = pasada a otros { $at }
event-unanswered = sin respuesta, pasada a otros { $at }
event-give_back = devuelta { $at }
event-lease_ended = libre de nuevo desde { $at }
event-ask_resident = se hizo una pregunta { $at }
event-answer = la pregunta se respondió { $at }
event-no_answer = se continúa sin respuesta desde { $at }
event-progress = hubo novedades { $at }
event-resolve = dada por resuelta { $at }
event-close = cerrada { $at }
event-reopen = abierta de nuevo { $at }
event-cancel_ticket = cancelada { $at }
event-refuse = denegada { $at }
event-merge = unida a otra solicitud { $at }
event-change = corregida { $at }
event-note = se añadió algo { $at }
event-rate = valorada { $at }
event-remind = se envió un recordatorio { $at }
event-late = se envió un recordatorio { $at }

## Códigos

state-new = nueva
state-triage = a la espera de una decisión
state-offered = a la espera de que la acepten
state-accepted = aceptada
state-in_progress = en curso
state-waiting_for_resident = a la espera de respuesta de quien la hizo
state-resolved = dada por resuelta
state-closed = cerrada
state-cancelled = cancelada
state-refused = denegada
state-merged = unida a otra solicitud
urgency-emergency = peligro para la vida
urgency-high = urgente
urgency-normal = normal
urgency-low = sin prisa
role-resident = quien hizo la solicitud
role-volunteer = el voluntariado
role-responder = el personal de una organización
role-coordinator = la coordinación
kind-government = administración
kind-enterprise = empresa
kind-ngo = organización social

## Fechas y horas

time-today = hoy a las { $clock }
time-tomorrow = mañana a las { $clock }
time-yesterday = ayer a las { $clock }
time-weekday = el { $weekday } a las { $clock }
time-next-week = el { $weekday } que viene a las { $clock }
time-date = el { $day } de { $month_name } a las { $clock }
time-year = el { $day } de { $month_name } de { $year } a las { $clock }
weekday-0 = lunes
weekday-1 = martes
weekday-2 = miércoles
weekday-3 = jueves
weekday-4 = viernes
weekday-5 = sábado
weekday-6 = domingo
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre

## Botones

tap-change-place = Cambiar el lugar
tap-place-of = Es de la solicitud { $number }
tap-change-kind = Cambiar el tipo
tap-undo = Deshacer
tap-add-note = Añadir algo
tap-cancel = Cancelar la solicitud
tap-answer = Responder
tap-solved = Sí, resuelto
tap-not-solved = No, no está resuelto
tap-reopen = No está resuelto
tap-yes = Sí
tap-no = No
tap-stars = { $count } ★
tap-accept = Aceptar
tap-decline = No nos corresponde
tap-hand-on = Pasar a otros
tap-ask = Preguntar
tap-progress = Enviar novedades
tap-resolve = Resuelto
tap-reason = { $reason }
tap-other-reason = Otro motivo
tap-claim = Lo hago yo
tap-claim-ref = Hago { $number }
tap-done = Hecho
tap-give-back = Al final no puedo
tap-ref = { $number }
tap-kind = { $category }
tap-person = Hablar con una persona
tap-queue = Pendientes
tap-tasks = Tareas
tap-digest = Resumen
tap-digest-time = Cambiar la hora
tap-hour = { $hour }:00
tap-my-tickets = Mis solicitudes
tap-language = 🌐 Idioma
tap-share-place = Enviar mi ubicación
tap-place = { $place }
tap-skip-place = Sin lugar
tap-stop = Olvídelo

## Botones bajo lo que no se entendió: lo que quizá se quiso decir

tap-do-accept = Aceptar una solicitud
tap-do-add_note = Añadir algo a una solicitud
tap-do-ask_resident = Preguntar a quien avisó
tap-do-ask_status = Saber cómo va una solicitud
tap-do-cancel_ticket = Cancelar una solicitud
tap-do-change_kind = Cambiar el tipo de solicitud
tap-do-change_place = Cambiar el lugar
tap-do-claim = Tomar una tarea
tap-do-decline = Decir que no nos corresponde
tap-do-digest_now = Ver el resumen
tap-do-done = Dar una tarea por hecha
tap-do-give_back = Devolver una tarea
tap-do-help = Ver qué puedo pedir
tap-do-list_tasks = Ver las tareas libres
tap-do-list_tickets = Ver mis solicitudes
tap-do-privacy = Qué pasa con lo que escribo
tap-do-progress = Enviar novedades
tap-do-queue = Ver mis pendientes
tap-do-rate = Decir qué me ha parecido
tap-do-reopen = Decir que no está resuelto
tap-do-resolve = Dar una solicitud por resuelta
tap-do-set_language = Cambiar de idioma
tap-do-talk_to_human = Hablar con una persona

## La página del chat

page-language-name = Español
page-direction = ltr

page-title = Manyhands 众手
page-greeting = ¿En qué puedo ayudarle?
page-lead = Dígame qué está roto o dónde hace falta ayuda. Busco a quien se encarga y está más cerca, y sigo ahí hasta que se resuelva.
page-examples = ¿No sabe cómo empezar? Pruebe con uno de estos
page-examples-1 = La farola de delante de casa lleva tres días apagada
page-examples-2 = Mi madre se rompió la pierna. ¿Puede alguien llevarle el almuerzo esta semana?
page-examples-3 = El gimnasio cerró y me quedaba dinero en la tarjeta
page-examples-4 = Mi permiso de residencia va a caducar. ¿Cómo lo renuevo?

page-placeholder = Escriba de qué se trata
page-send = Enviar
page-photo = Añadir una foto
page-photo-alt = Foto
page-photo-remove = Quitar la foto
page-photo-large = Esta foto pesa demasiado. Elija una más pequeña (hasta 10 MB), por favor.
page-pin = Enviar mi ubicación
page-place = Mi ubicación
page-pin-finding = Buscando dónde está…
page-pin-denied = Su navegador no nos dijo dónde está. Puede escribirlo: la calle y el número, o qué hay cerca.

page-offline = Sin conexión. Siga escribiendo: se envía en cuanto vuelva.
page-sending = Enviando…
page-not-sent = Sin enviar todavía
page-retry = Intentar otra vez
page-typing = Manyhands está escribiendo
page-new-message = Mensaje nuevo

page-today = Hoy
page-yesterday = Ayer
page-you = Usted
page-chosen = elegido
page-status = ¿Cómo va { $ref }?
page-reply = Escribir sobre { $ref }
page-about = Sobre { $ref }
page-reply-drop = No es sobre esta solicitud

page-menu = Menú
page-my-tickets = Mis solicitudes
page-help = ¿Qué puedo pedir?
page-language = Idioma
page-privacy = Lo que escribe solo lo ve quien lo atiende. No envíe contraseñas ni números de tarjeta, por favor.
page-log = Conversación
page-to-box = Ir al cuadro de mensaje

page-too-fast = Ha ido muy rápido. Espere un momento e inténtelo otra vez, por favor.
page-too-long = Es demasiado largo para un solo mensaje. Envíelo en dos, por favor.
page-reload = Vuelva a cargar la página e inténtelo otra vez, por favor.

## El menú de una aplicación de mensajería

command-help = Qué puedo hacer
command-status = Mis solicitudes
command-tasks = Tareas libres para el voluntariado
command-language = Idioma / Language
command-stop = Dejar lo que estamos haciendo

## Preguntas frecuentes

faq = { $faq }
    ¿Le ha servido?
tap-faq-yes = Sí, gracias
tap-faq-ticket = No, que me respondan
faq-which = Quizá tenga la respuesta. ¿Es una de estas preguntas?
faq-unknown = No tengo una respuesta preparada. Puedo pasar su pregunta a alguien que sepa.
faq-glad = ¡Bien! Escriba cuando surja otra cosa.
tap-topic = { $topic }

## Grupos, mensajes corregidos, contactos

group-hello = ¡Hola! Si me mencionan, responden a un mensaje mío o usan una orden, contesto; en lo demás no me meto. Si este es el grupo propio de una organización, alguien de su personal puede escribir /desk, y sus solicitudes nuevas llegarán aquí.
desk-opened = Desde ahora, las solicitudes nuevas llegan a este grupo, una vez para todo el personal: { $responder }. Quien toca un botón actúa en su propio nombre y sigue en su chat conmigo. Para terminarlo: “/desk off”.
desk-opened-volunteers = Desde ahora, cuando alguien necesite ayuda, lo digo en este grupo. Quien toca primero se queda con la tarea y recibe el lugar exacto en su chat conmigo. Para terminarlo: “/desk off”.
desk-closed = De acuerdo: las solicitudes nuevas ya no llegan a este grupo, sino otra vez a cada persona.
desk-which = ¿De qué organización deben llegar las solicitudes a este grupo? Tóquela, o escriba /desk con su nombre corto o con una invitación.
desk-none = A este grupo no llegan solicitudes, así que no hay nada que terminar.
desk-only-in-group = Eso es para grupos. Añádame a uno y escriba /desk allí.
desk-lost = Ya no puedo escribir en el grupo “{ $name }”, así que sus solicitudes llegan otra vez a cada persona. Para cambiarlo, vuelva a darme entrada y escriba /desk allí.
group-lost = Ya no puedo escribir en el grupo “{ $name }”. Si me necesitan allí, vuelvan a darme entrada y permítanme enviar mensajes.
told-alone = Le he respondido en nuestro propio chat.
open-me-first = Abra antes un chat conmigo, por favor: toque mi nombre y luego “Iniciar”. Después inténtelo aquí otra vez.
goes-on-alone = Seguimos en nuestro propio chat.
reply-here = Responda a este mensaje, por favor.
tap-taken = En manos de { $name }
tap-taken-by-one = Ya la tomaron
tap-desk = { $responder }
tap-desk-volunteers = El voluntariado
command-desk = Recibir solicitudes en este grupo

edit-note = Leo los mensajes en cuanto llegan, así que { $ref } tiene su primera versión. ¿Le añado lo nuevo?
edit-late = Ya había leído su primera versión y sigo con ella. Si cambió algo importante, escríbalo otra vez, por favor.
tap-add-edit = Añadir lo nuevo
no-contact = No necesito tarjetas de contacto y esta no la he guardado; escriba de qué se trata.

## Hablar con una persona

person-called-off-duty = Ahora mismo no hay nadie de guardia. La coordinación vuelve { $at }; he guardado lo que escribió en la solicitud { $ref } y le responderá aquí.
relay-waiting =
    Estoy llamando a { $by }. { $count ->
        [1] Su turno es el siguiente.
       *[other] Su lugar en la fila es el { $count }.
    } La respuesta llega aquí mismo.
    Mientras tanto puede seguir escribiendo: quien le atienda lo leerá todo.
    Para dejar la fila, toque “Terminar” o escriba “adiós”.
relay-waiting-urgent =
    Estoy llamando ahora mismo a { $by }; le escribirá aquí. Puede seguir escribiendo: lo leerá todo.
    Su solicitud es { $ref }.
relay-kept = Anotado: lo leerá quien le atienda. { $count ->
        [1] Su turno es el siguiente.
       *[other] Su lugar en la fila es el { $count }.
    }
relay-next = Su turno es el siguiente. Falta muy poco.
relay-open =
    Ya habla con { $by }, que tiene lo que ha escrito hasta ahora. Lo que escriba le llega directamente.
    Para terminar, toque “Terminar” o escriba “adiós”.
relay-going-on = Ya está hablando con { $by }: lo que escriba le llega directamente.
relay-words = { $by }: { $text }
relay-danger =
    ¿PELIGRO PARA LA VIDA?
    { $by }: { $text }
relay-sent = Para { $by }
relay-left = De acuerdo, ya no está en la fila. { $last }
relay-ended = La conversación con { $by } ha terminado. { $last }
relay-ended-by =
    Conversación terminada por { $by }.
    “{ $text }”
    { $last }
relay-quiet = Llevamos media hora sin mensajes, así que he cerrado la conversación con { $by }. { $last }
relay-one-tap = Si queda algo por hacer, con un toque se convierte en solicitud.
relay-goes-on = Sigue como solicitud { $ref }.
relay-nobody =
    Lo siento: en el último cuarto de hora no hubo nadie libre, así que no hace falta que espere más.
    He guardado todo lo que escribió en la solicitud { $ref }. Una persona le responderá aquí a más tardar { $answer_by }.
relay-still-calling = Sigo llamando, y alguien le escribirá aquí. Si esperar se hace demasiado duro, llame a uno de los números que le envié: ahora mismo hay alguien para escucharle.
relay-over = Esa conversación ya terminó, así que esto no se ha entregado. Si quiere hablar otra vez, escriba “quiero hablar con una persona”.
relay-closed = Esa conversación ya terminó.
relay-none = Ahora mismo no está hablando con una persona. Si quiere hacerlo, toque abajo.
relay-ticket-already = Ya es la solicitud { $ref }.
relay-waits =
    { $by } quiere hablar con una persona:
    “{ $text }”
    Sobre: { $ref }
relay-waits-urgent =
    ¡PELIGRO PARA LA VIDA! { $by } necesita a una persona ahora mismo:
    “{ $text }”
    Solicitud: { $ref }
relay-waits-on = Todavía en la fila: { $count }. Sigue: { $by }
relay-called = { $by } esperaba para hablar con una persona. { $last }
relay-has-it = Atiende: { $by }.
relay-gone = Ya no está esperando.
relay-is-ticket = Ahora es la solicitud { $ref }.
relay-taken = Ya atiende { $by }. ¡Gracias por ofrecerse!
relay-take-first = Nadie habla todavía con { $by }, así que esto no se ha entregado. Toque “Atender” y escríbalo otra vez.
relay-own = Esta llamada es suya, así que la atenderá otra persona.
relay-yours =
    Ya habla con { $by }. Lo que escriba le llega directamente; los botones y las órdenes con barra funcionan como siempre.
    Si tiene varias conversaciones, responda al mensaje que corresponda. Para terminar esta, toque “Terminar” o escriba /end.
relay-turned = Lo que escriba ahora va para { $by }.
relay-named = { $name } · { $number }
relay-neighbour = Residente { $number }
relay-somebody = una persona de la coordinación
relay-somebody-says = Coordinación
tap-take-relay = Atender
tap-end-relay = Terminar
tap-relay-ticket = Abrir una solicitud
tap-relay-turn = Responder

## Los derechos de cada persona

span-days = { $count ->
    [one] un día
   *[other] { $count } días
}
span-months = { $count ->
    [one] un mes
   *[other] { $count } meses
}
span-years = { $count ->
    [one] un año
   *[other] { $count } años
}
tap-export = Quiero mis datos
tap-forget = Borrar mis datos
tap-do-export_data = Copia de mis datos
tap-do-forget_me = Borrar mis datos
export-started = Estoy reuniendo todo lo que guardo sobre usted. El archivo llega aquí por sí solo en un momento.
export-ready = Aquí está todo lo que guardo sobre usted. Empiece por “README.txt”, que está dentro. Mi copia se borra { $until }.
export-again = Lo pidió hace menos de una hora, así que aquí tiene otra vez el mismo archivo.
export-underway = Su archivo todavía se está preparando. Llega aquí por sí solo.
export-readme =
    Todo lo que Manyhands 众手 guarda sobre usted, con fecha de { $date }.

    my-data.json: quién es usted para nosotros y por dónde le escribimos, lo que escribió y lo que respondimos, sus solicitudes con su historia y sus valoraciones, sus funciones, y lo que anotó la parte que entiende sus frases. Se abre con cualquier editor de texto.
    pictures: las fotos que envió.

    No está: quiénes son otras personas, ni lo que le dijimos de solicitudes ajenas si trabaja en ellas.
    { $count ->
        [0] No hubo que dejar fuera ninguna foto.
        [one] Una foto no cupo. Escriba “quiero hablar con una persona” para recibirla también.
       *[other] { $count } fotos no cupieron. Escriba “quiero hablar con una persona” para recibirlas también.
    }

    Si algo está mal, escríbanos. Si quiere que le olvidemos, escriba “borrar mis datos”.
file-over = Este archivo ya no está aquí. Escriba “quiero una copia de mis datos” y preparo otro.
page-file = Descargar
forget-sure =
    ¿Quiere que le olvide? Se borran sus mensajes, su nombre, su cuenta y sus funciones. No se puede deshacer.
    Sus solicitudes se quedan, sin usted, para que el trabajo continúe. Las de ayuda en casa que sigan abiertas se cancelan, y las tareas que tenga en sus manos pasan a otras personas.
tap-forget-sure = Sí, olvídeme
tap-forget-not = No, guarde mis datos
forgotten = Hecho: ya no sé quién es usted. Si vuelve a escribir, empezamos como si fuera la primera vez, y con mucho gusto.
forgotten-before = Eso ya se hizo antes; de aquel tiempo no queda nada aquí.
resident-forgotten = Quien hizo la solicitud { $ref } ha borrado sus datos, así que no hay a quién preguntar. Continúe con lo que sabe, por favor.
talk-forgotten = La persona con quien hablaba ha borrado sus datos, así que esa conversación ha terminado.
event-forget = datos personales borrados { $at }

## Lo que un tipo pregunta además

ask-detail = { $city_question }
ask-at-door = ¿Cómo se darán cuenta de que llega alguien?
tap-detail = { $city_answer }
tap-skip = Saltar
tap-door-ring = Oyen el timbre
tap-door-knock = Llamar fuerte a la puerta
tap-door-write = Escribirme antes
detail-line = { $city_question } { $city_answer }
detail-words = { $city_question } “{ $note }”
detail-new =
    Nuevo en { $ref } ({ $category }):
    { $details }
    Urgencia: { $urgency }
door-ring = En la puerta: toque el timbre, por favor.
door-knock = En la puerta: llame fuerte, por favor.
door-write = En la puerta: antes de llegar, escriba a quien hizo la solicitud, por favor.
door-words = En la puerta: “{ $note }”

## En nombre de otra persona

for-another = Claro que sí, { $meant }. ¿Qué ocurre y dónde es?
for-another-noted = Anotado: { $meant }.
whom-own = para { $whom }
whom-other = para otra persona
behalf-own = Para: { $whom }
behalf-own-other = Para: otra persona
behalf-theirs = Es para otra persona ({ $whom }), no para quien escribe.
behalf-other = Es para otra persona, no para quien escribe.
whom-mother = su madre
whom-father = su padre
whom-parents = sus padres
whom-grandmother = su abuela
whom-grandfather = su abuelo
whom-wife = su esposa
whom-husband = su esposo
whom-child = su hijo o hija
whom-sibling = su hermano o hermana
whom-relative = un familiar
whom-neighbour = alguien de su vecindad
whom-friend = una amistad
whom-colleague = alguien de su trabajo

## Lo que el personal anota para quien no tiene cuenta

file-go-ahead = Adelante: ¿qué dice la persona? Escríbalo como lo dice.
file-read-back =
    Léale esto a la persona, por favor:
    { $category }
    Lugar: { $spot }
    “{ $text }”
    { $details }
    Urgencia: { $urgency }
    { $behalf }
    ¿Es correcto? No se envía nada hasta que usted lo confirme.
file-which-kind = ¿De qué se trata?
file-dropped = Descartado. No se ha guardado nada.
file-gone = Este borrador ya no está: se envió, se descartó o tiene más de un día.
filed =
    Para que la persona se lo lleve:
    Solicitud { $ref }: { $category }
    Lugar: { $spot }
    { $why }
    Plazos: respuesta, a más tardar { $answer_by }; solución, a más tardar { $due }.
    Para saber cómo va, basta con que dé este número a cualquiera de ustedes. Las novedades le llegan a usted aquí; hágaselas saber, por favor.
filed-resolved =
    Según { $by }, ya está resuelta { $ref } ({ $category }), que usted anotó. Dígaselo a la persona, por favor.
    Si dice que no está resuelto, toque “No está resuelto” en su estado o escriba “sigue igual { $ref }”.
filed-closed = { $ref } ({ $category }), que usted anotó, ya está cerrada.
source-walk_in = La anotó el personal en ventanilla; lo que pregunte le llega al personal.
source-phone = La anotó el personal por teléfono; lo que pregunte le llega al personal.
tap-file-for = Anotar para alguien
tap-file-right = Es correcto
tap-file-words = Cambiar el texto
tap-file-drop = Descartar

## Seguir la solicitud de otra persona

follow-which = ¿Qué solicitud quiere seguir? Escriba su número, por ejemplo K7Q-4M2.
follow-none = No encuentro ninguna solicitud abierta con ese número que otras personas puedan seguir. Compruébelo, por favor. Si a usted le pasa lo mismo, dígame dónde y le abro una solicitud.
follow-own = { $ref } ya es suya: aquí le aviso de cada paso.
followed = Desde ahora sigue { $ref } ({ $category }): { $state }, en manos de { $by }. Le iré contando.
followed-already = Ya sigue { $ref } ({ $category }): { $state }, en manos de { $by }.
followed-news =
    Novedades de { $ref } ({ $category }), que usted sigue: { $state }, en manos de { $by }
    Lugar: { $spot }
    Plazo: hasta { $due }
followed-end = { $ref } ({ $category }), que usted seguía, ha terminado: { $state }.
unfollowed = De acuerdo, no le aviso más de { $ref }.
following = { $count ->
    [one] Una persona sigue esta solicitud.
   *[other] { $count } personas siguen esta solicitud.
}
tap-unfollow = Dejar de seguir

## Modo sencillo

simple-on = De acuerdo: letra grande, pocas opciones, una cosa a la vez. Para volver, toque abajo.
simple-off = De acuerdo, todo vuelve a estar como antes.
tap-simple-on = Volver a lo normal
tap-simple-off = Grande y sencillo
tap-more = Más opciones
more-choices = Aquí están las demás opciones.
more-lines = … y { $count } más
simple-ask-place = ¿Dónde es?
simple-ask-place-again = No lo encuentro. ¿Qué hay cerca?
simple-help-resident = Dígame qué ocurre o qué necesita. Busco a alguien que ayude.
simple-not-understood = Disculpe, no le entendí. Dígalo de otra manera, por favor.
simple-place-changed = Hecho. El lugar de { $ref } es ahora: { $spot }
simple-privacy =
    Guardo lo que escribe, para que las cosas se hagan.
    Quien le ayuda lo ve, pero no ve su nombre.
simple-status =
    { $ref }: { $category }
    Ahora: { $state }
    Plazo: hasta { $due }
simple-ticket-opened =
    Hecho. Su solicitud es { $ref }.
    { $category }, { $spot }
    { $behalf }
    Le aviso a más tardar { $answer_by }.
simple-ticket-reopened = Gracias. { $ref } vuelve a estar abierta.
simple-welcome-resident = ¡Hola! ¿Qué ocurre o qué necesita? Cuénteme.

## El resumen, con una frase

digest-set-days =
    De acuerdo. El resumen le llega a las { $hour }:00 ({ $zone }), menos estos días:
    { $days }
digest-set-hour = De acuerdo. Sale a las horas en punto, así que el resumen le llega a las { $hour }:00 ({ $zone }).
digest-off = De acuerdo, no le envío más el resumen diario. Escriba “resumen” para verlo cuando quiera.
digest-day = · { $weekday }
tap-digest-on = Recibirlo cada día

## La página del chat: letra grande

page-simple = Letra grande, pocas opciones

## Cifras, y lo que conviene mirar

passing =
    {""}
    Pasadas a otros o sin respuesta, últimos 30 días
passing-line = · { $responder } pasó a otros { $declined } de { $asked } solicitudes{ $unanswered ->
        [0] {""}
       *[other] {" "}y dejó { $unanswered } sin respuesta
    }. ¿Sigue siendo a quien hay que preguntar?
passing-line-reason = · { $responder } pasó a otros { $declined } de { $asked } solicitudes{ $unanswered ->
        [0] {""}
       *[other] {" "}y dejó { $unanswered } sin respuesta
    }; el motivo más frecuente: { $reason }. ¿Sigue siendo a quien hay que preguntar?
passing-round = · { $count ->
        [one] Una solicitud da vueltas: volvió a manos que ya la habían tenido o se pasó tres veces o más.
       *[other] { $count } solicitudes dan vueltas: volvieron a manos que ya las habían tenido o se pasaron tres veces o más.
    }
rates-month =
    {""}
    Los últimos 30 días
rates-without = · Resueltas sin el gobierno: { $without_rate }
rates-took-others = · Tiempo mediano cuando las resolvieron otros: { $hours } h
rates-took-government = · Tiempo mediano cuando las resolvió el gobierno: { $hours } h
rates-three =
    · Hubo contacto: { $contacted_rate }
    · Resueltas: { $solved_rate }
    · Satisfacción: { $satisfied_rate }
    · Sin respuesta de quien pidió ayuda: { $silent } de { $done }
share = { $percent } % ({ $yes } de { $of })
share-sure = { $percent } % ({ $yes } de { $of }; lo real está probablemente entre { $low } y { $high } %)
share-few = { $yes } de { $of } (muy pocas respuestas para un porcentaje)
share-none = todavía sin respuestas
odd =
    {""}
    Conviene mirarlo
odd-at-once = · { $by }: una sola persona cerró { $count } solicitudes en diez minutos
odd-copied = · { $by }: una sola persona cerró { $count } solicitudes con exactamente las mismas palabras
odd-reopened = · { $by }: { $count } veces se dijo “no está resuelta” menos de un día después de darla por resuelta
stats =
    Los últimos 30 días. Dadas por resueltas: { $done }
    { $lines }
stats-own =
    Su organización en los últimos 30 días. Dadas por resueltas: { $done }
    { $lines }
stats-none = En los últimos 30 días no se dio nada por resuelto, así que aún no hay nada que contar. En cuanto lo haya, lo verá aquí.
stats-by = · { $by }: { stats-shares }
stats-category = · { $category }: { stats-shares }
stats-area = · { $area }: { stats-shares }
stats-nowhere = · sin lugar indicado: { stats-shares }
stats-shares =
    dadas por resueltas { $done }, sin respuesta { $silent }
    – hubo contacto: { $contacted_rate }
    – resueltas: { $solved_rate }
    – satisfacción: { $satisfied_rate }
tap-stats = Cifras
tap-by-responder = Por organización
tap-by-category = Por tipo
tap-by-area = Por zona

## Lo mismo que otra, y partes

same-others =
    { $count ->
        [1] Una persona del barrio ya me avisó
       *[other] { $count } personas del barrio ya me avisaron
    } de algo parecido ({ $opened }): { $ref }, { $category }
    Dónde: { $spot }
    A cargo: { $by }
    ¿Es lo mismo? Si no me dice nada en cinco minutos, abro una solicitud aparte para usted.
same-own =
    Ya me avisó de algo parecido ({ $opened }): { $ref }, { $category }
    Dónde: { $spot }
    ¿Es lo mismo? Entonces añado allí lo que acaba de escribir. Si no me dice nada en cinco minutos, abro una solicitud nueva.
same-gone = Esa pregunta ya no está abierta. Escriba “mis solicitudes” para ver cómo va todo.
tap-same = Sí, quiero seguirla
tap-same-own = Sí, añádalo allí
tap-not-same = No, es otra cosa
twin-hint =
    { $ref } podría ser lo mismo que otra solicitud. Si lo es, un toque las une.
    { $number } · { $category } · { $spot }
merge-which = ¿Cuál de estas es lo mismo que { $ref }?
merge-none = No veo otra solicitud abierta que sea lo mismo que { $ref }.
merge-same = { $ref } y { $number } ya son una sola.
merge-parts = { $ref } tiene partes abiertas; todavía no se puede unir a otra solicitud.
merge-never = { $ref } no se puede unir a esa: las partes y las peticiones privadas van por separado.
merged = Unidas: { $ref } queda unida a { $number }, y quien la hizo recibirá las novedades de esa.
merge-words = { $number } contaba lo mismo y ahora está unida a { $ref }: “{ $text }”
owner-merged = { $ref } era lo mismo que { $number } y se ha unido a ella: en { $ref } no queda nada por hacer.
ticket-merged =
    Alguien nos había avisado ya de lo mismo: su solicitud { $ref } ({ $category }) queda unida a { $number }. Desde ahora le cuento cada paso de esa.
    Ahora: { $state }, en manos de { $by }
unmerged = { $ref } vuelve a ir por separado y pasa a quien se encarga.
unmerge-not = { $ref } no está unida a ninguna otra solicitud.
unmerge-told = { $number } ya no está unida a { $ref }; sigue por separado.
ticket-unmerged = Su solicitud { $ref } ({ $category }) vuelve a ir por separado. { $why }
split-which = ¿Qué parte de { $ref } corresponde a otros? El texto, el lugar y las fotos van con ella.
split-most = { $ref } ya tiene diez partes; no caben más.
split-part = { $ref } ya es parte de otra solicitud y no se puede dividir más.
split-done = Listo: { $number } ({ $category }) es ahora parte de { $ref } y pasa a quien se encarga. ¿Hay algo más?
part-opened = Para { $number } he pedido ayuda también a otros: { $ref } ({ $category }). { $why }
part-done = Una parte de { $number } está hecha, según { $by }: { $ref } ({ $category })
parts-open =
    { $ref } tiene partes abiertas; todavía no se puede terminar:
    { $lines }
parts-done = Todas las partes de { $ref } ({ $category }) han terminado. Si no queda nada por hacer, termínela, por favor.
event-unmerge = de nuevo por separado { $at }
event-parts_done = todas las partes terminadas { $at }
tap-merge = Unir
tap-merge-ref = Unir con { $number }
tap-unmerge = No es lo mismo
tap-split = Dividir
tap-also = Además: { $category }

## Lo que espera una decisión

triage-line = { $ref } · { $category } · { $spot } · { $urgency } · { $why }
why-assigned = La coordinación ha pedido que se encargue: { $responder }.
why-assigned-volunteers = La coordinación ha preguntado al voluntariado de la zona.
why-back = No ha podido encargarse: { $responder }. La coordinación decide de nuevo.
why-back-volunteers = Nadie del voluntariado ha podido, así que la coordinación decide de nuevo.
why-doubted = Hay dudas de que sea cosa de la ciudad: { $reason } (según { $responder }). La coordinación lo mira.
why-no-place = Todavía no se sabe dónde es, así que primero lo mira la coordinación.
why-hands = Ya ha pasado por { $count } manos, así que ahora decide la coordinación.
why-nobody-left = Ya se ha preguntado a quien se podía, así que ahora decide la coordinación.
why-no-rule = La ciudad todavía no ha dicho quién se encarga de esto, así que decide la coordinación.
why-unclear = No lo entendí dos veces seguidas, así que lo lee una persona.
why-unread = No pude leerlo a tiempo, así que lo lee una persona.
why-appealed = Reclamación: se pide que se mire otra vez. Se denegó por este motivo: { $reason }
why-refused = La ciudad no puede encargarse. El motivo: { $reason }
why-refused-again = Se ha mirado otra vez y la ciudad sigue sin poder encargarse. El motivo: { $reason }
pictures = { $count ->
    [one] Una foto
   *[other] { $count } fotos
}
assign-whom = ¿Quién debería encargarse de { $ref } ({ $category })? Los más indicados van primero.
assigned = { $ref } ya está en manos de { $by }. Se lo he contado a quien hizo la solicitud.
refuse-why = ¿Por qué no es { $ref } cosa de la ciudad? Quien hizo la solicitud lee el motivo y puede pedir una vez que se mire de nuevo.
refused = { $ref } queda denegada: { $reason }. Se lo he contado a quien hizo la solicitud.
ticket-refused =
    Lo siento, la ciudad no puede encargarse de { $ref } ({ $category }). El motivo: { $reason }.
    Si no está de acuerdo, toque abajo y la coordinación lo mira otra vez.
ticket-refused-again =
    Lo siento. La coordinación ha mirado otra vez { $ref } ({ $category }) y la ciudad sigue sin poder encargarse. El motivo: { $reason }.
    Aquí esto es definitivo. Si quiere quejarse ante una persona, toque abajo o escriba “quiero hablar con una persona”.
filed-refused =
    { $ref } ({ $category }), que usted anotó, se ha denegado. El motivo: { $reason }. Dígaselo a la persona, por favor.
    Si no está de acuerdo, pregunte cómo va { $ref } y toque “No estoy de acuerdo”: la coordinación lo mira otra vez.
filed-refused-again = { $ref } ({ $category }), que usted anotó, se ha mirado otra vez y sigue denegada. El motivo: { $reason }. Dígaselo a la persona, por favor; si quiere quejarse, puede hablar aquí con una persona.
status-refused =
    { $ref }: { $category }
    Lugar: { $spot }
    Ahora: { $state }
    { $why }
    Lo último: { $last }
appealed = Gracias por decírmelo. La coordinación mira otra vez { $ref } y decide a más tardar { $answer_by }. Se lo cuento aquí.
appeal-over = { $ref } ya se miró otra vez, y esa decisión fue definitiva. Si quiere quejarse, escriba “quiero hablar con una persona”.
tap-assign = Asignar
tap-refuse = Denegar
tap-appeal = No estoy de acuerdo
event-assign = asignada por la coordinación { $at }
event-appeal = se pidió mirarla otra vez { $at }
rule-broken =
    Una regla de la ciudad no puede funcionar: { $category }, { $spot }
    { $lines }
    Las solicitudes siguen sin ella. Avise, por favor, a quien cuida los datos de la ciudad.
rule-gone = · Habría que preguntar a { $responder }, pero no existe esa organización.
rule-shut = · Habría que preguntar a { $responder }, pero no abre nunca.
rule-nobody = · No hay nadie en ningún escalón.

## Equipo: varias funciones, invitar, entrar, salir

welcome-many =
    ¡Hola, y qué bien tenerle aquí por { $city }! Usted tiene varias funciones:
    { $lines }
help-many =
    Esto es lo que puede hacer aquí:
    { $lines }
    Si necesita algo para usted, dígamelo también.
can-volunteer = · En el voluntariado: “tareas” muestra las que están libres; con “mis horarios” cambia cuándo le pregunto.
can-responder = · Por su organización: “pendientes” muestra sus solicitudes, cada una con sus botones.
can-coordinator = · En la coordinación: “pendientes” espera sus decisiones, “equipo” muestra quién participa, “invitar” da entrada a alguien.

as-volunteer = voluntariado
as-newcomer = voluntariado, sin visto bueno todavía
as-responder = personal de { $responder }
as-worker = { $responder }, para { $area }
as-coordinator = coordinación
by-person = { $name }

invite-whom = ¿A quién quiere invitar?
invite-which = ¿Para qué organización? Tóquela o escriba su nombre.
invite-made =
    Aquí tiene una invitación para una sola persona: { $what }
    { $lines }
    También puede enviarme este código: { $code }
    Sirve una vez, hasta { $until }. Quien la tenga puede entrar, así que envíela solo a esa persona.
invite-link = { $link }
invite-used = { $name } usó su invitación y ya está con nosotros: { $what }
joined-worker = Desde ahora cuida de esta zona: { $area } ({ $responder }). Lo que se pida allí le llega aquí; escriba “pendientes” para ver lo que ya espera.
code-which = Envíeme el código tal como está escrito, por favor.
code-used-by-you = Ya usó esta invitación y funcionó. No hay nada más que hacer.
code-too-late = Esta invitación ha caducado: valía siete días. Pida una nueva, por favor.

skills-which =
    ¿En qué podría ayudar? Toque todo lo que encaje y después “Eso es todo”.
    { $lines }
area-which = ¿Dónde le gustaría ayudar? Toque un distrito, escriba un lugar o envíe su ubicación.
area-unknown = No lo encuentro en el mapa. Toque un distrito, o escriba una calle o un residencial.
join-asked =
    ¡Gracias por querer ayudar! Esto es lo que he anotado:
    { $lines }
    La coordinación lo verá pronto. Hasta entonces le aviso de tareas que no sean en casa de nadie.
join-waits = Ya está en la lista, y la coordinación lo verá pronto. ¿Quiere cambiar algo?
joined-already = Ya forma parte del voluntariado, y nos alegra mucho. ¿Quiere cambiar cuándo y dónde ayuda?
join-offer =
    { $name } quiere ayudar:
    { $lines }
    ¿Le damos la bienvenida? Hasta que diga que sí, solo recibe tareas sin dirección privada.
join-not-now = Gracias por ofrecer su ayuda. Ahora mismo hay manos suficientes, así que no le escribiré sobre tareas. Más adelante puede volver a preguntar con toda confianza.
vet-done = { $name } ya forma parte del voluntariado y lo sabe.
vet-not-now = De acuerdo. { $name } ya sabe, con buenas palabras, que por ahora no es posible.
vet-done-already = { $name } ya tiene respuesta, así que no queda nada por hacer.
not-vetted = { $ref } es en casa de alguien, así que va a personas voluntarias que la coordinación conoce. En cuanto sea una de ellas, podrá tomar también esas tareas.

availability-noted =
    Anotado. Así le pregunto:
    { $lines }
    ¿Hay algo distinto? Tóquelo o dígamelo.
availability-which =
    Así le pregunto ahora:
    { $lines }
    ¿Qué cambio? Tóquelo o dígamelo, por ejemplo “por las tardes desde las 6” o “los lunes no”.
free-which = ¿Cuándo puedo preguntarle? Toque una opción o escriba algo como “los sábados de 10 a 2”. Si hay peligro, pregunto a cualquier hora.
pause-which = ¿Cuánto tiempo le dejo descansar? También puede escribir “hasta el viernes”.
free-always = · a cualquier hora
free-daily = · todos los días { $clock }
free-day = · { $first } { $clock }
free-days = · de { $first } a { $last } { $clock }
free-in = · zona: { $area }
free-anywhere = · en toda la ciudad
free-skill = · { $skill }
free-paused = · en pausa hasta { $until }

people =
    Con una función aquí: { $count }
    { $lines }
person-line = { $number } · { $name } · { $what } · desde { $at }
person-line-by = { $number } · { $name } · { $what } · desde { $at } · invitación de { $by }
remove-sure = ¿De verdad? Terminaría esta función de { $name }: { $what }. Lo que tenga en sus manos pasa enseguida a otras personas.
removed = Hecho. Ha terminado esta función de { $name }: { $what }. { $count ->
        [0] No tenía nada en sus manos.
        [one] Una solicitud ha pasado a otras manos.
       *[other] { $count } solicitudes han pasado a otras manos.
    }
role-ended = Su función aquí ha terminado: { $what }. Gracias por todo lo que hizo. { $count ->
        [0] No le queda nada por hacer.
       *[other] Otras personas siguen con lo que tenía en sus manos.
    }
role-gone = Esa función ya había terminado, así que no queda nada por hacer.
last-coordinator = Es la última persona de la coordinación. Alguien tiene que decidir y dar entrada, así que invite antes a otra, por favor.
leave-sure = ¿De verdad quiere dejarlo ({ $what })?{ $count ->
        [0] {""}
       *[other] {" "}Lo que tiene en sus manos pasa a otras personas.
    }
leave-which = ¿Qué quiere dejar?
leave-nothing = Aquí no tiene ninguna función que dejar. Sigo ocupándome de lo que me pida.
role-left = Hecho, ha terminado esta función suya: { $what }. ¡Gracias por el tiempo que dio!{ $count ->
        [0] {""}
       *[other] {" "}Otras personas siguen con lo que tenía en sus manos.
    } Si quiere volver, escriba “quiero ayudar”.
why-left = La persona que la tenía ha dejado el equipo.
ticket-colleague = { $ref } ({ $category }) cambia de persona: otra sigue con ella, todavía en manos de { $by }. Usted no tiene que hacer nada.

tap-people = Equipo
tap-invite = Invitar
tap-join = Unirme al voluntariado
tap-availability = Cuándo y dónde ayudo
tap-as-volunteer = Voluntariado
tap-as-responder = Personal de organización
tap-as-coordinator = Coordinación
tap-responder = { $responder }
tap-next-ones = Más
tap-skill = { $skill }
tap-skill-held = ✓ { $skill }
tap-that-is-all = Eso es todo
tap-anywhere = Toda la ciudad
tap-area = { $area }
tap-vet = Dar la bienvenida
tap-vet-not-now = Ahora no
tap-vet-name = Dar entrada: { $name }
tap-hours = Mis horarios
tap-areas = Dónde
tap-areas-more = Otra zona más
tap-skills = Qué sé hacer
tap-pause = Pausa
tap-pause-over = Terminar la pausa
tap-free-evenings = Tardes y noches
tap-free-daytime = De día
tap-free-weekends = Fines de semana
tap-free-both = Tardes y fin de semana
tap-free-always = A cualquier hora
tap-pause-1 = Hoy
tap-pause-7 = Una semana
tap-pause-30 = Un mes
tap-remove = Dar de baja { $number }: { $name }
tap-remove-yes = Sí, terminar la función
tap-leave = { $what }
tap-leave-yes = Sí, quiero dejarlo

print-title = Le invitamos a participar
print-how = Apunte con la cámara del teléfono al cuadrado y toque lo que aparezca; lo demás ocurre en el chat.
print-code = O escriba este código al bot: { $code }
print-until = Para una sola persona, hasta { $until }.
