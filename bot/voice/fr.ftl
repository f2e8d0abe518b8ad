# Français. Court, chaleureux, simple ; chaque message dit ce qui vient ensuite.

## Accueil et aide

welcome-resident =
    Bonjour ! Dites-moi avec vos mots ce qui ne va pas ou ce dont vous avez besoin à { $city }. Par exemple : « Le lampadaire du 12, rue des Chênes est éteint depuis trois jours. »
    Je trouve qui peut s’en charger et je vous tiens au courant à chaque étape.
welcome-volunteer = Bonjour, et merci de votre aide à { $city } ! Écrivez « missions » pour voir ce qui est libre en ce moment. Dès qu’il y a du nouveau, je vous écris.
welcome-responder = Bonjour ! Les nouvelles demandes arrivent ici, avec des boutons. Écrivez « à traiter » pour voir celles que vous avez en cours. Pour dire quelque chose sur une demande, répondez simplement à son message.
welcome-coordinator = Bonjour ! Écrivez « à traiter » pour voir ce qui attend votre décision, ou « bilan » pour voir où en est la ville.
help-resident =
    Écrivez ce qui ne va pas ou ce dont vous avez besoin : j’ouvre une demande et je la confie aux bonnes personnes. Une photo ou votre position m’aide.

    Vous pouvez aussi écrire :
    · « où en est ma demande ? » ou « mes demandes »
    · « annuler » ou « ce n’est pas réglé »
    · « je veux parler à quelqu’un »
    · « je veux être bénévole »
    · « English » ou « 中文 » pour changer de langue
help-volunteer =
    Écrivez « missions » pour voir ce qui est libre, et prenez-en une avec son bouton. Elle est alors à vous, et à personne d’autre.
    Écrivez « c’est fait » pour la terminer, « je ne peux plus » pour la rendre, « mes horaires » pour changer quand et où je vous sollicite.
    Si vous avez vous-même besoin de quelque chose, dites-le-moi.
help-responder =
    Écrivez « à traiter » pour voir vos demandes. Chacune a ses boutons : « Accepter », « Pas pour nous », « Poser une question », « C’est fait ».
    Vous pouvez aussi répondre avec vos mots au message d’une demande : « on arrive », « quelle entrée ? », « réparé ».
    Écrivez « bilan » pour un résumé de la journée.
help-coordinator =
    Écrivez « à traiter » pour voir ce qui attend votre décision, ou « bilan » pour voir où en est la ville.
    « Accepter » vous confie une demande : vous pouvez alors poser une question, donner des nouvelles, la terminer ou la transmettre. « Changer le type » l’envoie aux bonnes personnes, « Confier » à qui vous choisissez, et « Refuser » met fin à ce qui ne relève pas de la ville.
    Écrivez « équipe » pour voir qui participe, « inviter » pour faire venir quelqu’un.
goodbye = Prenez soin de vous ! Écrivez-moi dès que vous avez besoin de quelque chose.
thanks-back = Avec plaisir ! Écrivez-moi s’il y a autre chose.
chitchat = Je suis un assistant de la ville : pas très bavard, mais doué pour les lampadaires en panne. Que puis-je faire avancer pour vous ?
out-of-scope = Là, je ne peux malheureusement pas vous aider. Je sais signaler ce qui est cassé, trouver de l’aide dans le voisinage et vous dire où en sont vos demandes.
privacy =
    Je garde ce que vous m’envoyez et vos demandes, pour que les choses avancent.
    La personne qui traite une demande en voit le texte, les photos et le lieu, mais ni votre nom ni votre compte.
    Quand quelqu’un a besoin d’aide à domicile, seule la personne qui prend la mission voit l’adresse exacte.
    Je garde les messages { $messages_for }, les photos { $photos_for } après la fin d’une demande, et votre identité { $people_for } après votre dernier message.
    Vous pouvez recevoir une copie de tout cela, ou me demander de vous oublier, quand vous voulez.
comes-later = Je ne sais pas encore faire cela ; c’est en préparation. Si cela ne peut pas attendre, je peux appeler quelqu’un.
joined-volunteer = Bienvenue parmi les bénévoles ! Quand quelqu’un aura besoin d’aide, je vous écrirai. Écrivez « missions » pour voir ce qui est libre en ce moment.
joined-responder = Vous faites désormais partie de l’équipe « { $responder } ». Les nouvelles demandes arrivent ici ; écrivez « à traiter » pour voir celles qui y sont déjà.
joined-coordinator = Vous faites désormais partie de la coordination. Écrivez « à traiter » pour voir ce qui attend votre décision, ou « bilan » pour voir où en est la ville.
code-unknown = Cette invitation ne fonctionne pas : elle a déjà servi ou elle est trop ancienne. Demandez-en une nouvelle.

## Ce qui n’a pas été compris

empty-message = Ce message ne contenait pas de texte. Écrivez simplement ce qui ne va pas ou ce dont vous avez besoin.
only-emoji = C’est noté ! S’il faut faire quelque chose, dites-le-moi en quelques mots.
too-long = C’était long. Je lis { NUMBER($limit) } caractères à la fois, j’ai donc pris le début. Si quelque chose d’important venait après, renvoyez-le séparément.
slash-order = Parmi les commandes avec « / », je ne connais que celles du menu. Écrivez simplement avec vos mots.
tap-unknown = Ce bouton ne fonctionne plus. Écrivez simplement ce que vous souhaitez faire.
unsupported = Je ne sais pas encore lire ce genre de message. Écrivez-le, ou envoyez une photo.
bad-photo = Je n’arrive pas à ouvrir cette image. Envoyez-la comme une photo ordinaire (JPEG ou PNG).
photo-too-large = Cette photo est trop lourde. Envoyez-en une plus petite (10 Mo au plus).
photo-lost = Votre photo n’est pas arrivée. Envoyez-la encore une fois, s’il vous plaît.
language-not-spoken = Je ne parle pas encore cette langue, mais je parle français.
not-understood = Pardon, je n’ai pas bien compris. Pouvez-vous le dire autrement ? Si un bouton ci-dessous convient, appuyez dessus.
kept = Un instant, s’il vous plaît. Votre message est bien gardé et la réponse arrivera ici d’elle-même ; inutile de le renvoyer.
language-which = Quelle langue souhaitez-vous parler ?
language-set = Très bien, nous parlons français à partir de maintenant.
stopped = Très bien, on laisse cela de côté. Écrivez-moi dès que vous avez besoin de quelque chose.

## Danger

emergency =
    Si quelqu’un est en danger, appelez tout de suite :
    { $numbers }
    Mettez-vous d’abord à l’abri, n’attendez pas de réponse ici. Je traite votre message en urgence.
care =
    Merci de m’avoir écrit. Vous n’avez pas à affronter cela sans aide. Quelqu’un est là pour vous écouter, dès maintenant :
    { $numbers }
    Si vous préférez que quelqu’un de chez nous vous écrive ici, dites-moi « je veux parler à quelqu’un ».
emergency-number = { $number } · { $name }

## Questions

ask-category = De quoi s’agit-il ? Un mot ou deux suffisent.
ask-which-kind = Pour que votre demande arrive tout de suite au bon endroit : de quoi s’agit-il surtout ? Appuyez sur un bouton ou dites-m’en un peu plus.
ask-place = Où est-ce ? Écrivez l’adresse ou ce qu’il y a à côté, ou envoyez votre position.
ask-place-again = Je ne trouve pas cela sur la carte. Y a-t-il une rue, une résidence ou un lieu connu à côté ? Vous pouvez aussi envoyer votre position. Ce que vous écrirez maintenant, je le transmettrai tel quel.
place-which = Plusieurs lieux portent ce nom. Duquel s’agit-il ?
place-outside = Ce lieu est en dehors de { $city }, je ne peux donc rien y faire. De quel lieu de la ville parlez-vous ?
place-kept = C’est noté : { $spot }. Qu’est-ce qui ne va pas à cet endroit, ou de quoi avez-vous besoin ?
photo-kept = J’ai bien reçu la photo. Que montre-t-elle, et où est-ce ?
ask-words = { $verb ->
    [add_note] Que souhaitez-vous ajouter ?
    [answer] Écrivez votre réponse, je la transmets.
    [ask_resident] Que souhaitez-vous demander ? Je transmets la question à la personne concernée.
    [progress] Où en êtes-vous ? Je préviens la personne concernée.
    [decline] Pourquoi quelqu’un d’autre devrait-il s’en charger ? Une phrase suffit.
    [follow_ticket] De quelle demande s’agit-il ? Écrivez son numéro, par exemple K7Q-4M2. Si vous n’en avez pas, dites-moi simplement ce qui ne va pas, et où.
    [file_words] Que faut-il écrire à la place ?
   *[other] Dites-le-moi en une phrase.
}
words-missing = Ce message ne contenait pas de texte. Dites-le-moi en une phrase.

## Demandes : à qui les a faites

ticket-opened =
    La demande { $ref } est ouverte : { $category }
    Où : { $spot }
    { $behalf }
    { $why }
    Quand : réponse au plus tard { $answer_by }, et solution prévue au plus tard { $due }.
ticket-moved = { $ref } ({ $category }) change de mains. { $why }
ticket-accepted =
    Bonne nouvelle : { $ref } ({ $category }) est prise en charge.
    Par : { $by }
    Échéance : { $due }
ticket-claimed = Bonne nouvelle : { $by } s’occupe de { $ref } ({ $category }). S’il faut en savoir plus, la question vous sera posée ici.
ticket-back = Finalement, la personne bénévole prévue pour { $ref } ({ $category }) ne pourra pas venir. Je cherche quelqu’un d’autre et je vous préviens dès que j’ai trouvé.
ticket-progress =
    Du nouveau sur { $ref } ({ $category }) :
    « { $note } »
    De la part de : { $by }
ticket-asked =
    Une question sur { $ref } ({ $category }) :
    « { $question } »
    De la part de : { $by }
    Appuyez sur « Répondre », ou écrivez simplement ici.
ticket-resolved =
    { $ref } ({ $category }) est déclarée terminée.
    Par : { $by }
    Où : { $spot }
    Est-ce réglé ?
ticket-resolved-words =
    { $ref } ({ $category }) est déclarée terminée : « { $note } »
    Par : { $by }
    Où : { $spot }
    Est-ce réglé ?
ticket-reopened = Merci de me l’avoir dit. La demande { $ref } ({ $category }) est rouverte, un échelon plus haut. { $why }
ticket-late =
    { $ref } ({ $category }) prend plus de temps que promis. Toutes mes excuses.
    Rappel envoyé à : { $by }
    Je garde un œil dessus jusqu’à ce que ce soit fait.
ticket-closed-quietly = Sans nouvelles de votre part, je ferme la demande { $ref } ({ $category }). Si le problème est toujours là, écrivez « ce n’est pas réglé » et je la rouvre.
ticket-cancelled = La demande { $ref } ({ $category }) est annulée. Merci de l’avoir dit : cela évite à quelqu’un de se déplacer pour rien.
ticket-undone = C’est annulé : la demande { $ref } est retirée, et personne ne se déplacera.
ticket-line = { $ref } · { $category } · { $spot } · { $state }
queue-line = { $ref } · { $category } · { $spot } · { $urgency } · { $state } · échéance : { $due }
place-changed =
    C’est corrigé. Le lieu de { $ref } est maintenant : { $spot }
    { $why }
kind-changed =
    C’est corrigé. { $ref } concerne maintenant : { $category }
    { $why }
kind-changed-by-staff = { $ref } concerne maintenant « { $category } » et passe aux bonnes personnes.
which-kind = De quoi s’agit-il pour { $ref } ?
status =
    { $ref } : { $category }
    Où : { $spot }
    { $behalf }
    État : { $state }
    Responsable : { $by }
    Dernière étape : { $last }
    Échéance : { $due }
status-end =
    { $ref } : { $category }
    Où : { $spot }
    État : { $state }
    Dernière étape : { $last }
tickets =
    Vos demandes :
    { $lines }
tickets-followed = Vous suivez :
no-tickets = Vous n’avez pas encore de demande. Écrivez simplement ce qui ne va pas ou ce dont vous avez besoin.
note-added = C’est ajouté à { $ref }, merci.
answer-passed = Merci. J’ai transmis votre réponse, et le travail sur { $ref } continue.
person-called = J’ai demandé à quelqu’un de regarder. Vous aurez une réponse ici, en général en moins de quatre heures. Votre demande porte le numéro { $ref }.
person-called-already = Quelqu’un s’en occupe déjà et vous répondra ici. Votre demande porte le numéro { $ref }.
rate-solved = { $ref } ({ $category }) : est-ce réglé ?
rate-contacted = Tant mieux ! Quelqu’un a-t-il pris contact avec vous au sujet de { $ref } pendant ce temps ?
rate-stars = Quelle note donnez-vous à la façon dont { $ref } a été traitée ? 1 : pas du tout satisfaisant, 5 : très satisfaisant.
rate-thanks = Merci ! Vos réponses montrent à tout le monde ce qui marche et ce qui ne marche pas encore.

## Pourquoi

why-nearest = Responsable : { $responder } ({ $area }).
why-responsible = Responsable : { $responder }.
why-free = Responsable : { $responder }. Débordé en ce moment : { $nearer }.
why-answers = Responsable : { $responder }, qui répond en général plus vite. Plus proche, mais rarement disponible : { $nearer }.
why-open = Responsable : { $responder }. Fermé en ce moment : { $nearer }.
why-volunteers = Des bénévoles à proximité peuvent aider au plus vite : je leur pose la question tout de suite.
why-last = Responsable en dernier recours, à présent : { $responder }.
why-coordinator = La coordination décide à qui la confier.
why-asked-for-person = Il a été demandé de parler à quelqu’un.
why-declined = Transmise par : { $responder }.
why-no-answer = Il n’y a pas eu de réponse à temps.

## Mains et lieux

by-responder = { $responder }
by-volunteer = { $name } (bénévole)
by-neighbour = une personne bénévole
by-volunteers = l’équipe de bénévoles
by-coordinator = la coordination
spot-both = { $place } ({ $area })
spot-place = { $place }
spot-area = { $area }
spot-none = lieu non précisé

## Aux organisations

offer-responder =
    Nouvelle demande { $ref } : { $category }
    Où : { $spot }
    Priorité : { $urgency }
    « { $text } »
    { $details }
    { $behalf }
    { $following }
    { $why }
    Répondez au plus tard { $answer_by }, s’il vous plaît.
offer-coordinator =
    À vous de décider. { $ref } : { $category }
    Où : { $spot }
    Priorité : { $urgency }
    « { $text } »
    { $details }
    { $behalf }
    { $following }
    { $why }
    Décidez au plus tard { $answer_by }, s’il vous plaît.
alert-emergency =
    VIE EN DANGER ! { $ref } : { $category }
    Où : { $spot }
    « { $text } »
    { $details }
    { $behalf }
    Responsable : { $by }
    Assurez-vous que les secours sont en route.
accepted-yours =
    { $ref } est à vous : { $category }
    Où : { $spot }
    Échéance : { $due }
    { $details }
    La personne qui a fait la demande est prévenue.
accepted-already = { $ref } est déjà à vous.
decline-why = Pourquoi quelqu’un d’autre devrait-il se charger de { $ref } ? Je la transmets aussitôt.
declined = Merci. J’ai transmis { $ref }.
cannot-decline = Votre service est le dernier recours pour { $ref } : après vous, il n’y a personne, elle ne peut donc pas être refusée. S’il le faut, acceptez-la d’abord, puis transmettez-la.
asked = J’ai posé la question. { $ref } attend la réponse, deux jours au plus.
answer-came = La réponse est arrivée pour { $ref } : « { $note } »
answer-missing = Votre question sur { $ref } est restée sans réponse. Poursuivez avec ce que vous savez.
progress-told = J’ai prévenu la personne qui a fait la demande { $ref }.
resolved = Merci ! Je demande à la personne concernée si { $ref } est bien réglée.
note-new = Du nouveau sur { $ref } : « { $note } »
note-photo = Une photo a été ajoutée à { $ref }.
owner-changed =
    La demande { $ref } a été corrigée : { $category }
    Où : { $spot }
    Elle reste chez vous.
owner-cancelled = La demande { $ref } ({ $category }) a été annulée par la personne qui l’avait faite. Il n’y a plus rien à faire ; inutile de vous déplacer.
owner-reopened = La personne concernée dit que { $ref } n’est pas réglée. La demande monte d’un échelon ; vous n’avez plus rien à faire.
owner-confirmed = La personne concernée confirme que { $ref } est réglée. Merci !
owner-word =
    La personne qui a fait la demande { $ref } ({ $category }) ne sait pas encore où vous en êtes. Un mot suffit.
    Où : { $spot }
owner-soon =
    { $ref } ({ $category }) devrait être réglée avant : { $due }. Si ce n’est pas possible, prévenez la personne concernée, s’il vous plaît.
    Où : { $spot }
owner-late =
    { $ref } ({ $category }) est en retard. Dites où vous en êtes à la personne concernée, s’il vous plaît.
    Où : { $spot }
late-alert =
    { $ref } ({ $category }) est en retard.
    Responsable : { $by }
    Où : { $spot }
triage-waits =
    { $ref } ({ $category }) attend toujours votre décision.
    { $why }
queue =
    Chez vous en ce moment : { $count }
    { $lines }
queue-empty = Rien ne vous attend. Bravo !
status-staff =
    { $ref } : { $category }
    Où : { $spot }
    Priorité : { $urgency }
    État : { $state }
    Échéance : { $due }
    « { $text } »
    { $pictures }
    { $details }
    { $behalf }
    { $following }
    { $why }

## Aux bénévoles

offer-volunteer =
    Quelqu’un a besoin d’aide. { $ref } : { $category }
    Où : { $spot }
    « { $text } »
    { $details }
    { $behalf }
    Pouvez-vous le faire ? Répondez au plus tard { $answer_by }, s’il vous plaît.
claim-yours =
    { $ref } est à vous : { $category }. Merci !
    Où : { $spot }
    « { $text } »
    { $details }
    { $behalf }
    Elle vous est réservée, personne d’autre n’ira. Fin de la réservation : { $until }. Appuyez sur « C’est fait » quand vous aurez terminé.
claim-taken = { $ref } est déjà prise. Merci d’avoir répondu présent !
claimed-already = { $ref } est déjà à vous.
claim-full = Vous avez déjà trois missions en cours. Terminez-en d’abord une, ou rendez-en une.
claim-instead = { $ref } est maintenant chez les bénévoles, vous n’avez donc rien à accepter.
own-ticket = { $ref } est votre propre demande, quelqu’un d’autre va donc s’en charger.
given-back = { $ref } est de nouveau libre. Merci de l’avoir dit à temps.
lease-ended = Votre délai pour { $ref } est écoulé, elle est donc de nouveau libre. Si vous y êtes encore, reprenez-la.
tasks =
    { $lines }
    { $count ->
        [0] Rien d’autre n’est libre en ce moment.
       *[other] Pour en prendre une, appuyez sur son bouton.
    }
task-line = { $ref } · { $category } · { $spot } · { $urgency }
task-line-yours = { $ref } · { $category } · { $spot } · à vous
no-tasks = Rien n’est libre en ce moment. Quand quelqu’un aura besoin d’aide, je vous écrirai.

## Refus

no-such-ticket = Je ne trouve pas de demande { $ref } parmi les vôtres. Vérifiez le numéro ; « mes demandes » les affiche.
nothing-there = { $verb ->
    [claim] Rien n’est libre en ce moment. Quand quelqu’un aura besoin d’aide, je vous écrirai.
   *[other] Je ne vois pas de quelle demande il s’agit. S’il y en a une, ajoutez son numéro.
}
which-ticket =
    Laquelle est-ce ?
    { $lines }
moved-on = { $ref } a changé de mains, vous n’avez donc plus rien à faire.
cannot-now = Demande { $ref } : { $state }. Cette action n’est donc pas possible pour l’instant.
not-for-role = Cette action est réservée { $role }. Pour en faire partie, écrivez « je veux parler à quelqu’un ».

## Bilan

digest =
    Situation : { $waiting } en attente{ $late ->
        [0] {""}
       *[other] , { $late } en retard
    }
    Nouvelles : { $new } · Réglées : { $solved }
    { $lines }
digest-quiet = Rien de nouveau, rien en attente, rien en retard. Une journée calme.
digest-by-category =
    {""}
    Par type
digest-by-area =
    {""}
    Par secteur
digest-category = · { $category } : { digest-counts }
digest-area = · { $area } : { digest-counts }
digest-nowhere = · lieu non précisé : { digest-counts }
digest-counts = { $waiting } en attente{ $late ->
        [0] {""}
       *[other] , { $late } en retard
    }{ $new ->
        [0] {""}
        [one] , { $new } nouvelle
       *[other] , { $new } nouvelles
    }{ $solved ->
        [0] {""}
        [one] , { $solved } réglée
       *[other] , { $solved } réglées
    }
digest-urgent =
    {""}
    Le plus urgent
digest-when = À quelle heure souhaitez-vous votre bilan quotidien ?
digest-set = Très bien. Votre bilan arrive chaque jour à { $hour } h ({ $zone }).
zone-unknown = Je ne connais pas le fuseau horaire « { $zone } ». Écrivez-le ainsi : Europe/Paris.

## Dernières étapes

event-offer = transmise { $at }
event-triage = transmise à la coordination { $at }
event-accept = prise en charge { $at }
event-claim = prise par une personne bénévole { $at }
event-decline = passée à d’autres { $at }
event-unanswered = sans réponse, donc transmise { $at }
event-give_back = rendue { $at }
event-lease_ended = de nouveau libre depuis { $at }
event-ask_resident = question posée { $at }
event-answer = réponse donnée { $at }
event-no_answer = poursuivie sans réponse depuis { $at }
event-progress = nouvelles reçues { $at }
event-resolve = déclarée terminée { $at }
event-close = fermée { $at }
event-reopen = rouverte { $at }
event-cancel_ticket = annulée { $at }
event-refuse = refusée { $at }
event-merge = regroupée avec une autre demande { $at }
event-change = corrigée { $at }
event-note = complétée { $at }
event-rate = notée { $at }
event-remind = rappel envoyé { $at }
event-late = rappel envoyé { $at }

## Codes

state-new = nouvelle
state-triage = en attente d’une décision
state-offered = en attente d’une prise en charge
state-accepted = prise en charge
state-in_progress = en cours
state-waiting_for_resident = en attente d’une réponse à la question posée
state-resolved = déclarée terminée
state-closed = fermée
state-cancelled = annulée
state-refused = refusée
state-merged = regroupée avec une autre demande
urgency-emergency = vie en danger
urgency-high = urgente
urgency-normal = normale
urgency-low = peut attendre
role-resident = à qui a fait la demande
role-volunteer = aux bénévoles
role-responder = au personnel d’une organisation
role-coordinator = à la coordination
kind-government = service public
kind-enterprise = entreprise
kind-ngo = association

## Heures

time-today = aujourd’hui à { $clock }
time-tomorrow = demain à { $clock }
time-yesterday = hier à { $clock }
time-weekday = { $weekday } à { $clock }
time-next-week = { $weekday } prochain à { $clock }
time-date = le { $day ->
        [1] 1er
       *[other] { $day }
    } { $month_name } à { $clock }
time-year = le { $day ->
        [1] 1er
       *[other] { $day }
    } { $month_name } { $year } à { $clock }
weekday-0 = lundi
weekday-1 = mardi
weekday-2 = mercredi
weekday-3 = jeudi
weekday-4 = vendredi
weekday-5 = samedi
weekday-6 = dimanche
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

## Boutons

tap-change-place = Changer le lieu
tap-place-of = C’est pour { $number }
tap-change-kind = Changer le type
tap-undo = Annuler
tap-add-note = Ajouter quelque chose
tap-cancel = Annuler la demande
tap-answer = Répondre
tap-solved = Oui, c’est réglé
tap-not-solved = Non, pas réglé
tap-reopen = Ce n’est pas réglé
tap-yes = Oui
tap-no = Non
tap-stars = { $count } ★
tap-accept = Accepter
tap-decline = Pas pour nous
tap-hand-on = Transmettre
tap-ask = Poser une question
tap-progress = Donner des nouvelles
tap-resolve = C’est fait
tap-reason = { $reason }
tap-other-reason = Autre raison
tap-claim = Je m’en occupe
tap-claim-ref = Je prends { $number }
tap-done = C’est fait
tap-give-back = Je ne peux plus
tap-ref = { $number }
tap-kind = { $category }
tap-person = Parler à quelqu’un
tap-queue = À traiter
tap-tasks = Missions
tap-digest = Bilan
tap-digest-time = Changer l’heure
tap-hour = { $hour } h
tap-my-tickets = Mes demandes
tap-language = 🌐 Langue / Language
tap-share-place = Envoyer ma position
tap-place = { $place }
tap-skip-place = Sans lieu
tap-stop = Laisser tomber

## Boutons sous ce qui n’a pas été compris : ce que cela a pu vouloir dire

tap-do-accept = Accepter une demande
tap-do-add_note = Compléter une demande
tap-do-ask_resident = Poser une question
tap-do-ask_status = Où en est une demande
tap-do-cancel_ticket = Annuler une demande
tap-do-change_kind = Changer le type
tap-do-change_place = Changer le lieu
tap-do-claim = Prendre une mission
tap-do-decline = Ce n’est pas pour nous
tap-do-digest_now = Voir le bilan
tap-do-done = Une mission est faite
tap-do-give_back = Rendre une mission
tap-do-help = Que puis-je demander ?
tap-do-list_tasks = Voir les missions libres
tap-do-list_tickets = Voir mes demandes
tap-do-privacy = Que devient ce que j’écris
tap-do-progress = Donner des nouvelles
tap-do-queue = Voir ce qui est à traiter
tap-do-rate = Donner mon avis
tap-do-reopen = Dire que ce n’est pas réglé
tap-do-resolve = Une demande est terminée
tap-do-set_language = Changer de langue
tap-do-talk_to_human = Parler à quelqu’un

## La page de discussion

page-language-name = Français
page-direction = ltr

page-title = Manyhands 众手
page-greeting = Que puis-je faire pour vous ?
page-lead = Dites-moi ce qui est cassé, ou qui a besoin d’aide. Je trouve la bonne personne au plus près, et je veille sur votre demande jusqu’à ce qu’elle soit réglée.
page-examples = Par où commencer ? Essayez une de ces phrases
page-examples-1 = Le lampadaire devant chez nous est éteint depuis trois jours
page-examples-2 = Ma mère s’est cassé la jambe. Quelqu’un peut-il lui apporter à déjeuner cette semaine ?
page-examples-3 = La salle de sport a fermé et il restait de l’argent sur ma carte
page-examples-4 = Mon permis de séjour expire bientôt. Comment le renouveler ?

page-placeholder = Écrivez de quoi il s’agit
page-send = Envoyer
page-photo = Ajouter une photo
page-photo-alt = Photo
page-photo-remove = Retirer la photo
page-photo-large = Cette photo est trop lourde. Choisissez-en une plus petite (10 Mo au plus).
page-pin = Envoyer ma position
page-place = Ma position
page-pin-finding = Recherche de votre position…
page-pin-denied = Votre navigateur ne nous a pas dit où vous êtes. Vous pouvez l’écrire : la rue et le numéro, ou ce qu’il y a à côté.

page-offline = Pas de connexion. Continuez d’écrire : l’envoi se fera dès que la connexion reviendra.
page-sending = Envoi…
page-not-sent = Pas encore envoyé
page-retry = Réessayer
page-typing = Manyhands écrit
page-new-message = Nouveau message

page-today = Aujourd’hui
page-yesterday = Hier
page-you = Vous
page-chosen = choisi
page-status = Où en est { $ref } ?
page-reply = Écrire au sujet de { $ref }
page-about = Au sujet de { $ref }
page-reply-drop = Pas sur cette demande

page-menu = Menu
page-my-tickets = Mes demandes
page-help = Que puis-je demander ?
page-language = Langue
page-privacy = Seules les personnes qui traitent votre demande voient ce que vous écrivez. N’envoyez ni mots de passe ni numéros de carte.
page-log = Conversation
page-to-box = Aller au champ de message

page-too-fast = C’était très rapide. Attendez un instant et réessayez.
page-too-long = C’est trop long pour un seul message. Envoyez-le en deux fois.
page-reload = Rechargez la page et réessayez.

## Le menu d’une messagerie

command-help = Ce que je sais faire
command-status = Mes demandes
command-tasks = Missions libres pour bénévoles
command-language = Langue / Language / 语言
command-stop = Laisser tomber ce qui est en cours

## Questions

faq = { $faq }
    Est-ce que cela vous aide ?
tap-faq-yes = Oui, merci
tap-faq-ticket = Non, posez la question
faq-which = J’ai peut-être une réponse. Est-ce l’une de ces questions ?
faq-unknown = Je n’ai pas de réponse toute prête. Je peux transmettre votre question à quelqu’un qui sait.
faq-glad = Parfait ! Écrivez-moi s’il y a autre chose.
tap-topic = { $topic }

## Groupes, messages modifiés, contacts

group-hello = Bonjour ! Mentionnez-moi, répondez-moi ou utilisez une commande, et je réponds ; je ne me mêle pas du reste. Si ce groupe est celui d’une organisation, quelqu’un de son équipe peut écrire /desk : les nouvelles demandes arriveront ici.
desk-opened = À partir de maintenant, les nouvelles demandes pour « { $responder } » arrivent dans ce groupe, une fois pour tout le monde. Qui appuie sur un bouton agit en son propre nom et continue dans sa propre discussion avec moi. « /desk off » met fin à cela.
desk-opened-volunteers = À partir de maintenant, quand quelqu’un a besoin d’aide, je le dis dans ce groupe. Qui appuie en premier prend la mission et reçoit le lieu exact dans sa propre discussion avec moi. « /desk off » met fin à cela.
desk-closed = Très bien : les nouvelles demandes n’arrivent plus dans ce groupe, mais de nouveau à chaque personne.
desk-which = Pour qui ce groupe doit-il recevoir les demandes ? Appuyez sur un bouton, ou écrivez /desk avec le nom court d’une organisation ou avec une invitation.
desk-none = Aucune demande n’arrive dans ce groupe, il n’y a donc rien à arrêter.
desk-only-in-group = C’est réservé aux groupes. Ajoutez-moi à un groupe et écrivez-y /desk.
desk-lost = Je ne peux plus écrire dans le groupe « { $name } », ses demandes arrivent donc de nouveau à chaque personne. Pour changer cela, laissez-moi revenir et écrivez-y /desk.
group-lost = Je ne peux plus écrire dans le groupe « { $name } ». Si vous y avez besoin de moi, laissez-moi revenir et permettez-moi d’envoyer des messages.
told-alone = Je vous ai répondu dans notre discussion privée.
open-me-first = Ouvrez d’abord une discussion avec moi : appuyez sur mon nom, puis sur « Démarrer ». Réessayez ensuite ici.
goes-on-alone = La suite est dans notre discussion privée.
reply-here = Répondez à ce message, s’il vous plaît.
tap-taken = { $name } s’en occupe
tap-taken-by-one = Déjà pris
tap-desk = { $responder }
tap-desk-volunteers = Les bénévoles
command-desk = Recevoir les demandes dans ce groupe

edit-note = Je lis un message dès qu’il arrive, { $ref } contient donc votre première version. Faut-il y ajouter le nouveau texte ?
edit-late = J’ai déjà lu votre première version et je poursuis avec elle. Si quelque chose d’important a changé, écrivez-le encore une fois.
tap-add-edit = Ajouter ce texte
no-contact = Je n’ai pas besoin de fiches de contact et je n’ai pas gardé celle-ci ; écrivez simplement de quoi il s’agit.

## Quelqu’un à qui parler

person-called-off-duty = Personne n’est de service en ce moment. La coordination revient { $at } ; je lui ai gardé vos mots dans la demande { $ref }, et la réponse arrivera ici.
relay-waiting =
    J’appelle { $by } pour vous. { $count ->
        [1] Vous êtes en tête de file.
       *[other] Vous êtes en position { $count } dans la file.
    } La réponse arrivera ici même.
    En attendant, vous pouvez continuer d’écrire : la personne qui répondra lira tout.
    Pour quitter la file, appuyez sur « Terminer » ou écrivez « au revoir ».
relay-waiting-urgent =
    J’appelle { $by } pour vous, tout de suite ; quelqu’un vous écrira ici. Vous pouvez continuer d’écrire : tout sera lu.
    Votre demande porte le numéro { $ref }.
relay-kept = C’est noté : la personne qui répondra le lira. { $count ->
        [1] Vous êtes en tête de file.
       *[other] Vous êtes en position { $count } dans la file.
    }
relay-next = Vous êtes maintenant en tête de file. Encore un petit instant.
relay-open =
    Vous parlez maintenant avec { $by }, qui a ce que vous avez écrit jusqu’ici. Vos messages lui arrivent directement.
    Pour mettre fin à l’échange, appuyez sur « Terminer » ou écrivez « au revoir ».
relay-going-on = Vous parlez déjà avec { $by } : vos messages lui arrivent directement.
relay-words = { $by } : { $text }
relay-danger =
    VIE EN DANGER ?
    { $by } : { $text }
relay-sent = À { $by }
relay-left = Très bien, vous avez quitté la file. { $last }
relay-ended = L’échange avec { $by } est terminé. { $last }
relay-ended-by =
    Échange terminé par { $by }.
    « { $text } »
    { $last }
relay-quiet = Plus de message depuis une demi-heure : j’ai fermé l’échange avec { $by }. { $last }
relay-one-tap = S’il reste quelque chose à faire, un bouton en fait une demande.
relay-goes-on = La suite se passe dans la demande { $ref }.
relay-nobody =
    Toutes mes excuses : personne n’a pu se libérer en un quart d’heure ; inutile d’attendre plus longtemps.
    J’ai gardé tout ce que vous avez écrit dans la demande { $ref }. Quelqu’un vous répondra ici au plus tard { $answer_by }.
relay-still-calling = J’appelle toujours, et quelqu’un va vous écrire ici. Si l’attente devient trop dure, appelez l’un des numéros que je vous ai envoyés : quelqu’un est là pour vous écouter, dès maintenant.
relay-over = Cet échange est terminé, votre message n’a donc pas été transmis. Si vous souhaitez reparler à quelqu’un, écrivez « je veux parler à quelqu’un ».
relay-closed = Cet échange est déjà terminé.
relay-none = Vous ne parlez avec personne en ce moment. Si vous le souhaitez, appuyez ci-dessous.
relay-ticket-already = C’est déjà la demande { $ref }.
relay-waits =
    { $by } souhaite parler à quelqu’un :
    « { $text } »
    Au sujet de : { $ref }
relay-waits-urgent =
    VIE EN DANGER ! { $by } a besoin de quelqu’un tout de suite :
    « { $text } »
    Demande : { $ref }
relay-waits-on = Encore en attente : { $count }. En tête de file : { $by }
relay-called = { $by } attendait pour parler à quelqu’un. { $last }
relay-has-it = Pris en charge par { $by }.
relay-gone = Cette personne n’attend plus.
relay-is-ticket = C’est maintenant la demande { $ref }.
relay-taken = Déjà pris en charge par { $by }. Merci d’avoir répondu présent !
relay-take-first = { $by } attend encore une réponse : votre message n’a donc pas été transmis. Appuyez sur « Je réponds », puis renvoyez-le.
relay-own = C’est votre propre appel, quelqu’un d’autre va donc le prendre.
relay-yours =
    Vous parlez maintenant avec { $by }. Vos messages lui arrivent directement ; les boutons et les commandes fonctionnent comme d’habitude.
    Si vous avez plusieurs échanges, répondez au message voulu. Pour mettre fin à celui-ci, appuyez sur « Terminer » ou écrivez /end.
relay-turned = Ce que vous écrivez va maintenant à { $by }.
relay-named = { $name } · { $number }
relay-neighbour = Contact n° { $number }
relay-somebody = la coordination
relay-somebody-says = La coordination
tap-take-relay = Je réponds
tap-end-relay = Terminer
tap-relay-ticket = En faire une demande
tap-relay-turn = Répondre

## Les droits de chaque personne

span-days = { $count ->
    [one] un jour
   *[other] { $count } jours
}
span-months = { $count ->
    [one] un mois
   *[other] { $count } mois
}
span-years = { $count ->
    [one] un an
   *[other] { $count } ans
}
tap-export = M’envoyer mes données
tap-forget = M’oublier
tap-do-export_data = Recevoir mes données
tap-do-forget_me = Supprimer mes données
export-started = Je rassemble tout ce que je garde à votre sujet. Le fichier arrivera ici de lui-même dans un instant.
export-ready = Voici tout ce que je garde à votre sujet. Commencez par « README.txt » à l’intérieur. Ma copie sera supprimée { $until }.
export-again = Vous l’avez demandé il y a moins d’une heure, voici donc de nouveau le même fichier.
export-underway = Votre fichier est encore en préparation. Il arrivera ici de lui-même.
export-readme =
    Tout ce que Manyhands 众手 garde à votre sujet, au { $date }.

    my-data.json : qui vous êtes pour nous et où nous vous joignons, ce que vous avez écrit et ce que nous avons répondu, vos demandes avec leur historique et vos avis, vos rôles, et ce qu’a noté la partie qui comprend vos phrases. N’importe quel éditeur de texte l’ouvre.
    pictures : les photos que vous avez envoyées.

    N’y figurent pas : l’identité des autres personnes et, si vous traitez les demandes d’autrui, ce que nous vous en avons dit.
    { $count ->
        [0] Aucune photo n’a dû être laissée de côté.
        [one] Une photo n’a pas pu entrer dans le fichier. Écrivez « je veux parler à quelqu’un » pour la recevoir aussi.
       *[other] { $count } photos n’ont pas pu entrer dans le fichier. Écrivez « je veux parler à quelqu’un » pour les recevoir aussi.
    }

    Si quelque chose est faux, écrivez-nous. Si vous souhaitez que nous vous oubliions, écrivez « supprimez mes données ».
file-over = Ce fichier n’est plus ici. Écrivez « envoyez-moi mes données », et j’en prépare un nouveau.
page-file = Télécharger
forget-sure =
    Dois-je vous oublier ? Vos messages, votre nom, votre compte et vos rôles seront supprimés, sans retour possible.
    Vos demandes restent, sans vous, pour que le travail continue. Les demandes d’aide à domicile encore ouvertes sont annulées, et vos missions en cours passent à d’autres.
tap-forget-sure = Oui, oubliez-moi
tap-forget-not = Non, gardez mes données
forgotten = C’est fait : je ne sais plus qui vous êtes. Si vous écrivez de nouveau, nous ferons connaissance comme au premier jour, et ce sera avec plaisir.
forgotten-before = C’était déjà fait ; il ne reste rien ici de cette époque.
resident-forgotten = La personne qui a signalé { $ref } a fait supprimer ses données, il n’y a donc plus personne à qui poser des questions. Poursuivez avec ce que vous savez.
talk-forgotten = La personne avec qui vous parliez a fait supprimer ses données, l’échange est donc terminé.
event-forget = données personnelles supprimées { $at }

## Ce qu’un type de demande veut savoir de plus

ask-detail = { $city_question }
ask-at-door = Quand on arrivera, comment prévenir la personne à l’intérieur ?
tap-detail = { $city_answer }
tap-skip = Passer
tap-door-ring = Sonner suffit
tap-door-knock = Frapper fort
tap-door-write = M’écrire d’abord
detail-line = { $city_question } { $city_answer }
detail-words = { $city_question } « { $note } »
detail-new =
    Du nouveau sur { $ref } ({ $category }) :
    { $details }
    Priorité : { $urgency }
door-ring = À la porte : sonnez, s’il vous plaît.
door-knock = À la porte : frappez fort, s’il vous plaît.
door-write = À la porte : avant de venir, écrivez à la personne qui a fait la demande.
door-words = À la porte : « { $note } »

## Pour quelqu’un d’autre

for-another = Bien sûr, { $meant }. Que se passe-t-il là-bas, et où est-ce ?
for-another-noted = C’est noté : { $meant }.
whom-own = pour votre { $whom }
whom-other = pour quelqu’un d’autre
behalf-own = Pour : votre { $whom }
behalf-own-other = Pour : quelqu’un d’autre
behalf-theirs = Demande faite pour quelqu’un d’autre. Lien avec la personne qui écrit : { $whom }.
behalf-other = Demande faite pour quelqu’un d’autre que la personne qui écrit.
whom-mother = mère
whom-father = père
whom-parents = famille (parents)
whom-grandmother = grand-mère
whom-grandfather = grand-père
whom-wife = femme
whom-husband = mari
whom-child = enfant
whom-sibling = frère ou sœur
whom-relative = famille
whom-neighbour = voisin ou voisine
whom-friend = ami ou amie
whom-colleague = collègue

## Noté par le personnel pour quelqu’un qui n’a pas de compte

file-go-ahead = Je vous écoute : que dit la personne ? Écrivez-le comme elle le dit.
file-read-back =
    Relisez ceci à la personne, s’il vous plaît :
    { $category }
    Où : { $spot }
    « { $text } »
    { $details }
    Priorité : { $urgency }
    { $behalf }
    Est-ce exact ? Rien ne part avant votre accord.
file-which-kind = De quoi s’agit-il ?
file-dropped = C’est abandonné. Rien n’a été gardé.
file-gone = Ce brouillon n’est plus là : il a été envoyé ou abandonné, ou il a plus d’un jour.
filed =
    À remettre à la personne :
    Demande { $ref } : { $category }
    Où : { $spot }
    { $why }
    Quand : réponse au plus tard { $answer_by }, et solution au plus tard { $due }.
    Pour savoir où cela en est, il suffit de donner ce numéro à quelqu’un de votre équipe. Les nouvelles vous arrivent ici ; faites-les suivre, s’il vous plaît.
filed-resolved =
    { $ref } ({ $category }), que vous aviez notée, est déclarée terminée. Prévenez la personne, s’il vous plaît.
    Par : { $by }
    Si elle dit que ce n’est pas réglé, appuyez sur « Ce n’est pas réglé » dans le suivi, ou écrivez « ce n’est pas réglé { $ref } ».
filed-closed = { $ref } ({ $category }), que vous aviez notée, est maintenant fermée.
source-walk_in = Noté au guichet par le personnel ; c’est le personnel qui reçoit vos questions.
source-phone = Noté au téléphone par le personnel ; c’est le personnel qui reçoit vos questions.
tap-file-for = Noter une demande
tap-file-right = C’est exact
tap-file-words = Changer le texte
tap-file-drop = Abandonner

## Suivre la demande de quelqu’un d’autre

follow-which = Quelle demande souhaitez-vous suivre ? Écrivez son numéro, par exemple K7Q-4M2.
follow-none = Je ne trouve pas de demande ouverte à ce numéro que d’autres puissent suivre. Vérifiez-le, s’il vous plaît. Si vous avez le même problème chez vous, dites-moi simplement où, et j’ouvre une demande pour vous.
follow-own = { $ref } est déjà votre demande : je vous en dis chaque étape ici.
followed =
    Vous suivez maintenant { $ref } ({ $category }). Je vous dirai comment cela avance.
    État : { $state }
    Responsable : { $by }
followed-already =
    Vous suivez déjà { $ref } ({ $category }).
    État : { $state }
    Responsable : { $by }
followed-news =
    Du nouveau sur { $ref } ({ $category }), que vous suivez :
    État : { $state }
    Responsable : { $by }
    Où : { $spot }
    Échéance : { $due }
followed-end = { $ref } ({ $category }), que vous suiviez, a pris fin : { $state }.
unfollowed = Très bien, plus de nouvelles de { $ref }.
following = { $count ->
    [one] Une personne suit cette demande.
   *[other] { $count } personnes suivent cette demande.
}
tap-unfollow = Ne plus suivre

## Parler simplement

simple-on = Très bien : grandes lettres, peu de choix, une chose à la fois. Pour revenir, appuyez ci-dessous.
simple-off = Très bien, tout est comme avant.
tap-simple-on = Revenir à la normale
tap-simple-off = Grand et simple
tap-more = Plus de choix
more-choices = Voici les autres choix.
more-lines = … et encore { $count }
simple-ask-place = Où est-ce ?
simple-ask-place-again = Je ne trouve pas. Qu’y a-t-il à côté ?
simple-help-resident = Dites-moi ce qui ne va pas, ou ce qu’il vous faut. Je trouve quelqu’un qui aide.
simple-not-understood = Pardon, je n’ai pas compris. Dites-le autrement, s’il vous plaît.
simple-place-changed = C’est fait. Le lieu de { $ref } est : { $spot }
simple-privacy =
    Je garde ce que vous écrivez, pour que les choses avancent.
    Qui vous aide le voit, mais pas votre nom.
simple-status =
    { $ref } : { $category }
    État : { $state }
    Échéance : { $due }
simple-ticket-opened =
    C’est fait. Votre numéro : { $ref }.
    { $category }, { $spot }
    { $behalf }
    Réponse au plus tard { $answer_by }.
simple-ticket-reopened = Merci. La demande { $ref } est rouverte.
simple-welcome-resident = Bonjour ! Qu’est-ce qui ne va pas, ou que vous faut-il ? Dites-le-moi.

## Le bilan, en une phrase

digest-set-days =
    Très bien. Votre bilan arrive à { $hour } h ({ $zone }), sauf :
    { $days }
digest-set-hour = Très bien. Le bilan part aux heures pleines : le vôtre arrive donc à { $hour } h ({ $zone }).
digest-off = Très bien, plus de bilan quotidien. Écrivez « bilan » pour le voir à tout moment.
digest-day = · { $weekday }
tap-digest-on = Le recevoir chaque jour

## La page de discussion : grandes lettres

page-simple = Grandes lettres, peu de choix

## Les chiffres, et ce qui mérite un regard

passing =
    {""}
    Transmises ou laissées sans réponse, 30 derniers jours
passing-line = · { $responder } : { $declined } transmises sur { $asked } demandes{ $unanswered ->
        [0] {""}
       *[other] , { $unanswered } sans réponse
    }. Est-ce toujours à cette équipe qu’il faut s’adresser ?
passing-line-reason = · { $responder } : { $declined } transmises sur { $asked } demandes{ $unanswered ->
        [0] {""}
       *[other] , { $unanswered } sans réponse
    } ; raison la plus fréquente : { $reason }. Est-ce toujours à cette équipe qu’il faut s’adresser ?
passing-round = · { $count ->
        [one] Une demande tourne en rond : elle est revenue à qui l’avait déjà eue, ou a été transmise trois fois ou plus.
       *[other] { $count } demandes tournent en rond : elles sont revenues à qui les avait déjà eues, ou ont été transmises trois fois ou plus.
    }
rates-month =
    {""}
    Les 30 derniers jours
rates-without = · Réglées sans l’administration : { $without_rate }
rates-took-others = · Durée médiane quand d’autres s’en chargent : { $hours } h
rates-took-government = · Durée médiane quand l’administration s’en charge : { $hours } h
rates-three =
    · Contact pris : { $contacted_rate }
    · Réglées : { $solved_rate }
    · Satisfaction : { $satisfied_rate }
    · Sans avis de la personne concernée : { $silent } sur { $done }
share = { $percent } % ({ $yes } sur { $of })
share-sure = { $percent } % ({ $yes } sur { $of } ; la réalité est sans doute entre { $low } et { $high } %)
share-few = { $yes } sur { $of } (trop peu d’avis pour un pourcentage)
share-none = pas encore d’avis
odd =
    {""}
    À regarder de plus près
odd-at-once = · { $by } : une même personne a terminé { $count } demandes en dix minutes
odd-copied = · { $by } : une même personne a terminé { $count } demandes avec exactement les mêmes mots
odd-reopened = · { $by } : { $count } fois, « pas réglée » moins d’un jour après « terminée »
stats =
    Les 30 derniers jours. Déclarées terminées : { $done }
    { $lines }
stats-own =
    Votre organisation, les 30 derniers jours. Déclarées terminées : { $done }
    { $lines }
stats-none = Rien n’a été déclaré terminé ces 30 derniers jours, il n’y a donc encore rien à compter. Dès qu’il y aura quelque chose, vous le verrez ici.
stats-by = · { $by } : { stats-shares }
stats-category = · { $category } : { stats-shares }
stats-area = · { $area } : { stats-shares }
stats-nowhere = · lieu non précisé : { stats-shares }
stats-shares =
    déclarées terminées { $done }, sans avis { $silent }
    – contact pris : { $contacted_rate }
    – réglées : { $solved_rate }
    – satisfaction : { $satisfied_rate }
tap-stats = Chiffres
tap-by-responder = Par organisation
tap-by-category = Par type
tap-by-area = Par secteur

## La même chose, et les parties

same-others =
    { $count ->
        [one] Une personne du quartier m’a déjà signalé
       *[other] { $count } personnes du quartier m’ont déjà signalé
    } quelque chose de semblable ({ $opened }) : { $ref }, { $category }
    Où : { $spot }
    Responsable : { $by }
    Est-ce la même chose ? Sans réponse de votre part dans cinq minutes, j’ouvre une demande à part pour vous.
same-own =
    Vous m’avez déjà signalé quelque chose de semblable ({ $opened }) : { $ref }, { $category }
    Où : { $spot }
    Est-ce la même chose ? Dans ce cas, j’y ajoute ce que vous venez d’écrire. Sans réponse de votre part dans cinq minutes, j’ouvre une nouvelle demande.
same-gone = Cette question n’est plus ouverte. Écrivez « mes demandes » pour voir où tout en est.
tap-same = Oui, je veux la suivre
tap-same-own = Oui, ajoutez-le là
tap-not-same = Non, autre chose
twin-hint =
    { $ref } parle peut-être de la même chose qu’une autre demande. Si c’est le cas, un geste suffit pour les regrouper.
    { $number } · { $category } · { $spot }
merge-which = Laquelle de ces demandes parle de la même chose que { $ref } ?
merge-none = Je ne vois aucune autre demande ouverte qui parle de la même chose que { $ref }.
merge-same = { $ref } et { $number } ne font déjà qu’une.
merge-parts = { $ref } a encore des parties ouvertes : elle ne peut pas être regroupée pour l’instant.
merge-never = { $ref } ne peut pas être regroupée avec celle-ci : les parties et les demandes privées suivent leur propre chemin.
merged = C’est regroupé : { $ref } rejoint { $number }, et la personne qui l’a faite recevra les nouvelles de celle-ci.
merge-words = { $number } parlait de la même chose et rejoint { $ref } : « { $text } »
owner-merged = { $ref } parlait de la même chose que { $number } et la rejoint : plus rien à faire sur { $ref }.
ticket-merged =
    Quelqu’un nous avait déjà signalé la même chose : votre demande { $ref } ({ $category }) rejoint { $number }. Je vous en dirai désormais chaque étape.
    État : { $state }
    Responsable : { $by }
unmerged = { $ref } est de nouveau une demande distincte et passe aux bonnes personnes.
unmerge-not = { $ref } n’est regroupée avec aucune autre demande.
unmerge-told = { $number } n’est plus regroupée avec { $ref } et suit son propre chemin.
ticket-unmerged = Votre demande { $ref } ({ $category }) est de nouveau une demande à part. { $why }
split-which = Quelle partie de { $ref } revient à quelqu’un d’autre ? Le texte, le lieu et les photos suivent.
split-most = { $ref } a déjà dix parties, on ne peut pas en ajouter.
split-part = { $ref } est elle-même une partie d’une autre demande et ne peut pas être divisée.
split-done = C’est fait : { $number } ({ $category }) est maintenant une partie de { $ref } et passe aux bonnes personnes. Y a-t-il autre chose ?
part-opened = Pour { $number }, j’ai aussi fait appel à quelqu’un d’autre : { $ref } ({ $category }). { $why }
part-done =
    Une partie de { $number } est faite : { $ref } ({ $category })
    Responsable : { $by }
parts-open =
    { $ref } a encore des parties ouvertes et ne peut pas être terminée :
    { $lines }
parts-done = Toutes les parties de { $ref } ({ $category }) sont terminées. S’il ne reste rien à faire, terminez-la, s’il vous plaît.
event-unmerge = de nouveau à part { $at }
event-parts_done = toutes les parties terminées { $at }
tap-merge = Regrouper
tap-merge-ref = Regrouper avec { $number }
tap-unmerge = Pas la même chose
tap-split = Diviser
tap-also = Et aussi : { $category }

## Ce qui attend une décision

triage-line = { $ref } · { $category } · { $spot } · { $urgency } · { $why }
why-assigned = La coordination l’a confiée à : { $responder }.
why-assigned-volunteers = La coordination a demandé à des bénévoles à proximité.
why-back = N’a pas pu s’en charger : { $responder }. La coordination décide à nouveau.
why-back-volunteers = Aucun bénévole n’a pu s’en charger, la coordination décide donc à nouveau.
why-doubted = Il n’est pas sûr que cela relève de la ville : { $reason } (selon { $responder }). La coordination regarde.
why-no-place = On ne sait pas encore où c’est, la coordination regarde donc d’abord.
why-hands = Elle est déjà passée par { $count } mains, la coordination décide donc maintenant.
why-nobody-left = Tous ceux qui pouvaient être sollicités l’ont été, la coordination décide donc maintenant.
why-no-rule = La ville n’a encore désigné personne pour cela, la coordination décide donc.
why-unclear = Je n’ai pas compris deux fois de suite, quelqu’un lit donc le message.
why-unread = Je n’ai pas pu lire à temps, quelqu’un lit donc le message.
why-appealed = Contestation : un nouvel examen est demandé. Motif du refus : { $reason }
why-refused = La ville ne peut pas s’en charger. Le motif : { $reason }
why-refused-again = Après un nouvel examen, la ville ne peut toujours pas s’en charger. Le motif : { $reason }
pictures = { $count ->
    [one] Une photo
   *[other] { $count } photos
}
assign-whom = À qui confier { $ref } ({ $category }) ? Les plus indiqués viennent en premier.
assigned =
    J’ai transmis { $ref } et prévenu la personne concernée.
    Responsable : { $by }
refuse-why = Pourquoi { $ref } ne relève-t-elle pas de la ville ? La personne concernée lit le motif et peut demander une fois un nouvel examen.
refused = { $ref } est refusée : { $reason }. La personne concernée est prévenue.
ticket-refused =
    Désolé, la ville ne peut pas se charger de { $ref } ({ $category }). Le motif : { $reason }.
    Si vous n’êtes pas d’accord, appuyez ci-dessous : la coordination regarde à nouveau.
ticket-refused-again =
    Désolé. La coordination a regardé à nouveau { $ref } ({ $category }), et la ville ne peut toujours pas s’en charger. Le motif : { $reason }.
    Ici, c’est définitif. Pour vous plaindre à quelqu’un, appuyez ci-dessous ou écrivez « je veux parler à quelqu’un ».
filed-refused =
    { $ref } ({ $category }), que vous aviez notée, est refusée. Le motif : { $reason }. Prévenez la personne, s’il vous plaît.
    Si elle n’est pas d’accord, demandez où en est { $ref } et appuyez sur « Je ne suis pas d’accord » : la coordination regarde à nouveau.
filed-refused-again = { $ref } ({ $category }), que vous aviez notée, a été réexaminée et reste refusée. Le motif : { $reason }. Prévenez la personne, s’il vous plaît ; pour se plaindre, elle peut parler à quelqu’un ici.
status-refused =
    { $ref } : { $category }
    Où : { $spot }
    État : { $state }
    { $why }
    Dernière étape : { $last }
appealed = Merci de me l’avoir dit. La coordination regarde à nouveau { $ref } et décide au plus tard { $answer_by }. Vous le saurez ici.
appeal-over = { $ref } a déjà été réexaminée, et c’était définitif. Pour vous plaindre, écrivez « je veux parler à quelqu’un ».
tap-assign = Confier
tap-refuse = Refuser
tap-appeal = Je ne suis pas d’accord
event-assign = confiée par la coordination { $at }
event-appeal = nouvel examen demandé { $at }
rule-broken =
    Une règle de la ville ne peut pas fonctionner : { $category }, { $spot }
    { $lines }
    Les demandes continuent sans elle. Prévenez, s’il vous plaît, qui s’occupe des données de la ville.
rule-gone = · À solliciter : { $responder }, mais cette organisation n’existe pas.
rule-shut = · À solliciter : { $responder }, mais ce n’est jamais ouvert.
rule-nobody = · Il n’y a personne, à aucun échelon.

## Personnes : plusieurs rôles, invitations, arrivées, départs

welcome-many =
    Bonjour, et merci d’être là pour { $city } ! Vous avez plusieurs casquettes :
    { $lines }
help-many =
    Voici ce que vous pouvez faire ici :
    { $lines }
    Si vous avez vous-même besoin de quelque chose, dites-le-moi.
can-volunteer = · Bénévole : « missions » pour voir ce qui est libre, « mes horaires » pour changer quand je vous sollicite.
can-responder = · Pour votre organisation : « à traiter » pour voir ses demandes, chacune avec ses boutons.
can-coordinator = · Coordination : « à traiter » pour ce qui attend vos décisions, « équipe » pour voir qui participe, « inviter » pour faire venir quelqu’un.

as-volunteer = bénévole
as-newcomer = bénévole, en attente de validation
as-responder = équipe « { $responder } »
as-worker = équipe « { $responder } », { $area }
as-coordinator = coordination
by-person = { $name }

invite-whom = Pour quel rôle souhaitez-vous inviter quelqu’un ?
invite-which = Pour quelle organisation ? Appuyez dessus, ou écrivez son nom.
invite-made =
    Voici une invitation pour une seule personne : { $what }
    { $lines }
    Autre possibilité : m’écrire ce code : { $code }
    Elle sert une fois, au plus tard { $until }. Qui l’a peut entrer : ne l’envoyez qu’à la personne voulue.
invite-link = { $link }
invite-used = { $name } a utilisé votre invitation et nous rejoint : { $what }
joined-worker = Vous veillez désormais sur : { $area } ({ $responder }). Ce qui y est signalé vous arrive ici ; écrivez « à traiter » pour voir ce qui attend déjà.
code-which = Envoyez-moi le code exactement comme il est écrit.
code-used-by-you = Vous avez déjà utilisé cette invitation, et cela a marché. Il n’y a rien d’autre à faire.
code-too-late = Cette invitation a expiré : elle valait sept jours. Demandez-en une nouvelle.

skills-which =
    À quoi pourriez-vous aider ? Appuyez sur tout ce qui convient, puis sur « C’est tout ».
    { $lines }
area-which = Où souhaitez-vous aider ? Appuyez sur un district, écrivez un lieu ou envoyez votre position.
area-unknown = Je ne trouve pas cela sur la carte. Appuyez sur un district, ou écrivez une rue ou une résidence.
join-asked =
    Merci de vouloir aider ! Voici ce que j’ai noté :
    { $lines }
    La coordination regarde cela bientôt. D’ici là, je vous écris pour les missions où l’on n’entre chez personne.
join-waits = Vous êtes déjà sur la liste, et la coordination regarde cela bientôt. Souhaitez-vous changer quelque chose ?
joined-already = Vous faites déjà partie de nos bénévoles, et c’est une chance pour nous. Souhaitez-vous changer quand et où vous aidez ?
join-offer =
    { $name } souhaite aider :
    { $lines }
    Accueillons-nous cette personne ? Tant que vous n’avez pas dit oui, elle ne reçoit que des missions sans adresse privée.
join-not-now = Merci de proposer votre aide. En ce moment, nous avons assez de bras, je ne vous écrirai donc pas pour des missions. N’hésitez pas à redemander plus tard.
vet-done = { $name } fait maintenant partie des bénévoles, et j’ai envoyé la nouvelle.
vet-not-now = Très bien. J’ai dit gentiment à { $name } que ce n’est pas possible en ce moment.
vet-done-already = { $name } a déjà eu une réponse, il n’y a donc plus rien à faire.
not-vetted = { $ref } se passe chez quelqu’un, elle va donc à des bénévoles que la coordination connaît. Dès que ce sera votre cas, vous pourrez prendre de telles missions aussi.

availability-noted =
    C’est noté. Voici comment je vous sollicite :
    { $lines }
    Quelque chose à changer ? Appuyez dessus, ou dites-le-moi.
availability-which =
    Voici comment je vous sollicite en ce moment :
    { $lines }
    Que faut-il changer ? Appuyez dessus, ou dites-le-moi, par exemple « le soir à partir de 18 h » ou « pas le lundi ».
free-which = Quand puis-je vous solliciter ? Appuyez sur un bouton, ou écrivez par exemple « le samedi de 10 h à 14 h ». En cas de danger, je demande à toute heure.
pause-which = Combien de temps dois-je vous laisser tranquille ? Vous pouvez aussi écrire « jusqu’à vendredi ».
free-always = · à tout moment
free-daily = · chaque jour, { $clock }
free-day = · le { $first }, { $clock }
free-days = · du { $first } au { $last }, { $clock }
free-in = · secteur : { $area }
free-anywhere = · dans toute la ville
free-skill = · { $skill }
free-paused = · en pause, reprise { $until }

people =
    Rôles attribués ici : { $count }
    { $lines }
person-line = { $number } · { $name } · { $what } · depuis { $at }
person-line-by = { $number } · { $name } · { $what } · depuis { $at } · entrée validée par { $by }
remove-sure = Vraiment ? Ce rôle de { $name } prendrait fin : { $what }. Ce qui est en cours passe aussitôt à d’autres.
removed = C’est fait. Ce rôle de { $name } a pris fin : { $what }. { $count ->
        [0] Rien n’était en cours.
        [one] Une demande a changé de mains.
       *[other] { $count } demandes ont changé de mains.
    }
role-ended = Votre rôle ici a pris fin : { $what }. Merci pour tout ce que vous avez fait. { $count ->
        [0] Il ne vous reste rien à faire.
       *[other] D’autres reprennent ce que vous aviez en cours.
    }
role-gone = Ce rôle a déjà pris fin, il n’y a donc plus rien à faire.
last-coordinator = C’est la dernière personne de la coordination. Il faut quelqu’un pour décider et accueillir les autres : invitez d’abord une autre personne.
leave-sure = Souhaitez-vous vraiment quitter ce rôle : { $what } ?{ $count ->
        [0] {""}
       *[other] {" "}Ce que vous avez en cours passe à d’autres.
    }
leave-which = Quel rôle souhaitez-vous quitter ?
leave-nothing = Vous n’avez ici aucun rôle à quitter. Je continue de m’occuper de ce que vous signalez.
role-left = C’est fait, votre rôle a pris fin : { $what }. Merci pour le temps que vous avez donné !{ $count ->
        [0] {""}
       *[other] {" "}D’autres reprennent ce que vous aviez en cours.
    } Si vous souhaitez revenir, écrivez « je veux aider ».
why-left = La personne qui s’en occupait a quitté l’équipe.
ticket-colleague =
    { $ref } ({ $category }) : quelqu’un d’autre prend la suite dans la même équipe. Vous n’avez rien à faire.
    Responsable : { $by }

tap-people = Équipe
tap-invite = Inviter
tap-join = Devenir bénévole
tap-availability = Quand et où j’aide
tap-as-volunteer = Bénévole
tap-as-responder = Organisation
tap-as-coordinator = Coordination
tap-responder = { $responder }
tap-next-ones = Suite
tap-skill = { $skill }
tap-skill-held = ✓ { $skill }
tap-that-is-all = C’est tout
tap-anywhere = Toute la ville
tap-area = { $area }
tap-vet = Oui, bienvenue
tap-vet-not-now = Pas maintenant
tap-vet-name = Accueillir { $name }
tap-hours = Mes horaires
tap-areas = Où
tap-areas-more = Encore un secteur
tap-skills = Ce que je sais faire
tap-pause = Pause
tap-pause-over = Fin de la pause
tap-free-evenings = Le soir
tap-free-daytime = En journée
tap-free-weekends = Le week-end
tap-free-both = Soirs et week-ends
tap-free-always = À tout moment
tap-pause-1 = Aujourd’hui
tap-pause-7 = Une semaine
tap-pause-30 = Un mois
tap-remove = Retirer { $number } : { $name }
tap-remove-yes = Oui, retirer ce rôle
tap-leave = { $what }
tap-leave-yes = Oui, j’arrête

print-title = Une invitation pour vous
print-how = Visez le carré avec l’appareil photo de votre téléphone et appuyez sur ce qui apparaît ; la suite se passe dans la discussion.
print-code = Ou envoyez ce code à l’assistant : { $code }
print-until = Pour une seule personne, au plus tard { $until }.
